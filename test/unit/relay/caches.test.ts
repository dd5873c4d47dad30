import { describe, expect, it } from 'vitest'
import { fetchedAt } from '../../../shared/feed/fetchedAt.ts'
import { type News, readNews } from '../../../shared/feed/news.ts'
import { judgementOf } from '../../../shared/judge/judgementOf.ts'
import { ageOf } from '../../../shared/model/age.ts'
import { STALE } from '../../../shared/model/limits.ts'
import type { Level } from '../../../shared/model/verdict.ts'
import { sentOf } from '../../../shared/polling/ask.ts'
import { nightly } from '../../support/nightly.ts'
import { chance, HOUR, MINUTE, SECOND } from '../polling/world.ts'
import { cacheBefore, type Kind } from './support/cache.ts'
import { type Relay, relayAt } from './support/relay.ts'

const POD = '/v1/kustomer/prod4.json'

/** One who reads as all of Podlight's surfaces do, and knows nothing but what it is sent. */
const reader = (relay: Relay, get: () => Promise<Response>) => {
  let held: { news: News; at: number; fetched: number | null } | null = null
  return {
    async look(): Promise<void> {
      const asked = relay.at.clock()
      const response = await get().catch(() => null)
      if (response === null || response.status !== 200) return
      const read = readNews(await response.text())
      if (!read.ok) return
      const sent = sentOf(response, asked)
      const at = fetchedAt(read.value, sent, held ?? { news: null, at: null })
      if (ageOf(at, relay.at.clock()) !== 'stale') held = { news: read.value, at, fetched: sent.fetched }
    },
    at: (): number | null => held?.at ?? null,
    level: (): Level =>
      judgementOf(
        { news: held?.news ?? null, at: held?.at ?? null, trouble: null },
        'prod4',
        relay.at.clock(),
      ).level,
  }
}

const through = async (kind: Kind, start = '2026-03-24T06:00:30Z', path = POD) => {
  const relay = relayAt(start)
  await relay.wake()
  let isAway = false
  const ask = (headers: Record<string, string>): Promise<Response> =>
    isAway ? Promise.reject(new Error('away')) : relay.ask(path, { headers })
  const get = cacheBefore(ask, relay.at.clock, kind)
  return {
    relay,
    get,
    own: reader(relay, get),
    goAway: (away: boolean): void => {
      isAway = away
    },
  }
}

describe('a cache between', () => {
  it('that follows the standard never makes news younger than it is', async () => {
    const { relay, own, goAway } = await through('standard')
    const random = chance(7)
    const { answer } = relay.box
    let checks = 0
    for (let left = nightly(6 * HOUR, HOUR); left > 0; ) {
      const wait = Math.round(SECOND + random() * 70 * SECOND)
      left -= wait
      goAway(random() < 0.15)
      const isDown = random() < 0.15
      relay.box.answer = isDown ? () => ({ status: 500 }) : answer
      await relay.play(wait)
      await own.look()
      const at = own.at()
      if (at === null) continue
      checks++
      // No later than the last document that the relay had by then.
      expect(at).toBeLessThanOrEqual(relay.requests.at(-1)?.at ?? 0)
      if (own.level() === 'ok') expect(relay.at.clock() - at).toBeLessThanOrEqual(STALE)
    }
    expect(checks).toBeGreaterThan(40)
  })

  it('that follows it says trouble within a wait and the cache’s own 10 seconds', async () => {
    const { relay, own } = await through('standard', '2026-03-24T06:08:00Z')
    await own.look()
    expect(own.level()).toBe('ok')
    // The page tells at 06:10.
    await relay.play(2 * MINUTE + 19 * SECOND + 5 * SECOND + 10 * SECOND)
    await own.look()
    expect(own.level()).toBe('degraded')
  })

  it('that follows it serves old news for a minute at most while the relay is away', async () => {
    const { relay, get, goAway } = await through('standard')
    await get()
    goAway(true)
    await relay.play(65 * SECOND)
    expect((await get()).status).toBe(200)
    await relay.play(10 * SECOND)
    expect((await get()).status).toBe(504)
  })

  it.each<[Kind, string]>([
    ['frozen', POD],
    ['frozen-silent', POD],
    ['frozen', '/v1/kustomer/summary.json'],
    ['frozen-silent', '/v1/kustomer/summary.json'],
  ])('that is %s, before %s, is found out within 15 minutes', async (kind, path) => {
    const { relay, get, own } = await through(kind, undefined, path)
    const naive = new Set<string | null>()
    for (let minute = 0; minute < 20; minute++) {
      await own.look()
      naive.add((await get()).headers.get('podlight-age'))
      expect([minute, own.level()]).toEqual([minute, minute <= 14 ? 'ok' : 'unknown'])
      await relay.play(MINUTE)
    }
    // Who believes what is said of the age alone sees a green that is always new, in the middle of an outage.
    expect(naive).toEqual(new Set(['1']))
    expect((await relay.json(POD)).verdict.level).not.toBe('ok')
  })
})
