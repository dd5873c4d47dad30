import { describe, expect, it } from 'vitest'
import { createChance } from '../../../scripts/fleet/chance.ts'
import { groupsOf, loadOf, mostInAnHour, sumOf } from '../../../scripts/fleet/counts.ts'
import { HARD, HOUR, isIn, LOOP, ORDINARY, OUTAGE, RECOVERY } from '../../../scripts/fleet/day.ts'
import { loopingPages } from '../../../scripts/fleet/loopingPage.ts'
import { allowedInTen, TARGET } from '../../../scripts/fleet/noise.ts'
import { type Fleet, playFleet } from '../../../scripts/fleet/play.ts'
import { playRelay } from '../../../scripts/fleet/relay.ts'

// April 2020 as a test: what a fleet of visitors does to whoever it asks, on a day with all that goes wrong. The
// figures of all sizes are in docs/scale.md.

const play = (visitors: number): Fleet => {
  const [fleet] = playFleet([visitors])
  if (!fleet) throw new Error('Nothing was played.')
  return fleet
}
const fleet = play(20_000)
const tens = (counts: Fleet['hard']) => groupsOf(counts, RECOVERY, 10)

describe('a script without a schedule', () => {
  it('asks many times as often while nothing answers', () => {
    const [outage, before] = [OUTAGE, { from: OUTAGE.from - HOUR, to: OUTAGE.from }].map(
      (span) => loadOf(fleet.script.hard, span).mean,
    )
    expect(outage).toBeGreaterThan(20 * (before ?? Number.NaN))
  })

  it('comes back all at once when the page does, and again half a minute later', () => {
    const { mean, busiestSecond } = loadOf(fleet.script.hard, RECOVERY)
    expect(busiestSecond).toBeGreaterThan(15 * mean)
    expect(Math.max(...tens(fleet.script.hard))).toBeGreaterThan(allowedInTen(mean * 10))
  })

  it('would send every call of a loop', () => {
    const requests = loadOf(fleet.hard, LOOP).mean * (HOUR / 1000)
    expect(fleet.calls).toBeGreaterThan(100 * requests)
  })
})

describe('a fleet of Podlight’s', () => {
  it('asks hardly more often while nothing answers', () => {
    const usual = loadOf(fleet.ordinary, OUTAGE).mean
    expect(loadOf(fleet.hard, OUTAGE).mean).toBeLessThan(1.2 * usual)
  })

  it(`has no ten seconds after recovery above ${TARGET} times their mean, and chance`, () => {
    const groups = tens(fleet.hard)
    const mean = groups.reduce((sum, one) => sum + one, 0) / groups.length
    expect(mean).toBeGreaterThan(10)
    expect(Math.max(...groups)).toBeLessThanOrEqual(allowedInTen(mean))
  })

  it('sends at most half as much again in the hour of a loop', () => {
    const [looping, usual] = [loadOf(fleet.hard, LOOP).mean, loadOf(fleet.ordinary, LOOP).mean]
    expect(looping).toBeGreaterThan(usual)
    expect(looping).toBeLessThan(1.5 * usual)
    expect(fleet.mostOfLoop).toBeGreaterThan(10)
    expect(fleet.mostOfLoop).toBeLessThanOrEqual(120)
  })

  it('is the same each time, and the beginning of a larger one', () => {
    const [small, large] = [...playFleet([500, 1000])]
    const again = play(500)
    expect(`${again.hard}`).toBe(`${small?.hard}`)
    expect(again.hard.every((requests, second) => requests <= (large?.hard[second] ?? -1))).toBe(true)
    expect(sumOf(large?.hard ?? again.hard)).toBeGreaterThan(sumOf(again.hard))
  })
})

describe('a page in a loop', () => {
  it.each(loopingPages())('sends at most 120 requests an hour: $answers', ({ most }) => {
    expect(most).toBeGreaterThan(100)
    expect(most).toBeLessThanOrEqual(120)
  })
})

describe('a relay', () => {
  it.each([
    ['an ordinary day', ORDINARY, false],
    ['a hard day', HARD, false],
    ['a day on which every call of a loop reached its poller', HARD, true],
  ])('asks the vendor at most 260 times an hour on %s', (_, day, isPressed) => {
    const times = playRelay(day, createChance(1), isPressed)
    expect(times.length).toBeGreaterThan(24 * 190)
    expect(mostInAnHour(times)).toBeLessThanOrEqual(260)
  })

  it('is tried hard by that loop', () => {
    const inLoop = (isPressed: boolean) =>
      playRelay(HARD, createChance(1), isPressed).filter((time) => isIn(LOOP, time)).length
    expect(inLoop(true)).toBeGreaterThan(inLoop(false) + 20)
  })

  it('asks less while the vendor is down', () => {
    const inOutage = (day: typeof HARD) =>
      playRelay(day, createChance(1)).filter((time) => isIn(OUTAGE, time)).length
    expect(inOutage(HARD)).toBeLessThan(inOutage(ORDINARY) / 2)
  })
})
