import { isRow } from '../model/guards.ts'
import type { Attempt } from './actions.ts'
import { type Bin, VOTES } from './bins.ts'
import { type Control, NO_CONTROL } from './control.ts'
import type { Flight } from './inFlight.ts'
import { type OpenBin, openBin } from './openBin.ts'
import { NOT_SLOW, type Slowness, type Usual } from './pace.ts'
import { KINDS, type Sign } from './sign.ts'
import type { Siblings } from './template.ts'

/** All that a detector knows. Plain data, so that it can be kept where a background ends. */
export interface State {
  /** Told apart from what another version kept. */
  version: number
  current: OpenBin
  bins: readonly Bin[]
  attempts: Record<string, readonly Attempt[]>
  /** When a sign of one of them was over last. */
  ended: Record<string, number>
  usual: Readonly<Record<string, Usual>>
  /** Names that paths have below others. */
  siblings: Siblings
  flights: readonly Flight[]
  control: Control
  slowness: Slowness
  sign: Sign | null
  /** Bins in a row in which all went well. */
  good: number
  /** Bins in a row that were as fast as ever. */
  paceGood: number
  /** Answers that were learned from. */
  learned: number
  /** When something was seen last. */
  lastAt: number
  /** When the network changed last. */
  changedAt: number
  isOffline: boolean
  /** When something else than a rare action met a limit. */
  limitedAt: number
}

const VERSION = 1

const fresh = (): State => ({
  version: VERSION,
  current: openBin(0),
  bins: [],
  attempts: {},
  ended: {},
  usual: {},
  siblings: {},
  flights: [],
  control: NO_CONTROL,
  slowness: NOT_SLOW,
  sign: null,
  good: 0,
  paceGood: 0,
  learned: 0,
  lastAt: 0,
  changedAt: -Infinity,
  isOffline: false,
  limitedAt: -Infinity,
})

type Is = (value: unknown) => boolean
const number: Is = (value) => typeof value === 'number'
const text: Is = (value) => typeof value === 'string'
const maybe =
  (is: Is): Is =>
  (value) =>
    value === null || is(value)
const list =
  (is: Is): Is =>
  (value) =>
    Array.isArray(value) && value.every(is)
const table =
  (is: Is): Is =>
  (value) =>
    isRow(value) && Object.values(value).every(is)
const row =
  (fields: Readonly<Record<string, Is>>): Is =>
  (value) =>
    isRow(value) && Object.entries(fields).every(([name, is]) => is(value[name]))

const tally = { ok: number, bad: number, failed: number, lost: number }
const codes = table(number)
const isVote: Is = (value) => VOTES.some((vote) => vote === value)

const isState = row({
  current: row({
    at: number,
    tallies: table(row(tally)),
    actions: table(row({ tally: row(tally), codes })),
    codes,
    timed: list(row({ key: text, ms: number })),
  }),
  bins: list(row({ at: number, votes: table(isVote), sum: row(tally), codes })),
  attempts: table(list(row({ ...tally, at: number, codes }))),
  ended: table(number),
  usual: table(row({ pace: number, known: number })),
  siblings: table(list(text)),
  flights: list(row({ key: text, at: number })),
  control: row({
    ok: maybe(number),
    failed: maybe(number),
    pace: number,
    known: number,
    slower: list(number),
  }),
  slowness: row({ sum: number, since: maybe(number), slow: number, tried: number }),
  sign: maybe(
    row({
      what: text,
      kind: (value) => KINDS.some((kind) => kind === value),
      bad: number,
      tried: number,
      since: number,
      codes,
    }),
  ),
  good: number,
  paceGood: number,
  learned: number,
  lastAt: number,
  changedAt: number,
  isOffline: (value) => typeof value === 'boolean',
  limitedAt: number,
})

/** What was kept, if it is of this version and whole, to be gone on with; else nothing is known yet. */
export const keptState = (kept: unknown): State => {
  if (!isRow(kept) || kept['version'] !== VERSION) return fresh()
  // JSON has no endless numbers.
  const numbers = { changedAt: kept['changedAt'] ?? -Infinity, limitedAt: kept['limitedAt'] ?? -Infinity }
  const state = { ...kept, ...numbers }
  return isState(state) ? (state as unknown as State) : fresh()
}
