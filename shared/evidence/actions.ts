import { LONGEST, NO_TALLY, type Tally, triedIn, voteOf } from './bins.ts'
import { answeredSince, type Control } from './control.ts'

// Things that people do seldom: one of them may fail for good while everything else works.

/** How one of them went in a bin. */
export interface Attempt extends Readonly<Tally> {
  readonly at: number
}

const LEAST = 4
const LEAST_ANSWERED = 3
const SPAN = 120_000
/** What fails now and then is tried again and goes through. */
const MOSTLY = 2 / 3
/** So many bins in a row in which it worked end the trouble. */
const GOOD = 2

const isGood = (attempt: Attempt): boolean => voteOf(attempt) === 'ok'

/** Those that may still count. */
export const recent = (attempts: readonly Attempt[], now: number): readonly Attempt[] =>
  attempts.filter(({ at }) => now - at <= LONGEST)

export const sumOf = (attempts: readonly Attempt[]): { bad: number; tried: number } => ({
  bad: attempts.reduce((sum, one) => sum + triedIn(one) - one.ok, 0),
  tried: attempts.reduce((sum, one) => sum + triedIn(one), 0),
})

/** Since when it fails, if it does. */
export const actionTrouble = (
  all: readonly Attempt[],
  control: Control,
  now: number,
  factor: number,
): number | null => {
  const attempts = recent(all, now)
  const bad = attempts.filter((one) => !isGood(one))
  const [first, last] = [bad[0], bad.at(-1)]
  if (first === undefined || last === undefined || bad.length < LEAST * factor) return null
  const sums = sumOf(attempts.filter(({ at }) => at >= first.at))
  const counts = bad.filter((one) => {
    const vote = voteOf(one)
    return vote === 'bad' || (vote === 'failed' && answeredSince(control, first.at))
  })
  const isFailing =
    attempts.at(-1) === last &&
    sums.bad >= sums.tried * MOSTLY &&
    counts.length >= LEAST_ANSWERED * factor &&
    last.at - first.at >= SPAN * factor &&
    (control.failed === null || control.failed < (control.ok ?? 0))
  return isFailing ? first.at : null
}

export const isActionSuspect = (attempts: readonly Attempt[], now: number): boolean =>
  recent(attempts, now)
    .slice(-3)
    .filter((one) => !isGood(one)).length >= 2

/** Whether what failed works again, or nobody tried for long. */
export const isActionOver = (all: readonly Attempt[], now: number): boolean => {
  const attempts = recent(all, now)
  const last = attempts.slice(-GOOD)
  return attempts.every(isGood) || (last.length === GOOD && last.every(isGood))
}

/** What was tried in the bin that just ended, beside what was tried before. */
export const withAttempt = (
  attempts: readonly Attempt[],
  at: number,
  tally: Readonly<Partial<Tally>>,
): readonly Attempt[] => [...recent(attempts, at), { ...NO_TALLY, ...tally, at }]
