import { isRow } from '../model/guards.ts'
import type { Attempt } from './actions.ts'
import type { Bin, Tally } from './bins.ts'
import { type Control, NO_CONTROL } from './control.ts'
import type { Flight } from './inFlight.ts'
import { NOT_SLOW, type Slowness, type Timed, type Usual } from './pace.ts'
import type { Sign } from './sign.ts'
import type { Siblings } from './template.ts'

/** The bin that is still open. */
export interface OpenBin {
  readonly at: number
  readonly tallies: Record<string, Tally>
  readonly actions: Record<string, Tally>
  readonly codes: Record<string, number>
  readonly timed: Timed[]
}

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
  current: { at: 0, tallies: {}, actions: {}, codes: {}, timed: [] },
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

/** Whether a value has the shape of a sample, as deep as that goes; what may be null or empty is taken as it comes. */
const isLike = (value: unknown, sample: unknown): boolean => {
  if (Array.isArray(sample)) return Array.isArray(value)
  if (!isRow(sample)) return sample === null || typeof value === typeof sample
  return isRow(value) && Object.entries(sample).every(([name, one]) => isLike(value[name], one))
}

/** What was kept, if it is of this version and whole, to be gone on with; else nothing is known yet. */
export const keptState = (kept: unknown): State => {
  const empty = fresh()
  if (!isRow(kept) || kept['version'] !== VERSION) return empty
  // JSON has no endless numbers.
  const numbers = { changedAt: kept['changedAt'] ?? -Infinity, limitedAt: kept['limitedAt'] ?? -Infinity }
  const state = { ...kept, ...numbers }
  return isLike(state, empty) ? (state as unknown as State) : empty
}
