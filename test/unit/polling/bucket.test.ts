import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  type Bucket,
  bucketOf,
  CAPACITY,
  charged,
  emptier,
  isSaved,
  PRICE,
  readyAt,
  rebased,
  refilled,
} from '../../../shared/polling/bucket.ts'
import { HOUR, MINUTE, mostInAnHour, SECOND } from './world.ts'

type Charge = (bucket: Bucket, now: number) => Bucket | null

/** What a bucket is usually written like: it believes the clock. */
const credulous: Charge = ({ saved, at }, now) => {
  const filled = Math.min(CAPACITY * PRICE, saved + now - at)
  return filled < PRICE ? null : { saved: filled - PRICE, at: now }
}

/** Asks every second of real time whether it may; `clock` says what the machine's clock shows then. */
const greedy = (charge: Charge, length: number, clock: (real: number) => number): number[] => {
  let bucket = bucketOf(CAPACITY, clock(0))
  const asked: number[] = []
  for (let real = 0; real < length; real += SECOND) {
    if (charge !== credulous) bucket = rebased(bucket, clock(real))
    for (let next = charge(bucket, clock(real)); next; next = charge(bucket, clock(real))) {
      bucket = next
      asked.push(real)
    }
  }
  return asked
}

const EPOCH = 1e12

describe('bucket', () => {
  it('gives ten at once, and then one every 33 seconds', () => {
    const asked = greedy(charged, 5 * MINUTE, (real) => EPOCH + real)
    expect(asked.filter((time) => time === 0)).toHaveLength(10)
    expect(asked.slice(10)).toEqual([33, 66, 99, 132, 165, 198, 231, 264, 297].map((s) => s * SECOND))
  })

  it('gives the greediest 119 in its best hour, so that one is to spare', () => {
    expect(mostInAnHour(greedy(charged, 24 * HOUR, (real) => EPOCH + real))).toBe(119)
  })

  it('stays within 120 in an hour in which the clock jumps forwards, where belief in the clock does not', () => {
    const jumpy = (real: number) => EPOCH + real + Math.floor((real + 31 * MINUTE) / (61 * MINUTE)) * 7 * HOUR
    expect(mostInAnHour(greedy(credulous, 24 * HOUR, jumpy))).toBeGreaterThan(120)
    expect(mostInAnHour(greedy(charged, 24 * HOUR, jumpy))).toBeLessThanOrEqual(120)
  })

  it('goes on earning when the clock is set back, where belief in the clock is locked for hours', () => {
    const back = (real: number) => EPOCH + real - (real > MINUTE ? 5 * HOUR : 0)
    expect(greedy(credulous, HOUR, back).some((time) => time > MINUTE)).toBe(false)
    const asked = greedy(charged, HOUR, back)
    expect(asked.filter((time) => time > MINUTE).length).toBeGreaterThan(100)
    // Nor is being set back worth a request.
    expect(asked.length).toBeLessThanOrEqual(119)
  })

  it('never gives more than a full bucket, the time that passed, and a minute a jump', () => {
    const step = fc.record({
      passes: fc.integer({ min: 0, max: 3 * MINUTE }),
      jumps: fc.oneof(
        { weight: 4, arbitrary: fc.constant(0) },
        fc.integer({ min: -9 * HOUR, max: 9 * HOUR }),
      ),
    })
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: CAPACITY }),
        fc.array(step, { maxLength: 200 }),
        (full, steps) => {
          let bucket = bucketOf(full, EPOCH)
          let [now, real, jumps, given] = [EPOCH, 0, 0, 0]
          for (const { passes, jumps: jump } of steps) {
            now += passes + jump
            real += passes
            jumps += jump > 0 ? 1 : 0
            const next = charged(bucket, now)
            given += next ? 1 : 0
            bucket = next ?? refilled(bucket, now)
            expect(isSaved(bucket.saved)).toBe(true)
          }
          expect(given * PRICE).toBeLessThanOrEqual(full * PRICE + real + jumps * MINUTE)
        },
      ),
    )
  })

  it('knows when the next request is there, never later than 33 seconds from now', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: CAPACITY * PRICE }),
        fc.integer({ min: -HOUR, max: HOUR }),
        (saved, gone) => {
          const bucket = { saved, at: EPOCH }
          const now = EPOCH + gone
          const ready = readyAt(bucket, now)
          expect(ready - now).toBeGreaterThanOrEqual(0)
          expect(ready - now).toBeLessThanOrEqual(PRICE)
          expect(charged(refilled(bucket, now), ready)).not.toBeNull()
          if (ready > now) expect(charged(refilled(bucket, now), ready - 1)).toBeNull()
        },
      ),
    )
  })

  it('goes by the emptier of two buckets', () => {
    const [full, low] = [bucketOf(CAPACITY, EPOCH), bucketOf(1, EPOCH)]
    expect(emptier(full, low, EPOCH)).toBe(low)
    expect(emptier(low, full, EPOCH)).toBe(low)
  })

  it('takes no stored amount that it could not have saved', () => {
    for (const saved of [-1, CAPACITY * PRICE + 1, 0.5, Number.NaN, Infinity, '9', null, undefined]) {
      expect(isSaved(saved)).toBe(false)
    }
    expect(isSaved(0) && isSaved(CAPACITY * PRICE)).toBe(true)
  })
})
