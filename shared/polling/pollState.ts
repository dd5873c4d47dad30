import { SLACK } from '../model/age.ts'
import { type Bucket, bucketOf, emptier, isSaved, readyAt, rebased } from './bucket.ts'
import { BROWSERS, furthestOf, HELD, type Schedule } from './waits.ts'

/** How the last request went. `held`: it failed and the server asked for silence until `due`. */
export type LastOutcome = 'well' | 'affected' | 'failing' | 'held'

/** What outlives the poller. Times are epoch milliseconds of a clock that may have been set since. */
export interface PollState {
  readonly bucket: Bucket
  /** When the last request was sent; null before the first, and where the clock was set back since. */
  readonly asked: number | null
  readonly due: number
  readonly lastOutcome: LastOutcome
  /** Rounds in a row that failed. */
  readonly failures: number
  /** Place of the host to ask, the one that answered last. */
  readonly host: number
}

type Loose<T> = { readonly [K in keyof T]?: unknown }

const stateOf = (bucket: Bucket, now: number, { rate }: Schedule): PollState => ({
  bucket,
  asked: null,
  due: readyAt(bucket, now, rate),
  lastOutcome: 'well',
  failures: 0,
  host: 0,
})

/** Where nothing is stored yet, or nothing can be: one request at once, as it may be so on every page view. */
export const firstState = (now: number, schedule = BROWSERS): PollState =>
  stateOf(bucketOf(1, now, schedule.rate), now, schedule)

/** Instead of a row that cannot be read: nothing saved, so that spoiling the row in a loop buys no request. */
export const poorState = (now: number, schedule = BROWSERS): PollState =>
  stateOf(bucketOf(0, now), now, schedule)

const isWhole = (value: unknown): value is number => Number.isSafeInteger(value) && Number(value) >= 0
const isOutcome = (value: unknown): value is LastOutcome =>
  value === 'well' || value === 'affected' || value === 'failing' || value === 'held'
const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null

const decoded = (stored: unknown): unknown => {
  if (typeof stored !== 'string') return stored
  try {
    return JSON.parse(stored)
  } catch {
    return undefined
  }
}

/** Reads a stored row, as an object or as JSON; null where it is none. Times are made sane by `mended`. */
export const parseState = (stored: unknown, { rate } = BROWSERS): PollState | null => {
  const value = decoded(stored)
  if (!isObject(value)) return null
  const { bucket, asked, due, lastOutcome, failures, host }: Loose<PollState> = value
  if (!isObject(bucket)) return null
  const { saved, at }: Loose<Bucket> = bucket
  if (!isSaved(saved, rate) || !isWhole(at)) return null
  if (!(asked === null || isWhole(asked)) || !isWhole(due) || !isOutcome(lastOutcome)) return null
  if (!isWhole(failures) || !isWhole(host)) return null
  const failed = lastOutcome === 'failing' || lastOutcome === 'held'
  return { bucket: { saved, at }, asked, due, lastOutcome, failures: failed ? failures : 0, host }
}

/**
 * The row by a clock that may have been set since: no time of the future stands, no wait is endless. `seen` is
 * the latest time that the clock is known to have shown.
 */
export const mended = (row: PollState, now: number, seen = 0, schedule = BROWSERS): PollState => {
  const bucket = rebased(row.bucket, now)
  const due = Math.min(row.due, now + (row.lastOutcome === 'held' ? HELD : furthestOf(schedule)))
  if (row.asked === null || Math.max(row.asked, seen) - SLACK <= now) return { ...row, bucket, due }
  // Nobody knows how old the news is now, so it is asked for at once; but after a failure, and where the server
  // asked for silence, the whole wait begins anew.
  const again = row.failures > 0 ? row.due - row.asked : 0
  return { ...row, bucket, asked: null, due: Math.min(due, now + Math.max(0, again)) }
}

/** What to go by, of one's own row and the stored one: whoever asked last knows best. */
export const merged = (
  own: PollState,
  stored: PollState,
  now: number,
  seen = 0,
  schedule = BROWSERS,
): PollState => {
  const [a, b] = [mended(own, now, seen, schedule), mended(stored, now, seen, schedule)]
  // A store that forgets what it is told would say for ever that a request is due.
  const behind = a.asked !== null && (b.asked ?? 0) < a.asked
  return { ...(behind ? a : b), bucket: emptier(a.bucket, b.bucket, now, schedule.rate) }
}
