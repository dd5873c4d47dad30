import { MINUTE } from '../model/limits.ts'
import type { Outcome } from './outcome.ts'

/** Requests that end within so long are looked at together, so that a burst of errors counts once. */
export const BIN = 15_000
/** A template is bad in a bin where so much of what it asked went badly. */
const BAD_SHARE = 0.25
/** Bins with nothing in them are none, so these may be of many more minutes. */
export const MOST_BINS = 48
/** No bin is remembered for longer. */
export const LONGEST = 30 * MINUTE

/** How a template did in a bin: well, badly, badly if the network works, or without any answer. */
export const VOTES = ['ok', 'bad', 'failed', 'lost'] as const
export type Vote = (typeof VOTES)[number]

/** What is kept of a bin once it is over. */
export interface Bin {
  readonly at: number
  /** By template. */
  readonly votes: Readonly<Record<string, Vote>>
  readonly sum: Tally
  readonly codes: Readonly<Record<string, number>>
}

/** How many of a template's requests went which way. */
export type Tally = Record<Vote, number>
export type Counted = Extract<Outcome, Vote>

export const NO_TALLY: Readonly<Tally> = { ok: 0, bad: 0, failed: 0, lost: 0 }

export const badIn = ({ bad, failed, lost }: Readonly<Tally>): number => bad + failed + lost

export const triedIn = ({ ok, bad, failed, lost }: Readonly<Tally>): number => ok + bad + failed + lost

/** The worst that holds for a share of what was tried that is no chance. */
export const voteOf = (tally: Readonly<Tally>): Vote => {
  const enough = triedIn(tally) * BAD_SHARE
  if (tally.bad >= enough) return 'bad'
  if (tally.bad + tally.failed >= enough) return 'failed'
  return tally.bad + tally.failed + tally.lost >= enough ? 'lost' : 'ok'
}

const FOR_BAD = 3.2
const FOR_OK = -0.28
const MOST_SCORE = 14
/** A template that was not asked for so long starts anew. */
export const FORGOTTEN = 10 * MINUTE

export const scored = (score: number, vote: Vote): number =>
  Math.min(MOST_SCORE, Math.max(0, score + (vote === 'ok' ? FOR_OK : FOR_BAD)))

export interface Score {
  readonly score: number
  readonly at: number
}

/** How each template did lately: much worse than by chance once it is above 4. Those not asked lately are left out. */
export const scoresOf = (bins: readonly Bin[], now: number): ReadonlyMap<string, Score> => {
  const scores = new Map<string, Score>()
  for (const { at, votes } of bins)
    for (const key in votes) {
      const before = scores.get(key)
      const score = before === undefined || at - before.at > FORGOTTEN ? 0 : before.score
      scores.set(key, { score: scored(score, votes[key] as Vote), at })
    }
  for (const [key, { at }] of scores) if (now - at > FORGOTTEN) scores.delete(key)
  return scores
}
