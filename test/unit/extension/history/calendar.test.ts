import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  dayAround,
  dayOf,
  daysAfter,
  daysIn,
  momentOf,
  monthAround,
  weekdayOf,
} from '../../../../extension/domain/history/calendar.ts'

// Expected moments are written out by hand, from the rules of each place.

const HOUR = 3_600_000
const iso = (at: number): string => new Date(at).toISOString().replace('.000Z', 'Z')
const told = ({ from, to }: { from: number; to: number }): string => `${iso(from)} ${iso(to)}`

describe('a month lies between two midnights of the place', () => {
  it.each([
    // Clocks go ahead on March 29 and back on October 25.
    ['Europe/Berlin', '2026-03-15T12:00:00Z', '2026-02-28T23:00:00Z 2026-03-31T22:00:00Z'],
    ['Europe/Berlin', '2026-10-31T22:30:00Z', '2026-09-30T22:00:00Z 2026-10-31T23:00:00Z'],
    ['Europe/Berlin', '2026-10-31T23:30:00Z', '2026-10-31T23:00:00Z 2026-11-30T23:00:00Z'],
    // On March 8 and November 1.
    ['America/New_York', '2026-03-08T12:00:00Z', '2026-03-01T05:00:00Z 2026-04-01T04:00:00Z'],
    ['America/New_York', '2026-11-01T03:59:00Z', '2026-10-01T04:00:00Z 2026-11-01T04:00:00Z'],
    ['America/New_York', '2026-11-01T04:00:00Z', '2026-11-01T04:00:00Z 2026-12-01T05:00:00Z'],
    // By half an hour, on April 5 and October 4.
    ['Australia/Lord_Howe', '2026-04-10T00:00:00Z', '2026-03-31T13:00:00Z 2026-04-30T13:30:00Z'],
    ['Australia/Lord_Howe', '2026-10-10T00:00:00Z', '2026-09-30T13:30:00Z 2026-10-31T13:00:00Z'],
    ['Asia/Kolkata', '2026-02-28T18:29:00Z', '2026-01-31T18:30:00Z 2026-02-28T18:30:00Z'],
    ['UTC', '2028-02-29T23:59:00Z', '2028-02-01T00:00:00Z 2028-03-01T00:00:00Z'],
    // December 30 was left out.
    ['Pacific/Apia', '2011-12-15T00:00:00Z', '2011-12-01T10:00:00Z 2011-12-31T10:00:00Z'],
  ])('in %s at %s', (timeZone, at, expected) => {
    expect(told(monthAround(Date.parse(at), timeZone))).toBe(expected)
  })

  it('and so do those before and after it, over the end of a year', () => {
    const at = Date.parse('2026-01-31T12:00:00Z')
    expect(told(monthAround(at, 'Europe/Berlin', -1))).toBe('2025-11-30T23:00:00Z 2025-12-31T23:00:00Z')
    expect(told(monthAround(at, 'Europe/Berlin', 1))).toBe('2026-01-31T23:00:00Z 2026-02-28T23:00:00Z')
    expect(told(monthAround(at, 'Europe/Berlin', -13))).toBe('2024-11-30T23:00:00Z 2024-12-31T23:00:00Z')
  })
})

describe('a day is as long as the clocks make it', () => {
  it.each([
    ['Europe/Berlin', '2026-03-29T12:00:00Z', '2026-03-28T23:00:00Z', 23],
    ['Europe/Berlin', '2026-10-25T12:00:00Z', '2026-10-24T22:00:00Z', 25],
    ['Europe/Berlin', '2026-10-26T12:00:00Z', '2026-10-25T23:00:00Z', 24],
    ['America/New_York', '2026-03-08T12:00:00Z', '2026-03-08T05:00:00Z', 23],
    ['America/New_York', '2026-11-01T12:00:00Z', '2026-11-01T04:00:00Z', 25],
    ['Australia/Lord_Howe', '2026-04-05T02:00:00Z', '2026-04-04T13:00:00Z', 24.5],
    ['Australia/Lord_Howe', '2026-10-04T02:00:00Z', '2026-10-03T13:30:00Z', 23.5],
    ['Asia/Kolkata', '2026-03-29T12:00:00Z', '2026-03-28T18:30:00Z', 24],
    // Midnight itself was left out there: the day began at one.
    ['America/Sao_Paulo', '2018-11-04T12:00:00Z', '2018-11-04T03:00:00Z', 23],
    // There midnight came twice at the end of a day, which is the longer for it.
    ['America/Sao_Paulo', '2018-02-17T12:00:00Z', '2018-02-17T02:00:00Z', 25],
  ])('in %s at %s', (timeZone, at, from, hours) => {
    const day = dayAround(Date.parse(at), timeZone)
    expect({ from: iso(day.from), hours: (day.to - day.from) / HOUR }).toEqual({ from, hours })
  })
})

