import { STALE } from '../../../shared/model/limits.ts'
import type { Impact, Level } from '../../../shared/model/verdict.ts'
import { epochOf } from '../../../shared/text/time.ts'
import { gapsIn, union, within } from './intervals.ts'
import type { Basis, Interval, Span, Story, Timeline } from './model.ts'

/** What was seen of a pod, from one change to the next. */
export interface Seen {
  readonly at: number
  /** Until when the row before this one was known to hold; null where nobody knows. */
  readonly before: number | null
  readonly level: Level
  readonly impacts: readonly (Pick<Impact, 'effect' | 'certainty' | 'since' | 'incident'> & {
    readonly capability: string
  })[]
}

const RANGE_OF_TIME = { from: Number.NEGATIVE_INFINITY, to: Number.POSITIVE_INFINITY }

interface Held extends Interval {
  readonly row: Seen
}

/** When a row was last known to hold. */
const lastLookOf = (row: Seen, next: Seen | undefined, seenUntil: number): number => {
  const end = next === undefined ? seenUntil : (next.before ?? row.at)
  return Math.max(row.at, Math.min(end, next?.at ?? end))
}

/** How long each row is known to have held. Rows of which nothing was known are left out. */
const heldOf = (rows: readonly Seen[], seenUntil: number): readonly Held[] =>
  rows.flatMap((row, index) => {
    const to = lastLookOf(row, rows[index + 1], seenUntil)
    return row.level === 'unknown' || row.at >= to ? [] : [{ row, from: row.at, to }]
  })

/**
 * When Podlight was watching: from one look to the next as well, where that came soon enough to miss nothing. News is
 * good for as long, so a request that failed in between is no gap either.
 */
const watchedOf = (rows: readonly Seen[], seenUntil: number): readonly Interval[] => {
  const known = rows.flatMap((row, index) => {
    const next = rows[index + 1]
    const last = lastLookOf(row, next, seenUntil)
    const to = next !== undefined && next.at - last <= STALE ? next.at : last
    return row.level === 'unknown' ? [] : [{ from: row.at, to }]
  })
  const lapses = gapsIn(RANGE_OF_TIME, union(known)).filter(({ from, to }) => to - from <= STALE)
  return union([...known, ...lapses])
}

type Told = Pick<Span, 'capability' | 'effect' | 'certainty' | 'incident'>

const spanOf = (
  { capability, effect, certainty, incident }: Told,
  basis: Basis,
  from: number,
  to: number,
): Span => ({ capability, effect, certainty, incident, basis, from, to })

/** Spans that go on where another of their kind ends are one. Both lists are by start. */
const joined = (spans: readonly Span[]): readonly Span[] => {
  const all: { -readonly [Key in keyof Span]: Span[Key] }[] = []
  const last = new Map<string, (typeof all)[number]>()
  for (const span of spans) {
    const key = `${span.capability} ${span.effect} ${span.certainty} ${span.incident} ${span.basis}`
    const before = last.get(key)
    if (before !== undefined && before.to >= span.from) before.to = Math.max(before.to, span.to)
    else {
      const own = { ...span }
      last.set(key, own)
      all.push(own)
    }
  }
  return all
}

/** What was seen, and what components that were in trouble already say of the time since nobody looked. */
const seenSpans = (held: readonly Held[], start: number): readonly Span[] =>
  held.flatMap(({ row, from, to }, index) => {
    const unseenSince = held[index - 1]?.to ?? start
    return row.impacts.flatMap((impact): Span[] => {
      const span = spanOf(impact, 'seen', from, to)
      const began = impact.incident === null ? (epochOf(impact.since) ?? from) : from
      const earlier = Math.max(began, unseenSince)
      return earlier < from ? [spanOf(impact, 'page', earlier, from), span] : [span]
    })
  })

/**
 * What the page told later: of times when nobody looked, and of the time before it first spoke of an incident, when
 * nobody could have seen it.
 */
const toldSpans = (stories: readonly Story[], watched: readonly Interval[]): readonly Span[] =>
  stories.flatMap(({ stages, firstUpdateAt }) =>
    stages.flatMap(({ impacts, from, to }) => {
      const unspoken = { from, to: Math.min(to, firstUpdateAt) }
      const untold = union([unspoken, ...gapsIn({ from, to }, watched)])
      return impacts.flatMap((impact) => untold.map((one) => spanOf(impact, 'page', one.from, one.to)))
    }),
  )

interface Known {
  readonly pod: string
  /** By time; the first may be older than the time that is asked for. */
  readonly rows: readonly Seen[]
  /** When the pod was last looked at. */
  readonly seenUntil: number
  readonly stories: readonly Story[]
}

/**
 * What is known of a pod in a time. At every moment one of two counts: what was seen, and where nobody looked, what the
 * page told later. So nothing counts twice.
 */
export const timelineOf = ({ pod, rows, seenUntil, stories }: Known, range: Interval): Timeline => {
  const held = heldOf(rows, seenUntil)
  const spans = [...seenSpans(held, range.from), ...toldSpans(stories, union(held))].sort(
    (one, other) => one.from - other.from,
  )
  return {
    ...range,
    pod,
    spans: within(joined(spans), range),
    watched: within(watchedOf(rows, seenUntil), range),
    stories: stories
      .filter(({ startedAt, knownUntil }) => startedAt < range.to && knownUntil > range.from)
      .toSorted((one, other) => one.startedAt - other.startedAt),
  }
}
