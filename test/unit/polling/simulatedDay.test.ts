import { describe, expect, it, vi } from 'vitest'
import { REASONS } from '../../../shared/model/verdict.ts'
import { nightly } from '../../support/nightly.ts'
import { type Day, type Plan, playDay } from './day.ts'
import { FAULTS, type Fault } from './feed.ts'
import { hasty, trusting } from './naive.ts'
import { HOUR, MINUTE, mostInAnHour, SECOND } from './world.ts'

// A day takes a fraction of a second, but machines that run tests are busy.
vi.setConfig({ testTimeout: 30_000 })

/** What must hold on every day, however bad. */
const expectHarmless = (day: Day) => {
  expect(day.news).toBeGreaterThan(100)
  expect(mostInAnHour(day.log.requests)).toBeLessThanOrEqual(120)
  expect(day.log.mostInFlight).toBe(1)
  expect(day.staleGreen).toBe(0)
  expect(Math.max(0, ...day.late)).toBe(0)
  // While all is well, the news is never older than the longest wait, and what an answer takes.
  expect(day.longestGap).toBeLessThanOrEqual(75 * SECOND + SECOND)
  for (const reason of day.reasons) expect(REASONS).toContain(reason)
}

const REASON_OF: Record<Fault, string | null> = {
  'limited-for': 'rate-limited',
  limited: 'rate-limited',
  broken: 'http-error',
  hang: 'timeout',
  'hang-body': 'timeout',
  cut: 'truncated',
  html: 'html',
  garbage: 'not-json',
  'other-page': 'other-page',
  slow: null,
  huge: 'too-large',
  offline: 'offline',
}

describe('a day with one fault', () => {
  it('is a day of 24 hours with a request about every minute when nothing is wrong', async () => {
    const day = await playDay({ seed: 1 })
    expectHarmless(day)
    expect(day.log.requests.length).toBeGreaterThan((24 * HOUR) / (75 * SECOND))
    expect(day.reasons).toEqual(new Set(['never-asked']))
    // One write for each request, and one each time the pod was affected or well again.
    expect(day.writes - day.log.requests.length).toBeLessThan(40)
  })

  it.each(FAULTS)('survives: %s', async (fault) => {
    for (const hosts of [1, 2] as const) {
      const day = await playDay({ seed: 11 + hosts, faults: [fault], hosts })
      expectHarmless(day)
      const reason = REASON_OF[fault]
      if (reason) expect(day.reasons).toContain(reason)
      if (reason) expect(day.late.length).toBeGreaterThan(15)
    }
  })

  it.each<[string, Omit<Plan, 'seed'>]>([
    ['a store that throws', { store: 'throws' }],
    ['a store that spoils what it keeps', { store: 'spoilt' }],
    ['a store that forgets', { store: 'forgets' }],
    ['a store that never answers', { store: 'hangs' }],
    ['the clock jumps forwards', { clock: ['forwards'] }],
    ['the clock jumps back', { clock: ['back'] }],
    ['the machine sleeps for hours', { sleeps: true }],
    ['the worker dies every few minutes', { deaths: true }],
    ['the worker dies, the store spoils', { deaths: true, store: 'spoilt' }],
    ['the network says every few seconds that it is back', { faults: ['offline'], flaps: true }],
  ])('survives: %s', async (_, plan) => {
    for (const seed of nightly([21, 22], [21])) expectHarmless(await playDay({ seed, ...plan }))
  })
})

describe('a day with every fault at once', () => {
  const everything = {
    faults: FAULTS,
    clock: ['forwards', 'back'],
    sleeps: true,
    deaths: true,
  } as const

  it.each(['throws', 'spoilt', 'forgets', 'hangs'] as const)(
    'survives, with a store that %s',
    async (store) => {
      for (let seed = 0; seed < nightly(6, 2); seed++) {
        const day = await playDay({ seed, ...everything, store, flaps: seed % 2 === 0 })
        expectHarmless(day)
        expect(day.deaths).toBeGreaterThan(50)
      }
    },
  )

  it('is the same day each time it is played', async () => {
    const [one, two] = [await playDay({ seed: 5, ...everything }), await playDay({ seed: 5, ...everything })]
    expect(one.log.requests).toEqual(two.log.requests)
    expect(one.log.requests).not.toEqual((await playDay({ seed: 6, ...everything })).log.requests)
  })
})

describe('what the same days do to a poller without guards', () => {
  it('asks far more than 120 requests an hour when the feed fails', async () => {
    const day = await playDay({ seed: 12, faults: ['broken'], hours: 6 }, hasty)
    expect(mostInAnHour(day.log.requests)).toBeGreaterThan(120)
  })

  it('has many requests in flight when the feed hangs', async () => {
    const day = await playDay({ seed: 12, faults: ['hang'], hours: 6 }, hasty)
    expect(day.log.mostInFlight).toBeGreaterThan(10)
  })

  it('knows nothing for hours when the clock was set back', async () => {
    const day = await playDay({ seed: 21, clock: ['back'] }, trusting)
    expect(day.longestGap).toBeGreaterThan(30 * MINUTE)
  })

  it('shows news of long ago as valid when the clock was set back', async () => {
    const believing = (newsAt: number, now: number) => now - newsAt <= 15 * MINUTE
    const day = await playDay({ seed: 21, clock: ['back'] }, trusting, believing)
    expect(day.staleGreen).toBeGreaterThan(15 * MINUTE)
  })
})
