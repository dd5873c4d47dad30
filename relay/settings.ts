import * as z from 'zod/mini'
import type { Hosts } from '../shared/polling/hosts.ts'
import { kustomer } from '../shared/vendors/kustomer.ts'
import type { Vendor } from '../shared/vendors/vendor.ts'

/** The settings of a relay. All of them may be left out. */
export interface Settings {
  readonly vendor: Vendor
  /** Addresses of the page's summary document, the first choice first. Nobody else is ever asked. */
  readonly hosts: Hosts
  /** What the address of the Statuspage hook must end with; null where that hook is off. */
  readonly statuspageSecret: string | null
  /** What Pingoru signs with; null where that hook is off. */
  readonly pingoruSecret: string | null
  /** How many event streams are open at most in one process; 0 turns events off. */
  readonly streams: number
}

/** Names of the environment's values, with what each means: docs/relay.md lists the same. */
export const SETTINGS = {
  PODLIGHT_UPSTREAM: 'one or two https addresses of the summary document, separated by a space',
  PODLIGHT_STATUSPAGE_SECRET:
    'at least 24 letters, digits, - or _, which end the address of the Statuspage hook',
  PODLIGHT_PINGORU_SECRET: 'at least 16 characters: the secret that Pingoru signs with',
  PODLIGHT_STREAMS: 'a whole number from 0 to 100000: event streams that may be open at once in one process',
} as const

export type SettingName = keyof typeof SETTINGS

const LOCAL = ['127.0.0.1', 'localhost', '[::1]']

const isUsable = (text: string): boolean => {
  if (!URL.canParse(text)) return false
  const { protocol, hostname, username, password } = new URL(text)
  const isSafe = protocol === 'https:' || (protocol === 'http:' && LOCAL.includes(hostname))
  return isSafe && username === '' && password === ''
}

const addresses = (text: string): string[] => text.trim().split(/\s+/)

const VENDORS_OWN = kustomer.page.hosts.map((host) => `https://${host}/api/v2/summary.json`).join(' ')

const shape = z.object({
  PODLIGHT_UPSTREAM: z._default(
    z.string().check(
      z.refine((text) => {
        const all = addresses(text)
        return all.length <= 2 && all.every(isUsable)
      }),
    ),
    VENDORS_OWN,
  ),
  PODLIGHT_STATUSPAGE_SECRET: z.optional(z.string().check(z.regex(/^[\w-]{24,200}$/))),
  PODLIGHT_PINGORU_SECRET: z.optional(z.string().check(z.minLength(16), z.maxLength(500))),
  PODLIGHT_STREAMS: z._default(
    z.string().check(
      z.regex(/^\d{1,6}$/),
      z.refine((text) => Number(text) <= 100_000),
    ),
    '1000',
  ),
})

const isNamed = (name: unknown): name is SettingName => typeof name === 'string' && name in SETTINGS

export type ReadSettings =
  | { readonly ok: true; readonly settings: Settings }
  | { readonly ok: false; readonly wrong: readonly string[] }

/** An empty value counts as left out, as many hosts can't store none. */
const given = (env: Readonly<Record<string, unknown>>): Record<string, unknown> =>
  Object.fromEntries(
    Object.keys(SETTINGS).flatMap((name) =>
      env[name] === undefined || env[name] === '' ? [] : [[name, env[name]]],
    ),
  )

/** A name that begins with our prefix, but is none of ours, is a misspelling. */
const unknownNames = (env: Readonly<Record<string, unknown>>): string[] =>
  Object.keys(env)
    .filter((name) => name.startsWith('PODLIGHT_') && !isNamed(name))
    .map((name) => `${name} is no setting of the relay. There are ${Object.keys(SETTINGS).join(', ')}.`)

/** Reads the environment. Everything wrong in it is named at once, without the values: some of them are secrets. */
export const readSettings = (env: Readonly<Record<string, unknown>>): ReadSettings => {
  const read = shape.safeParse(given(env))
  const names = read.success ? [] : [...new Set(read.error.issues.map(({ path }) => path[0]))].filter(isNamed)
  const wrong = [...names.map((name) => `${name} must be ${SETTINGS[name]}.`), ...unknownNames(env)]
  if (!read.success || wrong.length > 0) return { ok: false, wrong }
  const { data } = read
  const [first = '', ...rest] = addresses(data.PODLIGHT_UPSTREAM)
  return {
    ok: true,
    settings: {
      vendor: kustomer,
      hosts: [first, ...rest],
      statuspageSecret: data.PODLIGHT_STATUSPAGE_SECRET ?? null,
      pingoruSecret: data.PODLIGHT_PINGORU_SECRET ?? null,
      streams: Number(data.PODLIGHT_STREAMS),
    },
  }
}
