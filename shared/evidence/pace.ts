import { CONTROL_AGE, type Control } from './control.ts'

// How long requests take, beside how long they use to take. Times are logarithms to the base of two: 1 is twice as long.

/** Of a template: how long it takes, and from how many answers that is known. */
export interface Usual {
  readonly pace: number
  readonly known: number
}

/** How slow everything is. */
export interface Slowness {
  /** Grows while requests are much slower than they use to be, and shrinks while they are not. */
  readonly sum: number
  readonly since: number | null
  readonly slow: number
  readonly tried: number
}

export const NOT_SLOW: Slowness = { sum: 0, since: null, slow: 0, tried: 0 }

const SHARE = 0.02
/** Before so many answers nothing is known of what is usual. */
export const LEARNING = 300
const LEAST_KNOWN = 8
/** What takes so long by nature waits for news. */
export const LONG_POLL = Math.log2(8000)
/** Beyond twice as long and a bit. */
const MUCH = 1.2
const LEAST = 3
/** Nobody minds what is over before that, however much slower it is. */
const FLOOR = 400
const ALARM = 12
/** From here on what is usual is not learned from what is seen. */
const FROZEN = 2

export interface Timed {
  readonly key: string
  readonly ms: number
}

const median = (values: readonly number[]): number => {
  const sorted = [...values].sort((one, other) => one - other)
  const middle = sorted.length >> 1
  return sorted.length % 2 === 1
    ? (sorted[middle] ?? 0)
    : ((sorted[middle - 1] ?? 0) + (sorted[middle] ?? 0)) / 2
}

export const logOf = (ms: number): number => Math.log2(Math.max(ms, 1))

export const learned = (usual: Usual | undefined, ms: number): Usual => {
  const { pace, known } = usual ?? { pace: 0, known: 0 }
  return { pace: pace + (logOf(ms) - pace) * Math.max(SHARE, 1 / (known + 1)), known: known + 1 }
}

/** Whether a template waits for news, as far as that is known. */
export const isLongPoll = (usual: Usual | undefined): boolean =>
  usual !== undefined && usual.pace >= LONG_POLL

/** How much slower a bin's answers were than usual, beyond what the network explains; null where nobody can tell. */
export const slowerBy = (
  timed: readonly Timed[],
  usual: ReadonlyMap<string, Usual>,
  { ok, slower }: Control,
  at: number,
): number | null => {
  const known = timed.filter(
    ({ key }) => (usual.get(key)?.known ?? 0) >= LEAST_KNOWN && !isLongPoll(usual.get(key)),
  )
  if (known.length < LEAST || ok === null || at - ok > CONTROL_AGE) return null
  const ratio = median(known.map(({ key, ms }) => logOf(ms) - (usual.get(key)?.pace ?? 0)))
  const isFelt = median(known.map(({ ms }) => ms)) >= FLOOR
  const load = slower.reduce((sum, one) => sum + one, 0) / Math.max(slower.length, 1)
  return isFelt ? ratio - load : Math.min(ratio, 0)
}

export const slowed = (before: Slowness, by: number, at: number, timed: number): Slowness => {
  const sum = Math.min(2 * ALARM, Math.max(0, before.sum + Math.min(1, Math.max(-0.5, by - MUCH))))
  if (sum === 0) return NOT_SLOW
  const isSlow = by > MUCH
  return {
    sum,
    since: before.since ?? at,
    slow: before.slow + (isSlow ? timed : 0),
    tried: before.tried + timed,
  }
}

export const isSlow = ({ sum }: Slowness, factor: number): boolean =>
  sum >= Math.min(ALARM * factor, 2 * ALARM)
export const isFrozen = ({ sum }: Slowness): boolean => sum >= FROZEN
export const isSlowSuspect = ({ sum }: Slowness): boolean => sum >= ALARM / 2
/** Whether a bin was as fast as ever, or nearly. */
export const isPaceGood = (by: number): boolean => by <= 1
