import { type Bin, LONGEST, scoresOf, type Vote } from './bins.ts'
import { answeredSince, type Control, isAnswering } from './control.ts'
import type { Kind } from './sign.ts'

// The app as a whole: trouble must be broad and must last, as one broken thing is no trouble of the vendor, and a moment
// is none either.

/** Above it, a template is in trouble. */
const TROUBLE = 4
/** So many templates have to be in trouble: of a few, two; else a part of those in use, as far as that makes sense. */
const needed = (live: number): number => (live <= 3 ? 2 : Math.max(3, Math.min(5, Math.ceil(live / 4))))

/** In how many of the last bins something has to be wrong. */
const FAILING = { of: 8, least: 6 }
const LOST = { of: 24, least: 20 }

export interface Found {
  readonly kind: Kind
  readonly since: number
}

const isBad = (vote: Vote | undefined): boolean => vote === 'bad'
const isFailed = (vote: Vote | undefined): boolean => vote === 'bad' || vote === 'failed'
const isLost = (vote: Vote | undefined): boolean => vote !== undefined && vote !== 'ok'

/** The template that did worst: what is left when it is left out is not one broken thing. */
const worstIn = (bins: readonly Bin[], holds: (vote: Vote | undefined) => boolean): string | null => {
  const times = new Map<string, number>()
  let worst: string | null = null
  for (const { votes } of bins)
    for (const key in votes)
      if (holds(votes[key])) {
        const count = (times.get(key) ?? 0) + 1
        times.set(key, count)
        if (worst === null || count > (times.get(worst) ?? 0)) worst = key
      }
  return worst
}

/** Those of the bins in which something else than the worst template went wrong. */
const troubled = (bins: readonly Bin[], holds: (vote: Vote | undefined) => boolean): readonly Bin[] => {
  const worst = worstIn(bins, holds)
  return bins.filter(({ votes }) => Object.keys(votes).some((key) => key !== worst && holds(votes[key])))
}

/** Whether the last bin was one in which nothing but one template went wrong. */
export const isGood = (bins: readonly Bin[]): boolean => troubled(bins.slice(-1), isLost).length === 0

const isBroad = (bins: readonly Bin[], now: number): boolean => {
  const scores = [...scoresOf(bins, now).values()]
  return scores.filter(({ score }) => score >= TROUBLE).length >= needed(scores.length)
}

/** What is wrong with the app, if anything; with a larger factor it takes so much more to say so. */
export const appTrouble = (
  all: readonly Bin[],
  control: Control,
  now: number,
  factorOf: (kind: Kind) => number,
): Found | null => {
  const bins = all.filter(({ at }) => now - at <= LONGEST)
  const last = (count: number): readonly Bin[] => bins.slice(-count)
  const [often, seldom] = [factorOf('failing'), factorOf('unreachable')]
  // Cheap questions first: most of the time nothing is wrong.
  if (troubled(last(4), isLost).length < 2) return null
  if (!isBroad(bins, now)) return null
  const window = last(FAILING.of * often)
  const bad = troubled(window, isBad)
  const failed = bad.length >= FAILING.least * often ? bad : troubled(window, isFailed)
  const since = failed[0]?.at ?? now
  // A status is an answer of somebody; but where the page fails as well, that somebody stands in between.
  const isProven =
    answeredSince(control, since) || (failed === bad && control.ok === null && control.failed === null)
  if (failed.length >= FAILING.least * often && isProven) return { kind: 'failing', since }
  const lost = troubled(last(LOST.of * seldom), isLost)
  if (lost.length >= LOST.least * seldom && isAnswering(control, now))
    return { kind: 'unreachable', since: lost[0]?.at ?? now }
  return null
}

/** Whether it looks like the beginning of trouble. */
export const isAppSuspect = (bins: readonly Bin[], now: number): boolean =>
  troubled(bins.slice(-4), isLost).length >= 3 && isBroad(bins, now)
