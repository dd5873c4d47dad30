import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Mark } from '../../../../extension/domain/history/lanes.ts'
import { withThinTogether } from '../../../../extension/domain/history/thinMarks.ts'

const THINNEST = 10

const mark = (from: number, to: number, more: Partial<Mark> = {}): Mark => ({
  capability: 'chat',
  effect: 'failing',
  certainty: 'confirmed',
  kind: 'affected',
  times: 1,
  affected: to - from,
  incidents: [],
  seen: 0,
  from,
  to,
  ...more,
})

const sumOf = (marks: readonly Mark[], key: 'times' | 'affected' | 'seen'): number =>
  marks.reduce((sum, one) => sum + one[key], 0)

describe('bars too thin to be told apart', () => {
  it('become one, which says how often and how long', () => {
    const [only, ...rest] = withThinTogether(
      [
        mark(0, 2, { incidents: ['a'], seen: 2 }),
        mark(3, 4, { incidents: ['b'] }),
        mark(7, 10, { incidents: ['a'] }),
      ],
      THINNEST,
    )
    expect(rest).toEqual([])
    expect(only).toEqual(mark(0, 10, { times: 3, affected: 6, seen: 2, incidents: ['a', 'b'] }))
  })

  it('stay apart where one could be pointed at', () => {
    for (const marks of [
      [mark(0, 2), mark(20, 22)],
      [mark(0, 2), mark(3, 60)],
      [mark(0, 30), mark(31, 32)],
      [mark(0, 2), mark(3, 4, { effect: 'down' })],
      [mark(0, 2), mark(3, 4, { certainty: 'possible' })],
    ])
      expect(withThinTogether(marks, THINNEST)).toEqual(marks)
  })

  it('lose nothing, and leave no more than there is room for', () => {
    const lists = fc
      .array(fc.tuple(fc.integer({ min: 1, max: 30 }), fc.integer({ min: 1, max: 30 }), fc.boolean()))
      .map((steps) => {
        let at = 0
        return steps.map(([gap, length, isSure]) => {
          const from = at + gap
          at = from + length
          return mark(from, at, { certainty: isSure ? 'confirmed' : 'possible', seen: length >> 1 })
        })
      })
    fc.assert(
      fc.property(lists, (marks) => {
        const bars = withThinTogether(marks, THINNEST)
        for (const key of ['times', 'affected', 'seen'] as const)
          expect(sumOf(bars, key)).toBe(sumOf(marks, key))
        expect(bars.map(({ from }) => from)).toEqual(bars.map(({ from }) => from).toSorted((a, b) => a - b))
        for (const one of marks)
          expect(
            bars.filter(
              ({ from, to, certainty }) => from <= one.from && to >= one.to && certainty === one.certainty,
            ),
          ).toHaveLength(1)
        for (const certainty of ['confirmed', 'possible']) {
          const own = bars.filter((bar) => bar.certainty === certainty)
          for (const [at, bar] of own.entries())
            expect((own[at + 1]?.to ?? Infinity) - bar.from).toBeGreaterThan(THINNEST)
        }
      }),
    )
  })
})
