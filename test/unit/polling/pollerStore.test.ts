import { describe, expect, it } from 'vitest'
import { CAPACITY, PRICE } from '../../../shared/polling/bucket.ts'
import { parseState } from '../../../shared/polling/pollState.ts'
import type { Reply } from '../../../shared/polling/ports.ts'
import { browser } from './browser.ts'
import { PAGE } from './feed.ts'
import { HOUR, MINUTE, mostInAnHour, SECOND } from './world.ts'

describe('runner and its store', () => {
  it('asks about once a minute, writes once a request, and says the news', async () => {
    const { log, make, play, box, said } = browser()
    void make().look()
    await play(HOUR)
    expect(log.requests.length).toBeGreaterThanOrEqual(48)
    expect(log.requests.length).toBeLessThanOrEqual(61)
    expect(box.writes).toBe(log.requests.length)
    expect(said.filter(({ ok }) => ok)).toHaveLength(log.requests.length)
  })

  it('stores the charge before it asks', async () => {
    const { at, make, play, box } = browser()
    const saved: (number | undefined)[] = []
    const fetch = async (): Promise<Reply> => {
      saved.push(parseState(box.stored)?.asked ?? undefined)
      throw new Error('offline')
    }
    void make({ fetch }).look()
    await play(SECOND)
    expect(saved).toEqual([at.clock() - SECOND])
  })

  it('loses no request to a death at any moment', async () => {
    for (let moment = 0; moment <= 500; moment += 5) {
      const { at, log, make, play, box } = browser()
      box.stored = JSON.stringify({
        bucket: { saved: CAPACITY * PRICE, at: at.clock() },
        asked: null,
        due: at.clock(),
        lastOutcome: 'well',
        failures: 0,
        host: 0,
      })
      const first = make()
      void first.look()
      await play(moment)
      first.kill()
      void make().look()
      await play(20 * SECOND)
      // The second one neither asks again nor forgets what the first one spent.
      expect(log.requests).toHaveLength(1)
      expect(parseState(box.stored)?.bucket.saved).toBe((CAPACITY - 1) * PRICE)
      await play(60 * SECOND)
      expect(log.requests).toHaveLength(2)
    }
  })

  it('gets no requests out of a row that is spoilt in a loop, where a fresh bucket would give ten each', async () => {
    const spoilt = ['', '{', '[]', 'null!', '{"bucket":{"saved":1e99,"at":0}}', { bucket: 7 }, 42, [1]]
    const { log, make, play, box } = browser()
    for (let n = 0; n < 200; n++) {
      box.stored = spoilt[n % spoilt.length]
      const one = make()
      void one.look()
      await play(5 * SECOND)
      one.kill()
    }
    expect(log.requests).toHaveLength(0)
    expect(200 * CAPACITY).toBeGreaterThan(120)
    // Left alone, it heals by itself.
    void make().look()
    await play(2 * MINUTE)
    expect(log.requests.length).toBeGreaterThan(0)
    expect(parseState(box.stored)).not.toBeNull()
  })

  it('asks within its budget though the row is filled up again behind its back', async () => {
    const { at, log, make, play, box } = browser()
    box.fault = 'offline'
    const one = make()
    void one.look()
    const meddle = () => {
      const row = parseState(box.stored)
      if (row)
        box.stored = { ...row, due: 0, failures: 0, bucket: { saved: CAPACITY * PRICE, at: at.clock() } }
      void one.wake()
      at.after(SECOND, meddle)
    }
    at.after(SECOND, meddle)
    await play(5 * HOUR)
    expect(mostInAnHour(log.requests)).toBeLessThanOrEqual(120)
    expect(log.requests.length).toBeGreaterThan(100)
  })

  it.each(['throws at once', 'rejects', 'never answers'])(
    'works in memory with a store that %s',
    async (way) => {
      const { log, make, play, said } = browser()
      const broken = () => {
        if (way === 'throws at once') throw new Error('denied')
        return way === 'rejects' ? Promise.reject(new Error('full')) : new Promise(() => undefined)
      }
      const one = make({ store: { read: broken, write: broken } })
      void one.look()
      await play(HOUR)
      expect(said.filter(({ ok }) => ok).length).toBeGreaterThan(45)
      expect(mostInAnHour(log.requests)).toBeLessThanOrEqual(61)
    },
  )

  it('shares the asking with other pollers on the same store', async () => {
    const { log, make, play } = browser()
    for (let n = 0; n < 5; n++) void make().look()
    await play(HOUR)
    // Five that do not know of each other would ask some 270 times.
    expect(log.requests.length).toBeLessThanOrEqual(65)
  })

  it('writes after the answer what could not be written before the request', async () => {
    const { make, play } = browser()
    const rows: object[] = []
    let full = true
    const write = (row: object) => {
      if (full) {
        full = false
        throw new Error('full')
      }
      rows.push(row)
    }
    void make({ store: { read: () => rows.at(-1), write } }).look()
    await play(10 * SECOND)
    expect(parseState(rows.at(-1))?.asked).not.toBeNull()
    expect(rows).toHaveLength(1)
  })

  it('falls over to the other host, remembers it through death, and takes no other page for news', async () => {
    const { at, make, play, said } = browser()
    const asked: string[] = []
    const fetch = async (url: string): Promise<Reply> => {
      asked.push(url)
      const page = url.includes('a.test') ? 'another' : PAGE
      const text = async () => JSON.stringify({ page, made: at.now(), hit: false })
      return { status: 200, headers: { get: () => null }, body: null, text }
    }
    const hosts = ['https://a.test/', 'https://b.test/'] as const
    const first = make({ fetch, hosts })
    void first.look()
    await play(2 * MINUTE)
    first.kill()
    void make({ fetch, hosts }).look()
    await play(5 * MINUTE)
    expect(asked[0]).toBe(hosts[0])
    expect(new Set(asked.filter((_, n) => n > 1))).toEqual(new Set([hosts[1]]))
    const news = said.filter((outcome) => outcome.ok)
    expect(news.length).toBeGreaterThan(4)
    for (const { host } of news) expect(host).toBe(hosts[1])
  })
})
