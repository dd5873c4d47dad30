import { MINUTE } from '../../../shared/model/limits.ts'
import { daysAfter, daysIn, momentOf } from './calendar.ts'
import { intersection, lengthOf, union, within, without } from './intervals.ts'
import type { Interval, Promised, Story, Timeline } from './model.ts'
import { type Kind, kindOf, type Piece, piecesOf } from './pieces.ts'

/** How long something was, in milliseconds, and what that rests on. */
export interface Hours {
  readonly total: number
  /** Within the team's working hours. */
  readonly working: number
  /** Seen by Podlight in this browser; the page told of the rest later. */
  readonly seen: number
}

/** How long a capability was affected in one way. */
type Part = Pick<Piece, 'effect' | 'certainty' | 'kind'> & { readonly hours: Hours }

export interface Sum {
  readonly capability: string
  /** For sure, in whatever way. */
  readonly hours: Hours
  /** Sorted by what counts first. */
  readonly parts: readonly Part[]
}

export interface Sums {
  /** When at least one capability was affected for sure. */
  readonly affected: readonly Interval[]
  /** When at least one capability was affected for sure; perhaps, and not for sure; by planned work alone. */
  readonly byKind: Readonly<Record<Exclude<Kind, 'notice'>, Hours>>
  /** The longest first. */
  readonly byCapability: readonly Sum[]
  /** Incidents that began in this time. */
  readonly incidents: number
  /** From the first update to the end, of those that are over; null where none is. */
  readonly medianLength: number | null
  /** Updates that fell due in this time. */
  readonly promised: number
  /** How late those came that came late, or haven't come yet. */
  readonly late: readonly number[]
  readonly medianLate: number | null
  /** How long Podlight knew how the pod was, and how much of this time has passed. */
  readonly watched: number
  readonly passed: number
}

export const median = (numbers: readonly number[]): number | null => {
  if (numbers.length === 0) return null
  const sorted = numbers.toSorted((one, other) => one - other)
  const middle = Math.floor(sorted.length / 2)
  const [low = 0, high = 0] = [sorted[Math.ceil(sorted.length / 2) - 1], sorted[middle]]
  return (low + high) / 2
}

/** How long after it was due an update came; null where it came in time, or nobody knows. */
export const latenessOf = ({ due, cameAt }: Promised, { endedAt, knownUntil }: Story): number | null => {
  const late = (cameAt ?? (endedAt === null ? knownUntil : due)) - due
  // Status pages tell times to the minute, so less than one is nothing.
  return late >= MINUTE ? late : null
}

/** Whether it is known that an update came in time or didn't. */
const isSettled = (promised: Promised, story: Story): boolean =>
  promised.cameAt !== null || latenessOf(promised, story) !== null

export const isIn = (at: number, { from, to }: Interval): boolean => at >= from && at < to

/** Whether an incident affected something for sure. */
export const isSure = ({ kind, stages }: Story, concerns: (capability: string) => boolean): boolean =>
  kind === 'incident' &&
  stages.some(({ impacts }) =>
    impacts.some((impact) => kindOf(impact) === 'affected' && concerns(impact.capability)),
  )

interface Asked {
  /** Whether a capability is one that this team works with. */
  readonly concerns: (capability: string) => boolean
  /** When the team works. */
  readonly working: readonly Interval[]
}

/** No moment of a capability stands in two parts. */
const added = (parts: readonly Part[]): Hours => {
  const sumOf = (key: keyof Hours): number => parts.reduce((sum, { hours }) => sum + hours[key], 0)
  return { total: sumOf('total'), working: sumOf('working'), seen: sumOf('seen') }
}

/** The day on which most was affected, by when it begins; null where nothing was. */
export const worstDayOf = (
  { affected }: Pick<Sums, 'affected'>,
  timeZone: string,
): { readonly at: number; readonly length: number } | null => {
  const [first, last] = [affected[0], affected.at(-1)]
  if (first === undefined || last === undefined) return null
  const [worst] = daysIn({ from: first.from, to: last.to }, timeZone)
    .map((day) => {
      const at = momentOf(day, 0, timeZone)
      const to = momentOf(daysAfter(day, 1), 0, timeZone)
      return { at, length: lengthOf(within(affected, { from: at, to })) }
    })
    .sort((one, other) => other.length - one.length)
  return worst ?? null
}

/** When incidents were seen first of which no report is kept: a relay may give verdicts alone. */
const unreported = ({ spans, stories }: Timeline, { concerns }: Asked): readonly number[] => {
  const reported = new Set(stories.map(({ id }) => id))
  const first = new Map<string, number>()
  for (const span of spans)
    if (span.incident !== null && kindOf(span) === 'affected' && concerns(span.capability))
      if (!reported.has(span.incident) && !first.has(span.incident)) first.set(span.incident, span.from)
  return [...first.values()]
}

/** What a time cost, by what is known of it. */
export const sumsOf = (timeline: Timeline, range: Interval, asked: Asked): Sums => {
  const { concerns, working } = asked
  const spans = within(timeline.spans, range).filter(({ capability }) => concerns(capability))
  const hoursOf = (intervals: readonly Interval[], seen: readonly Interval[]): Hours => ({
    total: lengthOf(intervals),
    working: lengthOf(intersection(intervals, working)),
    seen: lengthOf(intersection(intervals, seen)),
  })
  const pieces = piecesOf(spans)
  const timeOf = (kind: Kind, of: 'intervals' | 'seen'): readonly Interval[] =>
    union(pieces.filter((piece) => piece.kind === kind).flatMap((piece) => piece[of]))
  const affected = timeOf('affected', 'intervals')
  const possible = without(timeOf('possible', 'intervals'), affected)
  const planned = without(timeOf('planned', 'intervals'), union([...affected, ...possible]))

  const begun = timeline.stories.filter((story) => isIn(story.startedAt, range) && isSure(story, concerns))
  const lengths = begun.flatMap(({ endedAt, firstUpdateAt }) =>
    endedAt === null ? [] : [endedAt - firstUpdateAt],
  )
  const promises = timeline.stories
    .filter((story) => isSure(story, concerns))
    .flatMap((story) => story.promises.map((promised) => ({ story, promised })))
    .filter(({ promised }) => isIn(promised.due, range))
  const late = promises.flatMap(({ story, promised }) => latenessOf(promised, story) ?? [])
  const capabilities = [...new Set(pieces.map(({ capability }) => capability))]
  return {
    affected,
    byKind: {
      affected: hoursOf(affected, timeOf('affected', 'seen')),
      possible: hoursOf(possible, timeOf('possible', 'seen')),
      planned: hoursOf(planned, timeOf('planned', 'seen')),
    },
    byCapability: capabilities
      .map((capability): Sum => {
        const own = pieces.filter((piece) => piece.capability === capability)
        const parts = own.map(
          ({ effect, certainty, kind, intervals, seen }): Part => ({
            effect,
            certainty,
            kind,
            hours: hoursOf(intervals, seen),
          }),
        )
        return { capability, hours: added(parts.filter(({ kind }) => kind === 'affected')), parts }
      })
      .sort((one, other) => other.hours.total - one.hours.total),
    incidents: begun.length + unreported(timeline, asked).filter((at) => isIn(at, range)).length,
    medianLength: median(lengths),
    promised: promises.filter(({ story, promised }) => isSettled(promised, story)).length,
    late,
    medianLate: median(late),
    watched: lengthOf(within(timeline.watched, range)),
    passed: Math.max(0, Math.min(range.to, timeline.to) - Math.max(range.from, timeline.from)),
  }
}
