import { describe, expect, it } from 'vitest'
import { wholeBody } from '../../../shared/poll/body.ts'
import { CAPACITY, PRICE } from '../../../shared/poll/bucket.ts'
import type { Outcome, Reply } from '../../../shared/poll/ports.ts'
import { parseRow } from '../../../shared/poll/row.ts'
import { type Runner, runner } from '../../../shared/poll/runner.ts'
import type { Ports } from './day.ts'
import { type Doc, type Fault, feed, newLog, PAGE, parse } from './feed.ts'
import { chance, HOUR, MINUTE, mostInAnHour, SECOND, settled, type World, world } from './world.ts'

/** A browser with one store, in which pollers are made and die. */
const browser = (at: World = world()) => {
  const log = newLog()
  const random = chance(1)
  const said: Outcome<Doc>[] = []
  const box = { stored: null as unknown, fault: null as Fault | null, writes: 0, alive: 0 }
  const make = (more: Partial<Ports> = {}): Runner & { kill(): void } => {
    let alive = true
    const controls: AbortController[] = []
    const made = runner<Doc, AbortSignal>({
      fetch: feed(at, log, { fault: () => box.fault, hit: () => false }, random, () => alive),
      timer: (wait, run) => at.after(wait, () => alive && run()),
      clock: at.clock,
      random,
      abort: () => {
        const control = new AbortController()
        controls.push(control)
        return control
      },
      readBody: wholeBody,
      parse,
      isHit: (doc) => doc.hit,
      hosts: ['https://a.test/'],
      store: {
        read: () => box.stored,
        write: (row) => {
          if (!alive) return
          box.writes += 1
          box.stored = row
        },
      },
      onChange: (outcome) => said.push(outcome),
      ...more,
    })
    const kill = () => {
      alive = false
      for (const control of controls) control.abort()
    }
    return { ...made, kill }
  }
  const play = async (length: number) => {
    await settled()
    await at.play(at.now() + length, () => undefined)
  }
  const reasons = () => said.map((outcome) => (outcome.ok ? 'news' : outcome.reason))
  return { at, log, said, box, make, play, reasons }
}

