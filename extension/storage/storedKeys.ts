import * as z from 'zod/mini'
import { isRow } from '../../shared/model/guards.ts'
import { REASONS } from '../../shared/model/verdict.ts'
import { alertsOfV1, alertsShape, NO_ALERTS } from '../domain/alerts/storedAlerts.ts'
import { NO_WATCH, type Watch, watchShape } from '../domain/evidence/watch.ts'
import { type Past, pastShape } from '../domain/past.ts'
import { type Chosen, chosenShape, DEFAULT_SETTINGS, settingsShape } from '../domain/settings.ts'
import type { StoredKey } from './versionedRow.ts'

/** The one address the vendor's page stands for, whichever of its hosts answers. */
export const VENDOR_PAGE = ''

const pollShape = z.object({
  /** Whose requests these are: an address of the user's own, or the vendor's page. */
  feed: z.string(),
  /** The poller's own row, which it reads by itself. */
  row: z.unknown(),
  /** The last answer that could be used: when it was asked for, and who gave it. */
  heard: z.nullable(
    z.object({
      at: z.number(),
      host: z.string(),
      /** When a relay fetched it, by the relay's clock. */
      fetched: z.optional(z.number()),
      /** What the relay calls it. */
      id: z.optional(z.string()),
      /** When its events were heard of last, 0 for never; left out where it offers none. */
      live: z.optional(z.number()),
    }),
  ),
  /** Of each watched pod, when it was last looked at, with or without an answer, and when before that. */
  seen: z.record(z.string(), z.object({ at: z.number(), before: z.nullable(z.number()) })),
  /** Why the last round brought no answer. */
  trouble: z.nullable(z.object({ reason: z.enum(REASONS), at: z.number() })),
})
export type Poll = z.infer<typeof pollShape>

export const NO_POLL: Poll = { feed: VENDOR_PAGE, row: null, heard: null, seen: {}, trouble: null }

const policyShape = z.object({
  /** What the company set, as the browser gave it last: right after its start, a browser may not know it yet. */
  set: z.unknown(),
  /** Since when the browser says that there is none. */
  missingSince: z.nullable(z.number()),
  /** It came, or went, and nothing was done about it yet. */
  isNew: z.boolean(),
})
export type KeptPolicy = z.infer<typeof policyShape>

const NONE_KEPT: KeptPolicy = { set: null, missingSince: null, isNew: false }

/** Version 1 knew no working hours. */
const settingsOfV1 = (before: unknown): unknown => {
  const { workingHours } = DEFAULT_SETTINGS
  return isRow(before) ? { ...before, workingHours } : before
}

/** Version 2 watched no requests. */
const settingsOfV2 = (before: unknown): unknown => {
  const { evidence } = DEFAULT_SETTINGS
  return isRow(before) ? { ...before, evidence } : before
}

/** Version 1 had another name for how the last request went, and for an affected pod. */
const pollOfV1 = (before: unknown): unknown => {
  if (!isRow(before) || !isRow(before['row'])) return before
  const { mood, ...same } = before['row']
  return { ...before, row: { ...same, lastOutcome: mood === 'hit' ? 'affected' : mood } }
}

/** Kept as it came, so that it is read by the same guards as what comes from the network. */
const newsShape = z.nullable(z.object({ feed: z.string(), body: z.string() }))

/** The lists beside a page's summary. */
export const LISTS = ['incidents', 'maintenances'] as const
export type List = (typeof LISTS)[number]

const filledShape = z.nullable(
  z.object({
    feed: z.string(),
    /** When each list was asked for last, 0 for never; written before it is asked for. */
    incidents: z.number(),
    maintenances: z.number(),
    /** Those of which the last request brought nothing, as yet or for good. */
    open: z.array(z.enum(LISTS)),
  }),
)
export type Filled = z.infer<typeof filledShape>

const key = <T>(item: StoredKey<T>): StoredKey<T> => item

/**
 * Everything that Podlight keeps in the extension's storage, each declared here and nowhere else; the history is a
 * database, in `history/`. Migrations are keyed by the version they lead to.
 */
export const KEYS = {
  settings: key({
    version: 3,
    shape: settingsShape,
    fallback: DEFAULT_SETTINGS,
    migrations: { 2: settingsOfV1, 3: settingsOfV2 },
  }),
  /** Which of the settings the user chose: a policy may leave some of them to them. */
  chosen: key<Chosen>({ version: 1, shape: chosenShape, fallback: null, migrations: {} }),
  policy: key<KeptPolicy>({ version: 1, shape: policyShape, fallback: NONE_KEPT, migrations: {} }),
  poll: key<Poll>({ version: 2, shape: pollShape, fallback: NO_POLL, migrations: { 2: pollOfV1 } }),
  news: key({ version: 1, shape: newsShape, fallback: null, migrations: {} }),
  /** What ended in the last day. */
  past: key<Past[]>({ version: 1, shape: z.array(pastShape), fallback: [], migrations: {} }),
  /** From which of the page's lists the history was filled in. */
  filled: key<Filled>({ version: 1, shape: filledShape, fallback: null, migrations: {} }),
  alerts: key({ version: 2, shape: alertsShape, fallback: NO_ALERTS, migrations: { 2: alertsOfV1 } }),
  /** What was noticed of this browser's own requests. */
  watch: key<Watch>({ version: 1, shape: watchShape, fallback: NO_WATCH, migrations: {} }),
  /** Until when the toolbar shows an example. */
  example: key({ version: 1, shape: z.nullable(z.number()), fallback: null, migrations: {} }),
  /** Stored rows that could not be read and were dropped. */
  dropped: key({ version: 1, shape: z.number(), fallback: 0, migrations: {} }),
}

type Keys = typeof KEYS
export type Name = keyof Keys
export type Values = { readonly [N in Name]: Keys[N] extends StoredKey<infer T> ? T : never }

export const NAMES = Object.keys(KEYS) as Name[]
