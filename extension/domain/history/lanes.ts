import { DAY } from '../../../shared/model/limits.ts'
import { dayOf, daysAfter, momentOf, monthAround, weekdayOf } from './calendar.ts'
import { gapsIn, within } from './intervals.ts'
import type { Interval, Span, Timeline } from './model.ts'
import { type Piece, piecesOf } from './pieces.ts'

// What the picture shows, before it is drawn.

/** One stretch of time in which a capability was affected in one way, or several that are drawn as one. */
export interface Mark extends Omit<Piece, 'intervals' | 'seen' | 'spans'>, Interval {
  /** How many stretches it is, and how long they are together. */
  readonly times: number
  readonly affected: number
  readonly incidents: readonly string[]
  /** How much of it Podlight saw. */
  readonly seen: number
}

export interface Lane {
  readonly capability: string
  /** By time. */
  readonly marks: readonly Mark[]
}

/** The incidents of each interval; both lists are by start. */
const incidentsOfEach = (
  intervals: readonly Interval[],
  spans: readonly Span[],
): readonly (readonly string[])[] => {
  let next = 0
  let open: Span[] = []
  return intervals.map((interval) => {
    open = open.filter(({ to }) => to > interval.from)
    for (let span = spans[next]; span !== undefined && span.from < interval.to; span = spans[++next])
      if (span.to > interval.from) open.push(span)
    const incidents: string[] = []
    for (const { incident } of open)
      if (incident !== null && !incidents.includes(incident)) incidents.push(incident)
    return incidents
  })
}

/** How much of each interval was seen; what was seen lies within them. */
const seenOfEach = (intervals: readonly Interval[], seen: readonly Interval[]): readonly number[] => {
  let next = 0
  return intervals.map(({ to }) => {
    let sum = 0
    for (let one = seen[next]; one !== undefined && one.from < to; one = seen[++next])
      sum += one.to - one.from
    return sum
  })
}

/** A lane for each capability that was affected in a time. */
export const lanesOf = (timeline: Timeline, range: Interval): readonly Lane[] => {
  const lanes = new Map<string, Mark[]>()
  for (const piece of piecesOf(within(timeline.spans, range))) {
    const { capability, effect, certainty, kind, intervals, seen, spans } = piece
    const incidents = incidentsOfEach(intervals, spans)
    const seenOf = seenOfEach(intervals, seen)
    const marks = intervals.map(
      ({ from, to }, index): Mark => ({
        capability,
        effect,
        certainty,
        kind,
        from,
        to,
        times: 1,
        affected: to - from,
        incidents: incidents[index] ?? [],
        seen: seenOf[index] ?? 0,
      }),
    )
    lanes.set(capability, [...(lanes.get(capability) ?? []), ...marks])
  }
  return [...lanes].map(([capability, marks]) => ({
    capability,
    marks: marks.sort((one, other) => one.from - other.from),
  }))
}

/** When nobody watched, the time before all began too. Of what is to come nothing is said. */
export const gapsOf = ({ watched, to }: Timeline, range: Interval): readonly Interval[] =>
  gapsIn({ from: range.from, to: Math.min(range.to, to) }, within(watched, range))

export interface Tick {
  readonly at: number
  /** What of it is written: an hour, a day or a month. */
  readonly unit: 'hour' | 'day' | 'month'
}

/** The moments written under the picture, at most some dozen. */
export const ticksOf = (range: Interval, timeZone: string): readonly Tick[] => {
  const first = dayOf(range.from, timeZone)
  const days = Math.round((range.to - range.from) / DAY)
  const isWithin = ({ at }: Tick): boolean => at >= range.from && at < range.to
  if (days <= 1)
    return Array.from({ length: 8 }, (_, index) => index * 3)
      .map((hour): Tick => ({ at: momentOf(first, hour * 60, timeZone), unit: 'hour' }))
      .filter(isWithin)
  if (days > 100)
    return Array.from({ length: Math.ceil(days / 28) + 1 }, (_, away) => away)
      .map((away): Tick => ({ at: monthAround(range.from, timeZone, away).from, unit: 'month' }))
      .filter(isWithin)
  const dates = Array.from({ length: days + 2 }, (_, index) => daysAfter(first, index))
  // Each day of a week, else each Monday.
  return dates
    .filter((date) => days <= 7 || weekdayOf(date) === 1)
    .map((date): Tick => ({ at: momentOf(date, 0, timeZone), unit: 'day' }))
    .filter(isWithin)
}
