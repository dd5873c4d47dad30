export const SECOND = 1000
export const MINUTE = 60 * SECOND
export const HOUR = 60 * MINUTE
export const DAY = 24 * HOUR
export const SECONDS = DAY / SECOND

/** How the feed answers at a time. */
export type Answer = 'well' | 'affected' | 'fails'

/** From, inclusive, to, exclusive: milliseconds since midnight. */
export interface Span {
  readonly from: number
  readonly to: number
}

export const isIn = ({ from, to }: Span, time: number): boolean => time >= from && time < to

const span = (from: number, to: number): Span => ({ from: from * HOUR, to: to * HOUR })

/** What happens on the hard day, each at a busy time. */
export const INCIDENT = span(10, 12)
/** Begins with the busiest hour. */
export const OUTAGE: Span = { from: 14 * HOUR, to: 14 * HOUR + 20 * MINUTE }
export const RECOVERY: Span = { from: OUTAGE.to, to: OUTAGE.to + HOUR }
export const LOOP = span(17, 18)

export interface Day {
  answerAt(time: number): Answer
  /** Pages that have the mistake call `refresh` in a loop in this time. */
  readonly loop: Span | null
}

export const ORDINARY: Day = { answerAt: () => 'well', loop: null }

export const HARD: Day = {
  answerAt: (time) => (isIn(INCIDENT, time) ? 'affected' : isIn(OUTAGE, time) ? 'fails' : 'well'),
  loop: LOOP,
}

/** How many visits begin about each full hour, beside each other; straight lines between. Quiet nights, busy afternoons. */
const BUSY = [
  35, 25, 20, 18, 20, 28, 45, 75, 110, 145, 165, 170, 165, 170, 175, 170, 160, 145, 130, 125, 120, 100, 75,
  50,
]
const at = (hour: number): number => BUSY[hour % 24] ?? 0
const hours = BUSY.map((_, hour) => (at(hour) + at(hour + 1)) / 2)
const all = hours.reduce((sum, one) => sum + one, 0)

/** When a visit begins, for a number by chance from 0 to 1. */
export const arrival = (random: number): number => {
  let left = random * all
  let hour = 0
  while (hour < 23 && left >= (hours[hour] ?? 0)) left -= hours[hour++] ?? 0
  const [from, to] = [at(hour), at(hour + 1)]
  const part = left / (hours[hour] ?? 1)
  // Where the area under a straight line from `from` to `to` is this part of the whole.
  const grown = Math.sqrt(from * from + part * (to * to - from * from))
  const into = from === to ? part : (grown - from) / (to - from)
  return Math.min(DAY - 1, (hour + into) * HOUR)
}