describe('a time of day', () => {
  const at = (hours: number, [year, month, day]: readonly [number, number, number], zone: string): string =>
    iso(momentOf({ year, month: month - 1, day }, hours * 60, zone))

  it('that comes twice is the first of the two', () => {
    expect(at(2.5, [2026, 10, 25], 'Europe/Berlin')).toBe('2026-10-25T00:30:00Z')
    expect(at(1.5, [2026, 11, 1], 'America/New_York')).toBe('2026-11-01T05:30:00Z')
    expect(at(1.75, [2026, 4, 5], 'Australia/Lord_Howe')).toBe('2026-04-04T14:45:00Z')
  })

  it('that is left out is as long after midnight as it says', () => {
    expect(at(2.5, [2026, 3, 29], 'Europe/Berlin')).toBe('2026-03-29T01:30:00Z')
    expect(at(2.5, [2026, 3, 8], 'America/New_York')).toBe('2026-03-08T07:30:00Z')
    expect(at(2.25, [2026, 10, 4], 'Australia/Lord_Howe')).toBe('2026-10-03T15:45:00Z')
  })

  it('stands still before and after clocks change', () => {
    expect(at(9, [2026, 3, 28], 'Europe/Berlin')).toBe('2026-03-28T08:00:00Z')
    expect(at(9, [2026, 3, 29], 'Europe/Berlin')).toBe('2026-03-29T07:00:00Z')
    expect(at(9, [2026, 10, 25], 'Europe/Berlin')).toBe('2026-10-25T08:00:00Z')
  })
})

it('dates lead over the ends of months and years, and know their weekday', () => {
  expect(daysAfter({ year: 2027, month: 11, day: 31 }, 60)).toEqual({ year: 2028, month: 1, day: 29 })
  expect(daysAfter({ year: 2026, month: 2, day: 1 }, -1)).toEqual({ year: 2026, month: 1, day: 28 })
  expect(weekdayOf({ year: 2026, month: 4, day: 29 })).toBe(5)
  expect(dayOf(Date.parse('2026-05-29T22:00:00Z'), 'Europe/Berlin')).toEqual({
    year: 2026,
    month: 4,
    day: 30,
  })
})

it('days tile a time without a hole, and none comes twice', () => {
  const zones = [
    'Europe/Berlin',
    'America/New_York',
    'Australia/Lord_Howe',
    'Asia/Kolkata',
    'America/Sao_Paulo',
  ]
  const moments = fc.integer({ min: Date.UTC(2010, 0, 1) / 60_000, max: Date.UTC(2030, 0, 1) / 60_000 })
  fc.assert(
    fc.property(
      fc.constantFrom(...zones),
      moments,
      fc.integer({ min: 1, max: 20_000 }),
      (zone, start, length) => {
        const range = { from: start * 60_000, to: (start + length) * 60_000 }
        const days = daysIn(range, zone).map((day) => [
          momentOf(day, 0, zone),
          momentOf(daysAfter(day, 1), 0, zone),
        ])
        const [first, last] = [days[0] ?? [], days.at(-1) ?? []]
        expect(first[0]).toBeLessThanOrEqual(range.from)
        expect(first[1]).toBeGreaterThan(range.from)
        expect(last[0]).toBeLessThan(range.to)
        expect(last[1]).toBeGreaterThanOrEqual(range.to)
        for (const [index, [from, to = 0]] of days.entries()) {
          if (index > 0) expect(from).toBe(days[index - 1]?.[1])
          expect([23, 23.5, 24, 24.5, 25]).toContain((to - (from ?? 0)) / HOUR)
        }
      },
    ),
    { numRuns: 150 },
  )
})
