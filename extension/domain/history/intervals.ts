import type { Interval } from './model.ts'

// Lists of intervals: sorted, apart from each other, and none of them empty.

const isSome = ({ from, to }: Interval): boolean => from < to

const byStart = (one: Interval, other: Interval): number => one.from - other.from

/** The time that any of them covers. */
export const union = (intervals: readonly Interval[]): readonly Interval[] => {
  const joined: { from: number; to: number }[] = []
  let last: { from: number; to: number } | undefined
  for (const { from, to } of intervals.toSorted(byStart)) {
    if (from >= to) continue
    if (last === undefined || from > last.to) {
      last = { from, to }
      joined.push(last)
    } else if (to > last.to) last.to = to
  }
  return joined
}

/** The time that both lists cover. */
export const intersection = (one: readonly Interval[], other: readonly Interval[]): readonly Interval[] => {
  const both: Interval[] = []
  for (let i = 0, j = 0; i < one.length && j < other.length; ) {
    const a = one[i] as Interval
    const b = other[j] as Interval
    const from = Math.max(a.from, b.from)
    const to = Math.min(a.to, b.to)
    if (from < to) both.push({ from, to })
    if (a.to < b.to) i++
    else j++
  }
  return both
}

/** How many of a sorted list come first that are so: found by halves, as a year of watching is a long list. */
const countOf = <T>(list: readonly T[], isSo: (one: T) => boolean): number => {
  let [low, high] = [0, list.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (isSo(list[middle] as T)) low = middle + 1
    else high = middle
  }
  return low
}

/** Those of a list that reach into an interval. */
const reaching = (list: readonly Interval[], { from, to }: Interval): readonly Interval[] =>
  list.slice(
    countOf(list, (one) => one.to <= from),
    countOf(list, (one) => one.from < to),
  )

/** The time that the list leaves of an interval. */
export const gapsIn = ({ from, to }: Interval, covered: readonly Interval[]): readonly Interval[] => {
  const within = reaching(covered, { from, to })
  const ends = [from, ...within.map((one) => one.to)]
  const starts = [...within.map((one) => one.from), to]
  return ends
    .map((end, at) => ({ from: Math.max(from, end), to: Math.min(to, starts[at] ?? to) }))
    .filter(isSome)
}

/** The time of the first list that the second doesn't cover. */
export const without = (list: readonly Interval[], covered: readonly Interval[]): readonly Interval[] => {
  const [first, last] = [list[0], list.at(-1)]
  if (first === undefined || last === undefined) return []
  return intersection(list, gapsIn({ from: first.from, to: last.to }, covered))
}

/** The parts of some spans that lie within an interval. */
export const within = <T extends Interval>(spans: readonly T[], { from, to }: Interval): readonly T[] =>
  spans
    .filter((span) => span.from < to && span.to > from && span.from < span.to && from < to)
    // Most lie in it as a whole, and there may be very many.
    .map((span) =>
      span.from >= from && span.to <= to
        ? span
        : { ...span, from: Math.max(from, span.from), to: Math.min(to, span.to) },
    )

/** How long they are together, in milliseconds. */
export const lengthOf = (intervals: readonly Interval[]): number =>
  intervals.reduce((sum, { from, to }) => sum + to - from, 0)