describe('runner', () => {
  it('does nothing before it is told to look', async () => {
    const { log, make, play } = browser()
    make()
    await play(HOUR)
    expect(log.questions).toHaveLength(0)
  })

  it('asks about once a minute, writes once a question, and says the news', async () => {
    const { log, make, play, box, said } = browser()
    void make().look()
    await play(HOUR)
    expect(log.questions.length).toBeGreaterThanOrEqual(48)
    expect(log.questions.length).toBeLessThanOrEqual(61)
    expect(box.writes).toBe(log.questions.length)
    expect(said.filter(({ ok }) => ok)).toHaveLength(log.questions.length)
  })

  it('has one question in flight however often it is told to look and wake', async () => {
    const { at, log, make, play } = browser()
    const one = make()
    for (let n = 0; n < 300; n++) at.after(n * SECOND, () => void (n % 2 ? one.wake() : one.look()))
    await play(10 * MINUTE)
    expect(log.mostInFlight).toBe(1)
    expect(log.questions.length).toBeLessThan(13)
  })

  it('stores the charge before it asks', async () => {
    const { at, make, play, box } = browser()
    const saved: (number | undefined)[] = []
    const fetch = async (): Promise<Reply> => {
      saved.push(parseRow(box.stored)?.asked ?? undefined)
      throw new Error('offline')
    }
    void make({ fetch }).look()
    await play(SECOND)
    expect(saved).toEqual([at.clock() - SECOND])
  })

  it('loses no question to a death at any moment', async () => {
    for (let moment = 0; moment <= 500; moment += 5) {
      const { at, log, make, play, box } = browser()
      box.stored = JSON.stringify({
        bucket: { saved: CAPACITY * PRICE, at: at.clock() },
        asked: null,
        due: at.clock(),
        mood: 'well',
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
      expect(log.questions).toHaveLength(1)
      expect(parseRow(box.stored)?.bucket.saved).toBe((CAPACITY - 1) * PRICE)
      await play(60 * SECOND)
      expect(log.questions).toHaveLength(2)
    }
  })

  it('gets no questions out of a row that is spoilt in a loop, where a fresh bucket would give ten each', async () => {
    const spoilt = ['', '{', '[]', 'null!', '{"bucket":{"saved":1e99,"at":0}}', { bucket: 7 }, 42, [1]]
    const { log, make, play, box } = browser()
    for (let n = 0; n < 200; n++) {
      box.stored = spoilt[n % spoilt.length]
      const one = make()
      void one.look()
      await play(5 * SECOND)
      one.kill()
    }
    expect(log.questions).toHaveLength(0)
    expect(200 * CAPACITY).toBeGreaterThan(120)
    // Left alone, it heals by itself.
    void make().look()
    await play(2 * MINUTE)
    expect(log.questions.length).toBeGreaterThan(0)
    expect(parseRow(box.stored)).not.toBeNull()
  })

  it('asks within its budget though the row is filled up again behind its back', async () => {
    const { at, log, make, play, box } = browser()
    box.fault = 'offline'
    const one = make()
    void one.look()
    const meddle = () => {
      const row = parseRow(box.stored)
      if (row)
        box.stored = { ...row, due: 0, failures: 0, bucket: { saved: CAPACITY * PRICE, at: at.clock() } }
      void one.wake()
      at.after(SECOND, meddle)
    }
    at.after(SECOND, meddle)
    await play(5 * HOUR)
    expect(mostInAnHour(log.questions)).toBeLessThanOrEqual(120)
    expect(log.questions.length).toBeGreaterThan(100)
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
      expect(mostInAnHour(log.questions)).toBeLessThanOrEqual(61)
    },
  )

  it('gives up a question that hangs, and aborts it', async () => {
    const { log, make, play, box, reasons } = browser()
    box.fault = 'hang'
    void make().look()
    await play(19 * SECOND)
    expect(log.inFlight).toBe(1)
    await play(2 * SECOND)
    expect(log.inFlight).toBe(0)
    expect(reasons()).toEqual(['never-asked', 'timeout'])
  })

  it('shares the asking with other pollers on the same store', async () => {
    const { log, make, play } = browser()
    for (let n = 0; n < 5; n++) void make().look()
    await play(HOUR)
    // Five that do not know of each other would ask some 270 times.
    expect(log.questions.length).toBeLessThanOrEqual(65)
  })

  it('does not ask while another holds the lock, and asks soon after', async () => {
    const { log, make, play } = browser()
    let free = false
    void make({ alone: async (task) => (free ? task() : undefined) }).look()
    await play(MINUTE)
    expect(log.questions).toHaveLength(0)
    free = true
    await play(2 * SECOND)
    expect(log.questions).toHaveLength(1)
  })

  it('asks nothing while hidden, whatever comes, and at once on return', async () => {
    const { log, make, play } = browser()
    const one = make()
    void one.look()
    await play(10 * SECOND)
    one.leave()
    void one.wake()
    void one.look()
    await play(HOUR)
    expect(log.questions).toHaveLength(1)
    void one.enter()
    await play(SECOND)
    expect(log.questions).toHaveLength(2)
    one.leave()
    void one.enter()
    await play(SECOND)
    expect(log.questions).toHaveLength(2)
  })

  it('tries once at once when the network is back, though the question in flight was lost with it', async () => {
    const { log, make, play, box, reasons } = browser()
    box.fault = 'hang'
    const one = make()
    void one.look()
    await play(5 * SECOND)
    void one.wake()
    box.fault = null
    await play(60 * SECOND)
    expect(log.questions).toHaveLength(2)
    expect(reasons()).toEqual(['never-asked', 'timeout', 'news'])
    // The bucket of a first run holds one question, so the second comes when it is earned.
    expect((log.questions[1] ?? 0) - (log.questions[0] ?? 0)).toBeLessThanOrEqual(PRICE + SECOND)
  })

  it('says that news is stale by the timer, though the clock was set back meanwhile', async () => {
    const { at, make, play, box, reasons } = browser()
    void make().look()
    await play(10 * SECOND)
    box.fault = 'broken'
    await play(10 * MINUTE)
    // Less than would show: the last try was longer ago than this.
    at.shift(-20 * SECOND)
    await play(4 * MINUTE)
    expect(reasons()).not.toContain('stale')
    await play(MINUTE)
    expect(reasons()).toContain('stale')
  })

  it('says that news is stale as soon as the clock goes back behind it', async () => {
    const { at, make, play, box, reasons } = browser()
    void make().look()
    await play(10 * SECOND)
    box.fault = 'broken'
    at.shift(-HOUR)
    await play(75 * SECOND)
    expect(reasons()).toContain('stale')
  })

  it('says so too when only its own looks tell that the clock went back', async () => {
    const { at, make, play, box, reasons } = browser()
    const first = make()
    void first.look()
    await play(10 * SECOND)
    first.kill()
    box.fault = 'limited-for'
    await play(80 * SECOND)
    void make().look()
    await play(110 * SECOND)
    // Still after the last question, but before the last look.
    at.shift(-100 * SECOND)
    await play(15 * SECOND)
    expect(reasons()).toContain('stale')
  })

  it('notices within 75 s that a long wait is over by the clock', async () => {
    const { at, log, make, play } = browser()
    const real = { status: 503, headers: { get: () => '3600' }, body: null, text: async () => '' }
    const fetch = async (): Promise<Reply> => {
      log.questions.push(at.now())
      return real
    }
    void make({ fetch }).look()
    await play(5 * MINUTE)
    expect(log.questions).toHaveLength(1)
    at.shift(2 * HOUR)
    await play(75 * SECOND)
    expect(log.questions).toHaveLength(2)
  })

  it('writes after the answer what could not be written before the question', async () => {
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
    expect(parseRow(rows.at(-1))?.asked).not.toBeNull()
    expect(rows).toHaveLength(1)
  })

  it('goes on when a listener throws, or what it was given does', async () => {
    const { log, make, play } = browser()
    let calls = 0
    const onChange = () => {
      throw new Error('listener')
    }
    const abort = () => {
      if (calls++ % 2) throw new Error('no controller')
      return new AbortController()
    }
    void make({ onChange, abort }).look()
    await play(HOUR)
    expect(log.questions.length).toBeGreaterThan(20)
    expect(log.mostInFlight).toBe(1)
  })

  it('is quiet and leaves nothing behind once it was stopped', async () => {
    const { log, make, play, box, said } = browser()
    box.fault = 'hang'
    const one = make()
    void one.look()
    await play(SECOND)
    const before = said.length
    one.stop()
    await settled()
    expect(log.inFlight).toBe(0)
    await play(HOUR)
    void one.wake()
    await play(HOUR)
    expect(log.questions).toHaveLength(1)
    expect(said).toHaveLength(before)
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
