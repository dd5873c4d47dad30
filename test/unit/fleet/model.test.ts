import { describe, expect, it } from 'vitest'
import { billOf } from '../../../scripts/fleet/bill.ts'
import { createBrowsers, LOOP_STEP, newcomer } from '../../../scripts/fleet/browser.ts'
import { createChance } from '../../../scripts/fleet/chance.ts'
import { count, mostInAnHour, newCounts } from '../../../scripts/fleet/counts.ts'
import {
  arrival,
  DAY,
  type Day,
  HARD,
  HOUR,
  INCIDENT,
  MINUTE,
  ORDINARY,
  SECOND,
} from '../../../scripts/fleet/day.ts'
import { busiestByChance } from '../../../scripts/fleet/noise.ts'
import { playIframe, playScript } from '../../../scripts/fleet/others.ts'
import { ISOLATE_ASKS, ISOLATES, objectRequests } from '../../../scripts/fleet/relay.ts'
import { type Visit, visitOf } from '../../../scripts/fleet/visit.ts'
import { step } from '../../../shared/polling/machine.ts'

// What docs/scale.md says of its model is what is played.

const visit = (sights: Visit['sights'], more: Partial<Visit> = {}): Visit => ({
  sights,
  closed: sights.at(-1)?.to ?? 0,
  hasSecondTab: false,
  isSaving: false,
  loops: false,
  ...more,
})
const seen = (from: number, to: number) => ({ begins: 'opened', from, to }) as const

const requestsOf = (one: Visit, day = ORDINARY): number[] => {
  const times: number[] = []
  createBrowsers(day, createChance(3), (time) => times.push(time)).play(one)
  return times
}

describe('a visitor with Podlight', () => {
  it('asks as the schedule says', () => {
    const times = requestsOf(visit([seen(0, 10 * MINUTE)]))
    expect(times[0]).toBe(0)
    for (const [i, time] of times.slice(1).entries()) {
      expect(time - (times[i] ?? 0)).toBeGreaterThanOrEqual(60 * SECOND)
      expect(time - (times[i] ?? 0)).toBeLessThanOrEqual(75 * SECOND)
    }
    expect(
      requestsOf(visit([seen(INCIDENT.from, INCIDENT.from + 10 * MINUTE)]), HARD).length,
    ).toBeGreaterThan(1.5 * times.length)
    expect(requestsOf(visit([seen(0, 10 * MINUTE)], { isSaving: true }))).toHaveLength(2)
  })

  it('adds nothing by page views', () => {
    const views = Array.from({ length: 40 }, (_, i) => seen(i * 15 * SECOND, (i + 1) * 15 * SECOND))
    expect(requestsOf(visit(views)).length).toBeLessThanOrEqual(10)
  })

  it('asks nothing in another tab, and at once on return', () => {
    const back = 5 * MINUTE
    const times = requestsOf(
      visit([seen(0, 30 * SECOND), { begins: 'returned', from: back, to: back + 30 * SECOND }]),
    )
    expect(times).toEqual([0, back])
  })

  it('leaves out only such calls of a loop as change nothing', () => {
    const day = { ...ORDINARY, loop: { from: 0, to: HOUR } }
    const long = visit([seen(0, 30 * MINUTE)], { loops: true })
    const skipping: number[] = []
    // Without chance both take equally long to be answered.
    const still = { seed: () => undefined, next: () => 0 }
    createBrowsers(day, still, (time) => skipping.push(time)).play(long)

    const every: number[] = []
    const at = { now: DAY, random: 0, saving: false, hosts: 1 }
    let state = step({ phase: 'resting', row: newcomer(DAY) }, { type: 'look' }, at)
    while (at.now < DAY + 30 * MINUTE) {
      if (state.phase === 'asking') {
        every.push(at.now - DAY)
        at.now += 0.2 * SECOND
        state = step(state, { type: 'news', affected: false }, at)
      }
      at.now += LOOP_STEP
      if (at.now < DAY + 30 * MINUTE) state = step(state, { type: 'refreshNow' }, at)
    }
    expect(skipping.length).toBeGreaterThan(30)
    expect(skipping).toEqual(every)
  })
})

