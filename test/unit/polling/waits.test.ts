import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { retryAfter } from '../../../shared/polling/retryAfter.ts'
import { AFFECTED, backOff, HELD, lengthened, SAVING, WELL } from '../../../shared/polling/waits.ts'
import { chance, HOUR, MINUTE, SECOND } from './world.ts'

describe('lengthened', () => {
  it('makes a wait up to a quarter longer and never shorter, whatever chance says', () => {
    const luck = fc.oneof(fc.double({ min: 0, max: 1 }), fc.double(), fc.constant(Number.NaN))
    fc.assert(
      fc.property(fc.constantFrom(WELL, AFFECTED, SAVING), luck, (wait, drawn) => {
        const long = lengthened(wait, drawn)
        expect(long).toBeGreaterThanOrEqual(wait)
        expect(long).toBeLessThanOrEqual(wait * 1.25)
        expect(Number.isInteger(long)).toBe(true)
      }),
    )
  })

  it('drives browsers apart that started together', () => {
    const random = chance(7)
    const waits = Array.from({ length: 400 }, () => lengthened(WELL, random()))
    expect(Math.min(...waits)).toBeLessThan(61 * SECOND)
    expect(Math.max(...waits)).toBeGreaterThan(74 * SECOND)
  })
})

describe('backOff', () => {
  it('lies between 30 s and a ceiling that doubles up to 5 min', () => {
    expect([1, 2, 3, 4, 5, 99, 1e9].map((failures) => backOff(failures, 0))).toEqual(Array(7).fill(30_000))
    expect([1, 2, 3, 4, 5, 99, 1e9].map((failures) => backOff(failures, 1))).toEqual([
      60_000, 120_000, 240_000, 300_000, 300_000, 300_000, 300_000,
    ])
  })

  it('uses the whole of it', () => {
    const random = chance(3)
    const waits = Array.from({ length: 900 }, () => backOff(6, random()))
    const thirds = [0, 1, 2].map(
      (n) => waits.filter((wait) => Math.floor((wait - 30_000) / 90_000) === n).length,
    )
    for (const third of thirds) expect(third).toBeGreaterThan(220)
  })
})

describe('retryAfter', () => {
  const now = Date.UTC(2026, 2, 1, 12)

  it('reads seconds and HTTP dates', () => {
    expect(retryAfter('120', now)).toBe(2 * MINUTE)
    expect(retryAfter(' 0 ', now)).toBe(0)
    expect(retryAfter('Sun, 01 Mar 2026 12:05:00 GMT', now)).toBe(5 * MINUTE)
    expect(retryAfter('Sun, 01 Mar 2026 11:00:00 GMT', now)).toBe(0)
  })

  it('waits an hour at most', () => {
    expect(HELD).toBe(HOUR)
    expect(retryAfter('86400', now)).toBe(HOUR)
    expect(retryAfter('9'.repeat(400), now)).toBe(HOUR)
    expect(retryAfter('Mon, 01 Mar 2027 12:00:00 GMT', now)).toBe(HOUR)
  })

  it('says nothing about what it cannot read', () => {
    for (const header of [
      null,
      '',
      'soon',
      '-5',
      '1.5',
      '2026-03-01T12:05:00Z',
      'Xyz, 99 Qqq 2026 12:05:00 GMT',
    ]) {
      expect(retryAfter(header, now)).toBeNull()
    }
  })

  it('is a sane wait or none, whatever the header', () => {
    fc.assert(
      fc.property(fc.string(), (header) => {
        const wait = retryAfter(header, now)
        expect(wait === null || (wait >= 0 && wait <= HOUR)).toBe(true)
      }),
    )
  })
})
