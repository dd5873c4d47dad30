import { SECOND, SECONDS, type Span } from './day.ts'

/** Requests in each second of a day. What runs past midnight is counted at the day's beginning, as on any other day. */
export type Counts = Uint32Array

export const newCounts = (): Counts => new Uint32Array(SECONDS)

export const count = (counts: Counts, time: number, requests = 1): void => {
  const second = Math.floor(time / SECOND) % SECONDS
  counts[second] = (counts[second] ?? 0) + requests
}

export const sumOf = (counts: Counts): number => counts.reduce((sum, one) => sum + one, 0)

/** The seconds of a time, in groups of this many; each group's requests. */
export const groupsOf = (counts: Counts, { from, to }: Span, seconds: number): number[] => {
  const [first, end] = [from / SECOND, to / SECOND]
  return Array.from({ length: Math.floor((end - first) / seconds) }, (_, i) =>
    counts.subarray(first + i * seconds, first + (i + 1) * seconds).reduce((sum, one) => sum + one, 0),
  )
}

const largest = (all: readonly number[]): number => all.reduce((most, one) => Math.max(most, one), 0)

/** How busy a time is. All of them are requests a second. */
export interface Load {
  readonly mean: number
  readonly busiestSecond: number
  /** The mean of the busiest ten seconds. */
  readonly busiestTen: number
}

export const loadOf = (counts: Counts, span: Span): Load => {
  const tens = groupsOf(counts, span, 10)
  return {
    mean: tens.reduce((sum, one) => sum + one, 0) / (tens.length * 10),
    busiestSecond: largest(groupsOf(counts, span, 1)),
    busiestTen: largest(tens) / 10,
  }
}

/** The most in any hour that begins with a request; times in order. */
export const mostInAnHour = (times: readonly number[], hour = 3_600_000): number => {
  let first = 0
  return times.reduce((most, time, i) => {
    while ((times[first] ?? time) <= time - hour) first++
    return Math.max(most, i - first + 1)
  }, 0)
}
