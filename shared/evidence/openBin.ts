import type { Attempt } from './actions.ts'
import { type Bin, NO_TALLY, type Tally, triedIn, VOTES, type Vote, voteOf } from './bins.ts'
import type { Timed } from './pace.ts'

/** Bad requests by status, or by the browser's name for what went wrong. */
export type Codes = Record<string, number>

/** The bin that is still open. What happens is added to it. */
export interface OpenBin {
  readonly at: number
  readonly tallies: Record<string, Tally>
  readonly actions: Record<string, { readonly tally: Tally; readonly codes: Codes }>
  readonly codes: Codes
  readonly timed: Timed[]
}

export const openBin = (at: number): OpenBin => ({ at, tallies: {}, actions: {}, codes: {}, timed: [] })

export const added = (all: Codes, codes: Readonly<Codes>): Codes => {
  for (const [code, times] of Object.entries(codes)) all[code] = (all[code] ?? 0) + times
  return all
}

/** The names of what was lost are words, those of statuses are numbers. */
const isLoss = (code: string): boolean => !/^\d+$/.test(code)

/** Codes without those of votes that something else explains. */
export const codesWithout = (codes: Readonly<Codes>, isForgiven: (vote: Vote) => boolean): Codes =>
  Object.fromEntries(Object.entries(codes).filter(([code]) => !isForgiven(isLoss(code) ? 'lost' : 'bad')))

/** Counts a request of a template, and of a rare action where it is one. The code is that of a bad one. */
export const count = (
  bin: OpenBin,
  key: string,
  vote: Vote,
  code: string | null,
  action: string | undefined,
): void => {
  bin.tallies[key] ??= { ...NO_TALLY }
  bin.tallies[key][vote]++
  if (code !== null) added(bin.codes, { [code]: 1 })
  if (action === undefined) return
  bin.actions[action] ??= { tally: { ...NO_TALLY }, codes: {} }
  bin.actions[action].tally[vote]++
  if (code !== null) added(bin.actions[action].codes, { [code]: 1 })
}

/** What is kept of it; null where nothing counted. */
export const closed = ({ at, tallies, codes }: OpenBin): Bin | null => {
  const votes: Record<string, Vote> = {}
  const sum = { ...NO_TALLY }
  for (const [key, tally] of Object.entries(tallies)) {
    if (triedIn(tally) === 0) continue
    votes[key] = voteOf(tally)
    for (const vote of VOTES) sum[vote] += tally[vote]
  }
  return triedIn(sum) === 0 ? null : { at, votes, sum, codes }
}

/** The rare actions that were tried in it. */
export const attemptsIn = ({
  at,
  actions,
}: OpenBin): readonly (readonly [what: string, attempt: Attempt])[] =>
  Object.entries(actions)
    .filter(([, { tally }]) => triedIn(tally) > 0)
    .map(([what, { tally, codes }]) => [what, { ...tally, at, codes }])

/** A tally without votes that something else explains. */
export const without = <T extends Tally>(tally: Readonly<T>, isForgiven: (vote: Vote) => boolean): T => {
  const left: T = { ...tally }
  for (const vote of VOTES) if (isForgiven(vote)) left[vote] = 0
  return left
}

/** The same of a bin that is over. */
export const closedWithout = (bin: Bin, isForgiven: (vote: Vote) => boolean): Bin => ({
  ...bin,
  votes: Object.fromEntries(Object.entries(bin.votes).filter(([, vote]) => !isForgiven(vote))),
  sum: without(bin.sum, isForgiven),
  codes: codesWithout(bin.codes, isForgiven),
})

export const attemptWithout = (attempt: Attempt, isForgiven: (vote: Vote) => boolean): Attempt => ({
  ...without(attempt, isForgiven),
  codes: codesWithout(attempt.codes, isForgiven),
})

export const binWithout = (bin: OpenBin, isForgiven: (vote: Vote) => boolean): OpenBin => ({
  ...bin,
  codes: codesWithout(bin.codes, isForgiven),
  tallies: Object.fromEntries(
    Object.entries(bin.tallies).map(([key, tally]) => [key, without(tally, isForgiven)]),
  ),
  actions: Object.fromEntries(
    Object.entries(bin.actions).map(([what, one]) => [
      what,
      { tally: without(one.tally, isForgiven), codes: codesWithout(one.codes, isForgiven) },
    ]),
  ),
})
