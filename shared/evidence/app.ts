import { type Bin, badIn, LONGEST, scoresOf, triedIn, type Vote } from './bins.ts'
import { answeredSince, type Control, isAnswering } from './control.ts'
import type { Kind } from './sign.ts'

// The app as a whole: trouble must be broad and must last, as one broken thing is no trouble of the vendor, and a moment
// is none either.

/** Above it, a template is in trouble. */
const TROUBLE = 4
/** So many templates have to be in trouble: of a few, two; else a part of those in use, as far as that makes sense. */
const needed = (live: number): number => (live <= 3 ? 2 : Math.max(3, Math.min(5, Math.ceil(live / 4))))

/** And so many have to have gone wrong at least once, so that two or three broken things are none of it. */
const touched = (live: number): number => (live <= 3 ? 2 : Math.max(3, Math.min(5, Math.ceil(live / 2))))

/** In how many of the last bins something has to be wrong. */
const FAILING = { of: 8, least: 6 }
/** A bin in which less of what was tried went wrong is an ordinary one. */
const SHARE = 0.1
const LOST = { of: 24, least: 20 }
/** Such a share of what was tried is lost then. */
const MOST = 0.7

export interface Found {
  readonly kind: Kind
  readonly since: number
}

const isBad = (vote: Vote | undefined): boolean => vote === 'bad'
const isFailed = (vote: Vote | undefined): boolean => vote === 'bad' || vote === 'failed'
const isLost = (vote: Vote | undefined): boolean => vote !== undefined && vote !== 'ok'

/** What went wrong in so many bins besides what did so most often, and how many templates went wrong in all. */
interface Trouble {
  readonly bins: readonly Bin[]
  readonly templates: number
}

const troubleIn = (bins: readonly Bin[], holds: (vote: Vote | undefined) => boolean): Trouble => {
  const times = new Map<string, number>()
  let worst = ''
  for (const { votes } of bins)
    for (const key in votes)
      if (holds(votes[key])) {
        const count = (times.get(key) ?? 0) + 1
        times.set(key, count)
        if (count > (times.get(worst) ?? 0)) worst = key
      }
  const others = bins.filter(({ votes, sum }) => {
    if (badIn(sum) < triedIn(sum) * SHARE) return false
    for (const key in votes) if (key !== worst && holds(votes[key])) return true
    return false
  })
  return { bins: others, templates: times.size }
}

/** Who can't be reached answers next to nothing; a bad network lets a part of it through. */
const isMost = (bins: readonly Bin[]): boolean =>
  bins.reduce((over, { sum }) => over + badIn(sum) - triedIn(sum) * MOST, 0) >= 0

/** Whether the last bin was one in which nothing but one template went wrong. */
export const isGood = (bins: readonly Bin[]): boolean => troubleIn(bins.slice(-1), isLost).bins.length === 0

/** How many templates are in use, and whether enough of them are in trouble. */
const breadthOf = (
  bins: readonly Bin[],
  now: number,
): { readonly live: number; readonly isBroad: boolean } => {
  const scores = [...scoresOf(bins, now).values()]
  const live = scores.length
  return { live, isBroad: scores.filter(({ score }) => score >= TROUBLE).length >= needed(live) }
}

/** Most of the time nothing is wrong, which is quickly seen. */
const isQuiet = (bins: readonly Bin[]): boolean =>
  bins.slice(-4).filter(({ sum }) => badIn(sum) > 0).length < 2

/** What is wrong with the app, if anything; with a larger factor it takes so much more to say so. */
export const appTrouble = (
  all: readonly Bin[],
  control: Control,
  now: number,
  factorOf: (kind: Kind) => number,
): Found | null => {
  if (isQuiet(all)) return null
  const bins = all.filter(({ at }) => now - at <= LONGEST)
  const { live, isBroad } = breadthOf(bins, now)
  if (!isBroad) return null
  const [often, seldom] = [factorOf('failing'), factorOf('unreachable')]
  const isEnough = ({ bins, templates }: Trouble, least: number): boolean =>
    bins.length >= least && templates >= touched(live)
  const window = bins.slice(-FAILING.of * often)
  const bad = troubleIn(window, isBad)
  const isAnswered = isEnough(bad, FAILING.least * often)
  const failed = isAnswered ? bad : troubleIn(window, isFailed)
  const since = failed.bins[0]?.at ?? now
  // A status is an answer of somebody; but where the page fails as well, that somebody stands in between.
  const isUnasked = control.ok === null && control.failed === null
  const isProven = answeredSince(control, since) || (isAnswered && isUnasked)
  if (isProven && isEnough(failed, FAILING.least * often)) return { kind: 'failing', since }
  const lost = troubleIn(bins.slice(-LOST.of * seldom), isLost)
  if (isAnswering(control, now) && isEnough(lost, LOST.least * seldom) && isMost(lost.bins))
    return { kind: 'unreachable', since: lost.bins[0]?.at ?? now }
  return null
}

/** Whether it looks like the beginning of trouble. */
export const isAppSuspect = (bins: readonly Bin[], now: number): boolean =>
  !isQuiet(bins) && troubleIn(bins.slice(-4), isLost).bins.length >= 3 && breadthOf(bins, now).isBroad