describe('what is compared with', () => {
  const asked = (play: (into: (time: number) => void) => void): number[] => {
    const times: number[] = []
    play((time) => times.push(time))
    return times
  }
  const two = visit([seen(0, 65 * SECOND), seen(65 * SECOND, 100 * SECOND)], { closed: 130 * SECOND })

  it('is a script that asks every 30 s in every tab until it is closed', () => {
    const times = [0, 30, 60, 65, 95, 125].map((seconds) => seconds * SECOND)
    expect(asked((into) => playScript(two, ORDINARY, into))).toEqual(times)
    expect(asked((into) => playScript({ ...two, hasSecondTab: true }, ORDINARY, into))).toHaveLength(6 + 5)
  })

  it('that tries again after a second', () => {
    const failing: Day = { answerAt: () => 'fails', loop: null }
    expect(asked((into) => playScript(visit([seen(0, 10 * SECOND)]), failing, into))).toHaveLength(10)
  })

  it('is an iframe a page view and tab', () => {
    expect(asked((into) => playIframe(two, into))).toHaveLength(2)
    expect(asked((into) => playIframe({ ...two, hasSecondTab: true }, into))).toHaveLength(3)
  })
})

describe('visits', () => {
  const chance = createChance()
  const all = Array.from({ length: 5000 }, (_, i) => visitOf(i, chance))

  it('take about three minutes, without the time in other tabs', () => {
    const time = all.flatMap(({ sights }) => sights.map(({ from, to }) => to - from))
    const mean = time.reduce((sum, one) => sum + one, 0) / all.length
    expect(mean / MINUTE).toBeGreaterThan(2.8)
    expect(mean / MINUTE).toBeLessThan(3.3)
  })

  it('have sights one after the other', () => {
    for (const { sights, closed } of all) {
      for (const [i, { from, to }] of sights.entries()) {
        expect(to).toBeGreaterThanOrEqual(from)
        expect(from).toBeGreaterThanOrEqual(sights[i - 1]?.to ?? 0)
      }
      expect(closed).toBeGreaterThanOrEqual(sights.at(-1)?.to ?? 0)
    }
  })

  it('begin at any time of the day, most in the afternoon', () => {
    expect([arrival(0), Math.round(arrival(1 - 1e-9) / HOUR)]).toEqual([0, 24])
    const times = Array.from({ length: 1000 }, (_, i) => arrival(i / 1000))
    expect(times).toEqual([...times].sort((a, b) => a - b))
    const within = (from: number) => times.filter((time) => time >= from * HOUR && time < (from + 2) * HOUR)
    expect(within(13).length).toBeGreaterThan(5 * within(2).length)
  })
})

describe('what is made of the counts', () => {
  it('finds the busiest hour wherever it begins', () => {
    expect(mostInAnHour([0, 50 * MINUTE, 70 * MINUTE, 90 * MINUTE, 105 * MINUTE])).toBe(4)
    expect(mostInAnHour([0, HOUR])).toBe(1)
    expect(mostInAnHour([])).toBe(0)
  })

  it('knows how busy pure chance would be', () => {
    const chance = createChance(7)
    const poisson = (mean: number): number => {
      let [requests, left] = [0, Math.exp(-mean)]
      for (let product = chance.next(); product > left; product *= chance.next()) requests++
      return requests
    }
    const busiest = () => Math.max(...Array.from({ length: 360 }, () => poisson(7)))
    const told = busiestByChance(7, 360)
    const days = Array.from({ length: 200 }, busiest)
    expect(days.filter((one) => one <= told).length).toBeGreaterThan(100)
    expect(days.filter((one) => one < told).length).toBeLessThan(120)
  })

  it('lets each isolate ask the object once in its time', () => {
    const counts = newCounts()
    count(counts, 0)
    expect(objectRequests(counts)).toBeCloseTo(1)
    const many = ISOLATES.places * 40
    count(counts, 0, many - 1)
    expect(objectRequests(counts)).toBeLessThanOrEqual(ISOLATES.places + many / ISOLATE_ASKS / ISOLATES.each)
    expect(objectRequests(counts)).toBeGreaterThan(0.9 * ISOLATES.places)
  })

  it('bills by the prices', () => {
    expect(billOf(100_000, 50_000)).toEqual({ plan: 'free', month: 0 })
    expect(billOf(100_001, 0)).toEqual({ plan: 'paid', month: 5 })
    // 300 million requests, of them 290 to pay; 75 million ms, of them 45; 30 million of the object, of them 29.
    expect(billOf(10_000_000, 1_000_000).month).toBeCloseTo(5 + 290 * 0.3 + 45 * 0.02 + 29 * 0.15)
  })
})
