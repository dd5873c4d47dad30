import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { lanesOf } from '../../../../extension/domain/history/lanes.ts'
import type { Interval, Span, Timeline } from '../../../../extension/domain/history/model.ts'
import { latenessOf, median, sumsOf, worstDayOf } from '../../../../extension/domain/history/sums.ts'
import { EFFECTS } from '../../../../shared/model/verdict.ts'
import { countMinutes, MINUTE } from '../../../support/history/minutes.ts'
import { waysIn } from './ways.ts'

const END = 120
const CAPABILITIES = ['chat', 'email', 'search'] as const

const inMinutes = ({ from, to }: Interval): Interval => ({ from: from * MINUTE, to: to * MINUTE })
const times = fc
  .tuple(fc.nat(END), fc.nat(END))
  .filter(([one, other]) => one !== other)
  .map(([one, other]): Interval => ({ from: Math.min(one, other), to: Math.max(one, other) }))
const span: fc.Arbitrary<Span> = fc
  .tuple(
    times,
    fc.record({
      capability: fc.constantFrom(...CAPABILITIES),
      effect: fc.constantFrom(...EFFECTS),
      certainty: fc.constantFrom('confirmed' as const, 'possible' as const),
      basis: fc.constantFrom('seen' as const, 'page' as const),
      incident: fc.constantFrom(null, 'one', 'two'),
    }),
  )
  .map(([time, said]) => ({ ...said, ...time }))
const spans = fc
  .array(span, { maxLength: 14 })
  .map((list) => list.toSorted((one, other) => one.from - other.from))

const timelineWith = (list: readonly Span[]): Timeline => ({
  pod: 'prod1',
  from: 0,
  to: END * MINUTE,
  spans: list.map((one) => ({ ...one, ...inMinutes(one) })),
  watched: [],
  stories: [],
})
const holds = ({ from, to }: Interval, minute: number): boolean => minute >= from && minute < to

describe('sums', () => {
  it('are what counting each minute makes them, whatever overlaps', () => {
    fc.assert(
      fc.property(spans, times, times, fc.subarray([...CAPABILITIES]), (list, range, work, mine) => {
        const concerns = (capability: string): boolean => mine.includes(capability as 'chat')
        const expected = countMinutes([range.from, range.to], {
          claimsAt: (minute) => list.filter((one) => holds(one, minute)),
          isWorking: (minute) => holds(work, minute),
          concerns,
        })
        const { byKind, byCapability } = sumsOf(timelineWith(list), inMinutes(range), {
          concerns,
          working: [inMinutes(work)],
        })
        const counted = ({ total, working, seen }: { total: number; working: number; seen: number }) => ({
          total: total / MINUTE,
          working: working / MINUTE,
          seen: seen / MINUTE,
        })
        expect(
          Object.fromEntries(Object.entries(byKind).map(([kind, hours]) => [kind, counted(hours)])),
        ).toEqual(expected.byKind)
        expect(
          Object.fromEntries(
            waysIn({ byCapability }).map(({ capability, certainty, effect, hours }) => [
              `${capability}: ${certainty} ${effect}`,
              counted(hours),
            ]),
          ),
        ).toEqual(expected.byWay)
        const totals = byCapability.map(({ hours }) => hours.total)
        expect(totals).toEqual(totals.toSorted((one, other) => other - one))
      }),
      { numRuns: 300 },
    )
  })

  it('agree with the picture, in which each minute of a lane has one mark', () => {
    fc.assert(
      fc.property(spans, times, (list, range) => {
        const timeline = timelineWith(list)
        const { byCapability } = sumsOf(timeline, inMinutes(range), { concerns: () => true, working: [] })
        const lanes = lanesOf(timeline, inMinutes(range))
        for (const { capability, marks } of lanes) {
          for (const [index, mark] of marks.entries()) {
            expect(mark.from).toBeGreaterThanOrEqual(marks[index - 1]?.to ?? 0)
            const own = list.filter(
              (one) =>
                one.capability === capability &&
                one.effect === mark.effect &&
                one.certainty === mark.certainty &&
                inMinutes(one).from < mark.to &&
                inMinutes(one).to > mark.from,
            )
            expect([...mark.incidents].sort()).toEqual(
              [...new Set(own.flatMap(({ incident }) => incident ?? []))].sort(),
            )
          }
          for (const sum of waysIn({ byCapability }).filter((one) => one.capability === capability)) {
            const own = marks.filter(
              ({ effect, certainty }) => effect === sum.effect && certainty === sum.certainty,
            )
            expect(own.reduce((total, { from, to }) => total + to - from, 0)).toBe(sum.hours.total)
            expect(own.reduce((total, { seen }) => total + seen, 0)).toBe(sum.hours.seen)
          }
        }
        expect(lanes.map(({ capability }) => capability).sort()).toEqual(
          [...new Set(byCapability.map(({ capability }) => capability))].sort(),
        )
      }),
      { numRuns: 200 },
    )
  })

  it('by hand: a possible outage counts where nothing is sure, and planned work where nothing else is', () => {
    const said = (from: number, to: number, more: Partial<Span>): Span => ({
      capability: 'chat',
      effect: 'delayed',
      certainty: 'confirmed',
      basis: 'page',
      incident: null,
      from,
      to,
      ...more,
    })
    const timeline = timelineWith([
      said(0, 60, { effect: 'maintenance' }),
      said(10, 40, { effect: 'down', certainty: 'possible' }),
      said(20, 30, { basis: 'seen' }),
      said(25, 50, { capability: 'email', effect: 'notice' }),
    ])
    const { byKind, byCapability } = sumsOf(timeline, timeline, { concerns: () => true, working: [] })
    expect(Object.values(byKind).map(({ total, seen }) => [total / MINUTE, seen / MINUTE])).toEqual([
      [10, 10],
      [20, 0],
      [30, 0],
    ])
    expect(
      waysIn({ byCapability }).map(({ capability, effect, hours }) => [
        capability,
        effect,
        hours.total / MINUTE,
      ]),
    ).toEqual([
      ['chat', 'delayed', 10],
      ['chat', 'down', 20],
      ['chat', 'maintenance', 30],
      ['email', 'notice', 25],
    ])
  })

  it('take only what was seen of the same trouble as seen', () => {
    const base = { incident: null, certainty: 'confirmed', from: 0, to: 30 } as const
    const timeline = timelineWith([
      { ...base, capability: 'chat', effect: 'failing', basis: 'page' },
      { ...base, capability: 'search', effect: 'maintenance', basis: 'seen' },
    ])
    const { byKind } = sumsOf(timeline, timeline, { concerns: () => true, working: [] })
    expect(byKind.affected).toEqual({ total: 30 * MINUTE, working: 0, seen: 0 })
  })
})

