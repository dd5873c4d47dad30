import { describe, expect, it } from 'vitest'
import { lengthOf } from '../../../../extension/domain/history/intervals.ts'
import { gapsOf, lanesOf, ticksOf } from '../../../../extension/domain/history/lanes.ts'
import type { Interval, Story, Timeline } from '../../../../extension/domain/history/model.ts'
import { type Document, storyOf } from '../../../../extension/domain/history/stories.ts'
import { sumsOf } from '../../../../extension/domain/history/sums.ts'
import { type Seen, timelineOf } from '../../../../extension/domain/history/timeline.ts'
import { MINUTE } from '../../../support/history/minutes.ts'
import { emptyPage } from '../../../support/history/readDocument.ts'
import { incident, on, update } from './incident.ts'

const RANGE = { from: on('00:00'), to: on('23:59') }
const CHAT = { capability: 'chat', effect: 'delayed', certainty: 'confirmed', since: null } as const

const well = (at: string, before: string | null): Seen => ({
  at: on(at),
  before: before === null ? null : on(before),
  level: 'ok',
  impacts: [],
})
/** A row in which chat is delayed, by an incident or by a component alone. */
const delayed = (at: string, before: string | null, since: string | null = null): Seen => ({
  ...well(at, before),
  level: 'degraded',
  impacts: [
    since === null
      ? { ...CHAT, incident: 'made' }
      : { ...CHAT, incident: null, since: new Date(on(since)).toISOString() },
  ],
})

const storyFrom = (document: Document, openUntil: string | null = null): Story => {
  const page = emptyPage(RANGE.to)
  const story = storyOf(document, 'prod1', page, openUntil === null ? null : on(openUntil))
  if (story === null) throw new Error('There is no story.')
  return story
}
/** Chat is delayed from 10:00 to 12:00. */
const INCIDENT = incident([
  update('investigating', '10:00', 'Chat messages are delayed in Prod1.'),
  update('resolved', '12:00', 'It is over.'),
])

const timeline = (rows: readonly Seen[], seenUntil: string, stories: readonly Story[] = []): Timeline =>
  timelineOf({ pod: 'prod1', rows, seenUntil: on(seenUntil), stories }, RANGE)

const clock = (at: number): string => new Date(at).toISOString().slice(11, 16)
const told = (list: readonly Interval[]): readonly string[] =>
  list.map(({ from, to }) => `${clock(from)}-${clock(to)}`)
const spans = (one: Timeline): readonly string[] =>
  one.spans.map(
    ({ basis, capability, effect, from, to }) =>
      `${clock(from)}-${clock(to)} ${capability} ${effect} ${basis}`,
  )
const minutesOf = (one: Timeline) => {
  const { total, seen } = sumsOf(one, one, { concerns: () => true, working: [] }).byKind.affected
  return { total: total / MINUTE, seen: seen / MINUTE }
}

