import { BROWSER_RATE, type Rate } from './bucket.ts'

/** Between two requests while the pod is well. */
export const WELL = 60_000

/** Between two requests while the pod is affected. The vendor's cache makes anything shorter pointless. */
export const AFFECTED = 30_000

/** Between two requests where the user asked to save data. */
export const SAVING = 300_000

export const SHORTEST = 30_000
export const LONGEST = 300_000

/** A longer wait is waited in pieces, so that a sleep, or a clock that was set, is noticed soon. */
export const BEAT = 75_000

/** A server that asks for more silence than this is asked again all the same: nobody would be served by days. */
export const HELD = 3_600_000

/** Who asks how often. One schedule for all: only its numbers differ. */
export interface Schedule {
  readonly well: number
  readonly affected: number
  readonly saving: number
  readonly shortest: number
  readonly longest: number
  readonly rate: Rate
}

/** What one browser does. */
export const BROWSERS: Schedule = {
  well: WELL,
  affected: AFFECTED,
  saving: SAVING,
  shortest: SHORTEST,
  longest: LONGEST,
  rate: BROWSER_RATE,
}

/**
 * What a relay does, which asks for everybody. Six requests saved, an hour's earnings, and the four that a jump of the
 * clock can earn are 260.
 */
export const RELAYS: Schedule = {
  well: 15_000,
  affected: 15_000,
  saving: 15_000,
  shortest: 15_000,
  longest: 120_000,
  rate: { capacity: 6, price: 14_400 },
}

/** No wait of ours ends later than this from now, unless the server asked for it. */
export const furthestOf = ({ longest }: Schedule): number => longest * 1.25

// A page may have replaced the source of chance: out of range, it would shorten waits.
const fair = (random: number): number => Math.min(1, Math.max(0, random || 0))

/** A wait made 0 to 25 % longer, so that browsers that started together drift apart. Never shorter. */
export const lengthened = (wait: number, random: number): number => Math.ceil(wait * (1 + fair(random) / 4))

/** The wait after so many failures in a row: full jitter between the shortest and a ceiling that doubles up to the longest. */
export const backOff = (failures: number, random: number, shortest = SHORTEST, longest = LONGEST): number => {
  const ceiling = Math.min(longest, shortest * 2 ** Math.max(1, failures))
  return Math.ceil(shortest + fair(random) * (ceiling - shortest))
}