it('a median is the middle one, or what lies between the two in the middle', () => {
  expect(median([])).toBeNull()
  expect(median([7])).toBe(7)
  expect(median([9, 1, 5])).toBe(5)
  expect(median([4, 100, 2, 1])).toBe(3)
})

describe('an update is late', () => {
  const at = (cameAt: number | null, story: { endedAt: number | null; knownUntil: number }) =>
    latenessOf({ madeAt: 0, due: 30 * MINUTE, cameAt: cameAt === null ? null : cameAt * MINUTE }, {
      ...story,
      knownUntil: story.knownUntil * MINUTE,
    } as Parameters<typeof latenessOf>[1])

  it('from a minute after it was due', () => {
    const story = { endedAt: null, knownUntil: 50 }
    expect([at(29, story), at(30, story), at(30.9, story), at(31, story), at(45, story)]).toEqual([
      null,
      null,
      null,
      MINUTE,
      15 * MINUTE,
    ])
  })

  it('where it has not come yet, as far as anybody knows', () => {
    expect(at(null, { endedAt: null, knownUntil: 50 })).toBe(20 * MINUTE)
    expect(at(null, { endedAt: null, knownUntil: 20 })).toBeNull()
    expect(at(null, { endedAt: 25 * MINUTE, knownUntil: 25 })).toBeNull()
  })

  it('name the worst day by the clock of the place', () => {
    const HOUR = 60 * MINUTE
    const at = (day: number, hour: number): number => Date.UTC(2026, 8, day, hour)
    const affected = [
      { from: at(2, 9), to: at(2, 11) },
      // From the evening of the 4th to the night of the 5th, by the clock of New York.
      { from: at(5, 2), to: at(5, 7) },
    ]
    expect(worstDayOf({ affected }, 'America/New_York')).toEqual({ at: at(5, 4), length: 3 * HOUR })
    expect(worstDayOf({ affected }, 'UTC')).toEqual({ at: at(5, 0), length: 5 * HOUR })
    expect(worstDayOf({ affected: [] }, 'UTC')).toBeNull()
  })
})