describe('a timeline', () => {
  it('counts once what was seen and told', () => {
    const one = timeline([well('08:00', null), delayed('10:01', '10:00'), well('12:01', '12:00')], '17:00', [
      storyFrom(INCIDENT),
    ])
    expect(spans(one)).toEqual(['10:00-10:01 chat delayed page', '10:01-12:00 chat delayed seen'])
    expect(minutesOf(one)).toEqual({ total: 120, seen: 119 })
    expect(told(one.watched)).toEqual(['08:00-17:00'])
  })

  it('fills a time in which nobody looked from what the page told later, and only that', () => {
    // The browser was closed from 10:30 to 15:00.
    const one = timeline([well('08:00', null), delayed('10:00', '09:59'), well('15:00', '10:30')], '17:00', [
      storyFrom(INCIDENT),
    ])
    expect(spans(one)).toEqual(['10:00-10:30 chat delayed seen', '10:30-12:00 chat delayed page'])
    expect(told(gapsOf(one, RANGE))).toEqual(['00:00-08:00', '10:30-15:00', '17:00-23:59'])
    // Without the page, a gap is a gap, not trouble that went on.
    expect(minutesOf({ ...one, spans: one.spans.filter(({ basis }) => basis === 'seen') }).total).toBe(30)
    expect(lanesOf(one, RANGE)[0]?.marks).toMatchObject([
      { from: on('10:00'), to: on('12:00'), seen: 30 * MINUTE, incidents: ['made'] },
    ])
  })

  it('tells once what goes on from one update to the next', () => {
    const story = storyFrom(
      incident([
        update('investigating', '10:00', 'Chat messages are delayed in Prod1.'),
        update('identified', '10:40', 'Chat messages are delayed in Prod1.'),
        update('resolved', '12:00', 'It is over.'),
      ]),
    )
    expect(story.stages).toHaveLength(2)
    expect(spans(timeline([], '00:00', [story]))).toEqual(['10:00-12:00 chat delayed page'])
  })

  it('believes what was seen where the page says otherwise later', () => {
    const one = timeline([well('08:00', null)], '17:00', [storyFrom(INCIDENT)])
    expect(spans(one)).toEqual([])
  })

  it('knows from the page how it was before anybody spoke of it', () => {
    const backdated = incident(
      [
        update('investigating', '10:30', 'Chat messages are delayed in Prod1.'),
        update('resolved', '12:00', 'It is over.'),
      ],
      { startedAt: '09:45' },
    )
    const one = timeline([well('08:00', null), delayed('10:30', '10:29')], '12:00', [storyFrom(backdated)])
    expect(spans(one)).toEqual(['09:45-10:30 chat delayed page', '10:30-12:00 chat delayed seen'])
    // Somebody looked all the same.
    expect(told(one.watched)).toEqual(['08:00-12:00'])
  })

  it('believes a component since when it is in trouble, as far as nobody looked', () => {
    const said = (before: string | null, since: string): readonly string[] =>
      spans(timeline([well('08:00', null), delayed('13:00', before, since)], '14:00'))
    expect(said('09:00', '11:00')).toEqual(['11:00-13:00 chat delayed page', '13:00-14:00 chat delayed seen'])
    // At 9 it was seen to be well.
    expect(said('09:00', '07:30')).toEqual(['09:00-13:00 chat delayed page', '13:00-14:00 chat delayed seen'])
    expect(said('12:59', '12:59')).toEqual(['12:59-13:00 chat delayed page', '13:00-14:00 chat delayed seen'])
    // A clock of its own may be ahead.
    expect(said('12:59', '15:00')).toEqual(['13:00-14:00 chat delayed seen'])
  })

  it('claims nothing of a time before a row that does not know', () => {
    const one = timeline([delayed('09:00', null), well('13:00', null)], '14:00')
    expect(spans(one)).toEqual([])
    expect(told(one.watched)).toEqual(['13:00-14:00'])
  })

  it('has a gap where the page gave no answer', () => {
    const unknown: Seen = { ...well('10:00', '09:59'), level: 'unknown' }
    const one = timeline([well('08:00', null), unknown, well('10:20', '10:19')], '11:00')
    expect(told(gapsOf(one, { from: on('08:00'), to: on('11:00') }))).toEqual(['10:00-10:20'])
  })

  it('does not stretch an incident that vanished from the page to now', () => {
    const open = incident([update('investigating', '10:00', 'Chat messages are delayed in Prod1.')])
    const rows = [delayed('10:00', null), well('17:00', '10:40')]
    expect(spans(timeline(rows, '20:00', [storyFrom(open, '10:40')]))).toEqual([
      '10:00-10:40 chat delayed seen',
    ])
    expect(spans(timeline([well('17:00', null)], '20:00', [storyFrom(open, '10:40')]))).toEqual([
      '10:00-10:40 chat delayed page',
    ])
  })

  it('has no time that runs backwards where the clock was set back', () => {
    // The second row was written an hour after the first one, when the clock showed an hour less.
    const rows = [delayed('12:00', null), { ...well('12:00', '12:00'), at: on('12:00') + 1 }]
    const one = timeline(rows, '11:30')
    expect(one.spans).toEqual([])
    expect(lengthOf(one.watched)).toBe(1)
    // Until it has caught up, nothing is known; then all goes on.
    expect(told(timeline([...rows, delayed('12:40', '12:39')], '13:00').watched)).toEqual(['12:00-13:00'])
    const crossed = timeline([delayed('12:00', null), well('12:30', '13:30')], '14:00')
    expect(told(crossed.watched)).toEqual(['12:00-14:00'])
    expect(minutesOf(crossed).total).toBe(30)
  })

  it('begins with what held before the time that is asked for', () => {
    const rows = [delayed('07:00', null), well('12:00', '11:00')]
    const late = { from: on('09:00'), to: on('18:00') }
    const one = timelineOf(
      { pod: 'prod1', rows, seenUntil: on('14:00'), stories: [storyFrom(INCIDENT)] },
      late,
    )
    expect(spans(one)).toEqual(['09:00-11:00 chat delayed seen', '11:00-12:00 chat delayed page'])
    expect(told(gapsOf(one, late))).toEqual(['11:00-12:00', '14:00-18:00'])
    expect(one.stories.map(({ id }) => id)).toEqual(['made'])
    expect(
      timelineOf(
        { pod: 'prod1', rows, seenUntil: on('14:00'), stories: [storyFrom(INCIDENT)] },
        { from: on('12:00'), to: on('18:00') },
      ).stories,
    ).toEqual([])
  })

  it('shows two incidents of one capability as one stretch that names both', () => {
    const second = incident(
      [
        update('investigating', '11:00', 'Chat messages are delayed in Prod1.'),
        update('resolved', '13:00', 'It is over.'),
      ],
      { id: 'second' },
    )
    const one = timeline([], '00:00', [storyFrom(INCIDENT), storyFrom(second)])
    expect(one.spans).toHaveLength(2)
    expect(minutesOf(one)).toEqual({ total: 180, seen: 0 })
    expect(lanesOf(one, RANGE)).toMatchObject([
      { capability: 'chat', marks: [{ from: on('10:00'), to: on('13:00'), incidents: ['made', 'second'] }] },
    ])
  })
})

