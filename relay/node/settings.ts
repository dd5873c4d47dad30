import * as z from 'zod/mini'
import { readSettings, type Settings } from '../settings.ts'

/** Settings that only the relay on Node has. */
export interface NodeSettings {
  readonly port: number
  readonly host: string
  /** The file to keep the news in over restarts; null to keep nothing. */
  readonly file: string | null
}

/** What each of them must be, by its name in the environment. */
export const NODE_SETTINGS = {
  PORT: 'a port, from 0 to 65535; 0 takes any that is free',
  HOST: 'the address to listen on, such as 127.0.0.1 or 0.0.0.0',
  STATE: 'the path of a file to keep the news in over restarts',
} as const

const shape = z.object({
  PORT: z._default(
    z.string().check(
      z.regex(/^\d{1,5}$/),
      z.refine((text) => Number(text) <= 65_535),
    ),
    '8787',
  ),
  HOST: z._default(z.string().check(z.regex(/^[\w.:-]+$/)), '127.0.0.1'),
  STATE: z.optional(z.string().check(z.minLength(1))),
})

export type ReadNodeSettings =
  | { readonly ok: true; readonly settings: Settings; readonly node: NodeSettings }
  | { readonly ok: false; readonly wrong: readonly string[] }

const isNamed = (name: unknown): name is keyof typeof NODE_SETTINGS =>
  typeof name === 'string' && name in NODE_SETTINGS

/** Reads the environment, and names everything wrong in it at once. */
export const parseSettingsOfNode = (env: Readonly<Record<string, string | undefined>>): ReadNodeSettings => {
  const common = readSettings(env)
  const filled = Object.fromEntries(
    Object.entries(env).filter(([name, value]) => isNamed(name) && value !== ''),
  )
  const own = shape.safeParse(filled)
  const names = own.success ? [] : own.error.issues.map(({ path }) => path[0]).filter(isNamed)
  const wrong = [
    ...(common.ok ? [] : common.wrong),
    ...[...new Set(names)].map((name) => `${name} must be ${NODE_SETTINGS[name]}.`),
  ]
  if (!common.ok || !own.success) return { ok: false, wrong }
  const { PORT, HOST, STATE } = own.data
  return {
    ok: true,
    settings: common.settings,
    node: { port: Number(PORT), host: HOST, file: STATE ?? null },
  }
}
