import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { charged, PRICE } from '../../../shared/polling/bucket.ts'
import {
  firstState,
  mended,
  merged,
  type PollState,
  parseState,
  poorState,
} from '../../../shared/polling/pollState.ts'
import { HOUR, MINUTE, SECOND } from './world.ts'

const NOW = 1.7e12
const row: PollState = {
  bucket: { saved: 5 * PRICE, at: NOW - 40 * SECOND },
  asked: NOW - 40 * SECOND,
  due: NOW + 25 * SECOND,
  lastOutcome: 'well',
  failures: 0,
  host: 1,
}

describe('parseRow', () => {
  it('reads what was written, as an object or as JSON', () => {
    expect(parseState(row)).toEqual(row)
    expect(parseState(JSON.stringify(row))).toEqual(row)
  })

  it('takes little room', () => {
    expect(JSON.stringify({ ...row, lastOutcome: 'failing', failures: 12 }).length).toBeLessThan(150)
  })

  it('refuses every row with one bad field', () => {
    const bad: unknown[] = [undefined, Number.NaN, Infinity, -1, 0.5, 2 ** 60, '0', true, {}, [], () => 0]
    for (const key of Object.keys(row)) {
      for (const value of bad) expect(parseState({ ...row, [key]: value }), `${key} ${value}`).toBeNull()
    }
    for (const value of bad)
      expect(parseState({ ...row, bucket: { ...row.bucket, saved: value } })).toBeNull()
    for (const value of bad) expect(parseState({ ...row, bucket: { ...row.bucket, at: value } })).toBeNull()
    expect(parseState({ ...row, lastOutcome: 'fine' })).toBeNull()
  })

  it('returns a row or null for anything, and leaves nothing strange in it', () => {
    fc.assert(
      fc.property(fc.oneof(fc.anything(), fc.json(), fc.string()), (stored) => {
        expect(parseState(stored)).toBeNull()
      }),
    )
    expect(Object.keys(parseState({ ...row, extra: 1 }) ?? {}).sort()).toEqual(Object.keys(row).sort())
  })

  it('does not let a well row count failures', () => {
    expect(parseState({ ...row, failures: 9 })?.failures).toBe(0)
    expect(parseState({ ...row, lastOutcome: 'failing', failures: 9 })?.failures).toBe(9)
  })
})

describe('a new row', () => {
  it('may send one request at once where none was stored, and no second', () => {
    const { bucket, due } = firstState(NOW)
    expect(due).toBe(NOW)
    const once = charged(bucket, NOW)
    expect(once && charged(once, NOW)).toBeNull()
  })

  it('has earned nothing where one was spoilt', () => {
    expect(charged(poorState(NOW).bucket, NOW)).toBeNull()
    expect(poorState(NOW).due).toBe(NOW + PRICE)
  })
})

describe('mended', () => {
  it('changes nothing while the clock goes as it should', () => {
    expect(mended(row, NOW)).toEqual(row)
  })

  it('brings all times back when the clock was set back, and asks again', () => {
    const back = NOW - 9 * HOUR
    const next = mended(row, back)
    expect(next).toMatchObject({ asked: null, due: back, bucket: { saved: row.bucket.saved, at: back } })
  })

  it('does not take the few milliseconds between the clocks of two tabs for that', () => {
    const next = mended({ ...row, asked: NOW + 3 }, NOW)
    expect(next).toMatchObject({ asked: NOW + 3, due: row.due })
  })

  it('forgets no failure for it', () => {
    const failing: PollState = { ...row, lastOutcome: 'failing', failures: 4, due: NOW + 4 * MINUTE }
    const next = mended(failing, NOW - 9 * HOUR)
    expect(next.failures).toBe(4)
    expect(next.due - (NOW - 9 * HOUR)).toBeGreaterThanOrEqual(30 * SECOND)
    expect(next.due - (NOW - 9 * HOUR)).toBeLessThanOrEqual(375 * SECOND)
  })

  it('waits no hour for it where the server asked for a minute', () => {
    const held: PollState = { ...row, lastOutcome: 'held', failures: 1, due: NOW + 20 * SECOND }
    expect(mended(held, NOW - 9 * HOUR).due).toBe(NOW - 9 * HOUR + MINUTE)
  })

  it('knows that the clock was set back by what it was seen to show', () => {
    expect(mended(row, NOW).asked).not.toBeNull()
    expect(mended(row, NOW, NOW + 10 * SECOND).asked).toBeNull()
  })

  it('leaves no wait longer than the longest, whatever was stored', () => {
    const times = fc.integer({ min: 0, max: Number.MAX_SAFE_INTEGER })
    const outcomes = fc.constantFrom<PollState['lastOutcome'][]>('well', 'affected', 'failing', 'held')
    fc.assert(
      fc.property(times, times, times, outcomes, fc.nat(50), (at, asked, due, lastOutcome, failures) => {
        const next = mended({ ...row, bucket: { saved: 0, at }, asked, due, lastOutcome, failures }, NOW)
        expect(next.due - NOW).toBeLessThanOrEqual(lastOutcome === 'held' ? HOUR : 375 * SECOND)
        expect(next.bucket.at).toBeLessThanOrEqual(NOW)
        expect(next.asked ?? 0).toBeLessThanOrEqual(NOW + SECOND)
      }),
    )
  })
})

describe('merged', () => {
  it('goes by whoever asked last', () => {
    const other = { ...row, asked: NOW - SECOND, due: NOW + MINUTE }
    expect(merged(row, other, NOW).due).toBe(other.due)
    expect(merged(other, row, NOW).due).toBe(other.due)
  })

  it('never takes a fuller bucket than its own', () => {
    const rich = { ...row, asked: NOW, bucket: { saved: 10 * PRICE, at: NOW } }
    expect(merged(row, rich, NOW).bucket).toEqual(row.bucket)
  })
})
