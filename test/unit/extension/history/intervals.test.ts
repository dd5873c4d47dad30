import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  gapsIn,
  intersection,
  lengthOf,
  union,
  within,
  without,
} from '../../../../extension/domain/history/intervals.ts'
import type { Interval } from '../../../../extension/domain/history/model.ts'

// Each is held to sets of minutes, which know nothing of intervals.

const MOST = 60
const interval = fc
  .tuple(fc.nat(MOST), fc.nat(MOST))
  .map(([one, other]): Interval => ({ from: Math.min(one, other), to: Math.max(one, other) }))
/** Empty ones too, in any order. */
const anyList = fc.array(interval, { maxLength: 12 })
/** Sorted, apart, and none of them empty, made from minutes. */
const minutes = fc.uniqueArray(fc.nat(MOST), { maxLength: 40 })
const listOf = (set: ReadonlySet<number>): readonly Interval[] => {
  const list: { from: number; to: number }[] = []
  for (let minute = 0; minute <= MOST; minute++) {
    if (!set.has(minute)) continue
    const last = list.at(-1)
    if (last?.to === minute) last.to++
    else list.push({ from: minute, to: minute + 1 })
  }
  return list
}
const setOf = (list: readonly Interval[]): Set<number> =>
  new Set(list.flatMap(({ from, to }) => Array.from({ length: to - from }, (_, index) => from + index)))
const listFrom = (all: readonly number[], isIn: (minute: number) => boolean): readonly Interval[] =>
  listOf(new Set(all.filter(isIn)))
const EVERY = Array.from({ length: MOST + 1 }, (_, minute) => minute)

describe('intervals', () => {
  it('join to the minutes that any of them covers', () => {
    fc.assert(
      fc.property(anyList, (list) => {
        const before = structuredClone(list)
        expect(union(list)).toEqual(listOf(setOf(list)))
        expect(list).toEqual(before)
      }),
    )
  })

  it('have in common what both cover, and leave what the other does not', () => {
    fc.assert(
      fc.property(minutes, minutes, (one, other) => {
        const [first, second] = [listOf(new Set(one)), listOf(new Set(other))]
        expect(intersection(first, second)).toEqual(listFrom(one, (minute) => other.includes(minute)))
        expect(without(first, second)).toEqual(listFrom(one, (minute) => !other.includes(minute)))
      }),
    )
  })

  it('leave gaps', () => {
    fc.assert(
      fc.property(minutes, interval, (covered, range) => {
        const isGap = (minute: number): boolean =>
          minute >= range.from && minute < range.to && !covered.includes(minute)
        expect(gapsIn(range, listOf(new Set(covered)))).toEqual(listFrom(EVERY, isGap))
      }),
    )
  })

  it('are cut to a time, each on its own, with what they carry', () => {
    fc.assert(
      fc.property(anyList, interval, (list, range) => {
        const cut = within(
          list.map((one, index) => ({ ...one, index })),
          range,
        )
        for (const [index, one] of list.entries()) {
          const own = [...setOf([one])].filter((minute) => minute >= range.from && minute < range.to)
          expect(cut.filter((part) => part.index === index)).toEqual(
            listOf(new Set(own)).map((part) => ({ ...part, index })),
          )
        }
      }),
    )
  })

  it('are as long as their minutes are many', () => {
    fc.assert(
      fc.property(minutes, (all) => {
        expect(lengthOf(listOf(new Set(all)))).toBe(all.length)
      }),
    )
  })
})
