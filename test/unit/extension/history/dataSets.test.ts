import { describe, expect, it } from 'vitest'
import { dayAround } from '../../../../extension/domain/history/calendar.ts'
import { lanesOf } from '../../../../extension/domain/history/lanes.ts'
import { storyOf } from '../../../../extension/domain/history/stories.ts'
import { sumsOf } from '../../../../extension/domain/history/sums.ts'
import { timelineOf } from '../../../../extension/domain/history/timeline.ts'
import { badMonth, type DataSet, fullYear, manyRows, quietMonth } from '../../../support/history/dataSets.ts'
import { emptyPage } from '../../../support/history/readDocument.ts'
import { waysIn } from './ways.ts'

// Pictures and tests in browsers are made of these: they must hold what the pictures are to show.

const NOW = Date.parse('2026-05-29T13:20:00Z')
const DAY = 24 * 3_600_000

const timelineIn = (set: DataSet, pod: string, days: number) => {
  const page = emptyPage(set.now)
  const stories = set.documents.flatMap((one) => storyOf(one, pod, page, null) ?? [])
  const rows = set.rows.filter((row) => row.pod === pod)
  const range = { from: set.now - days * DAY, to: set.now }
  return timelineOf({ pod, rows, seenUntil: set.seenUntil, stories }, range)
}
const sumsIn = (set: DataSet, pod: string, days: number) => {
  const timeline = timelineIn(set, pod, days)
  return sumsOf(timeline, timeline, { concerns: () => true, working: [timeline] })
}

describe('data for pictures', () => {
  const bad = badMonth(NOW)

  it('has a bad month with all kinds of trouble, and gaps', () => {
    const [one, two] = [sumsIn(bad, 'prod1', 30), sumsIn(bad, 'prod2', 30)]
    expect(one.incidents).toBeGreaterThan(7)
    expect(one.byKind.possible.total).toBeGreaterThan(0)
    expect(two.byKind.planned.total).toBeGreaterThan(0)
    expect(new Set(waysIn(two).map(({ effect }) => effect))).toContain('down')
    expect(one.watched).toBeLessThan(one.passed * 0.6)
    expect(one.byKind.affected.seen).toBeGreaterThan(0)
    expect(one.byKind.affected.seen).toBeLessThan(one.byKind.affected.total)
    expect(one.late.length).toBeGreaterThan(0)
    expect(bad.alerts.length).toBeGreaterThan(3)
  })

  it('has a quiet month with far less of it', () => {
    const [quiet, loud] = [sumsIn(quietMonth(NOW), 'prod1', 30), sumsIn(bad, 'prod1', 30)]
    expect(quiet.byKind.affected.total).toBeGreaterThan(0)
    expect(quiet.byKind.affected.total).toBeLessThan(loud.byKind.affected.total / 3)
  })

  it('has a year that ends with the bad month and is open now', () => {
    const year = fullYear(NOW)
    const month = sumsIn(year, 'prod1', 30)
    expect(month.byKind).toEqual(sumsIn(bad, 'prod1', 30).byKind)
    const timeline = timelineIn(year, 'prod1', 365)
    expect(timeline.stories.filter(({ kind }) => kind === 'incident').length).toBeGreaterThan(
      month.incidents * 2,
    )
    expect(NOW - year.seenUntil).toBeLessThan(2 * 60_000)
    expect(lanesOf(timeline, { from: 0, to: NOW }).length).toBeGreaterThan(6)
    expect(year.rows.every(({ at }) => at <= dayAround(NOW, 'UTC').to)).toBe(true)
  })

  it('is the same each time', () => {
    expect(badMonth(NOW)).toEqual(bad)
  })
})

it('has as many rows as are asked for, over 400 days, by time', () => {
  const rows = manyRows(10_000, NOW)
  expect(rows).toHaveLength(10_000)
  expect(NOW - (rows[0]?.at ?? 0)).toBeCloseTo(400 * DAY, -5)
  expect(
    rows.every(({ at, before }, index) => (before ?? 0) >= (rows[index - 1]?.at ?? 0) && at <= NOW),
  ).toBe(true)
})
