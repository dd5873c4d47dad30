import * as z from 'zod/mini'
import { readRelay } from '../../shared/feed/relay.ts'
import { isRow } from '../../shared/model/guards.ts'
import type { Vendor } from '../../shared/vendors/vendor.ts'
import type { News, PodNews } from './source.ts'

// What a relay keeps over restarts. It is checked like anything else that comes from outside, and what can't be read is
// ignored.

/** Rows that are written together are either all there after a crash, or none of them is. */
export interface Rows {
  /** The poller's own row. */
  readonly poll?: unknown
  /** When the document came, and from whom. */
  readonly fetched?: unknown
  readonly news?: unknown
  /** The document's text. */
  readonly document?: string
  readonly hooks?: unknown
}

export interface Store {
  read(): Promise<Rows>
  write(rows: Rows): Promise<void>
}

const whole = z.int().check(z.gte(0))

const fetched = z.object({ at: whole, host: z.string(), published: z.nullable(whole) })
export type Fetched = z.infer<typeof fetched>

export const readFetched = (row: unknown): Fetched | null => fetched.safeParse(row).data ?? null

const news = z.object({
  epoch: z.string().check(z.regex(/^[a-z\d]{1,20}$/)),
  revision: whole,
  document: whole,
  pods: z.array(z.object({ pod: z.string(), number: whole, judgement: z.unknown() })),
})

const SOME_TIME = new Date(0).toISOString()

export const readNews = (row: unknown, vendor: Vendor): News | null => {
  const { data } = news.safeParse(row)
  if (!data) return null
  const pods = data.pods.flatMap(({ pod, number, judgement: stored }): PodNews[] => {
    // A verdict without a time would be doubted. The real one stands in a row of its own.
    const verdict = isRow(stored) ? { ...stored, asOf: SOME_TIME } : stored
    const answer = { podlight: 1, vendor: vendor.id, page: vendor.page.id, age: 0, verdict }
    const read = readRelay(answer, vendor)
    const judgement = read.ok ? read.value.judgements[0] : undefined
    return judgement?.pod === pod ? [{ pod, number, judgement: { ...judgement, asOf: null } }] : []
  })
  return { ...data, pods }
}

const hooks = z.object({
  bucket: z.object({ saved: whole, at: whole }),
  seen: z.array(z.tuple([z.string(), whole])),
})
export type HookRow = z.infer<typeof hooks>

export const readHooks = (row: unknown): HookRow | null => hooks.safeParse(row).data ?? null