describe('what is written under the picture', () => {
  const ticks = (from: string, to: string): readonly string[] =>
    ticksOf({ from: Date.parse(from), to: Date.parse(to) }, 'Europe/Berlin').map(
      ({ at, unit }) => `${new Date(at).toISOString().slice(5, 13)} ${unit}`,
    )

  it('is every third hour of a day, also where one is left out', () => {
    expect(ticks('2026-03-28T23:00:00Z', '2026-03-29T22:00:00Z')).toEqual(
      ['28T23', '29T01', '29T04', '29T07', '29T10', '29T13', '29T16', '29T19'].map((at) => `03-${at} hour`),
    )
  })

  it('is every midnight of a week, every Monday of months, and every month of a year', () => {
    expect(ticks('2026-03-25T11:00:00Z', '2026-04-01T11:00:00Z')).toHaveLength(7)
    expect(ticks('2026-03-10T11:00:00Z', '2026-04-09T11:00:00Z')).toEqual(
      ['03-15T23', '03-22T23', '03-29T22', '04-05T22'].map((at) => `${at} day`),
    )
    expect(ticks('2025-05-29T11:00:00Z', '2026-05-29T11:00:00Z')).toHaveLength(12)
  })

  it('was watched by nobody before it began, and says nothing of what is to come', () => {
    const one = timeline([well('08:00', null)], '09:00')
    const day = 24 * 3_600_000
    const before = { from: RANGE.from - 3 * day, to: RANGE.from - 2 * day }
    expect(gapsOf(one, before)).toEqual([before])
    const after = { from: RANGE.to - MINUTE, to: RANGE.to + day }
    expect(gapsOf(one, after)).toEqual([{ from: RANGE.to - MINUTE, to: RANGE.to }])
  })
})
