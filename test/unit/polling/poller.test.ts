import { describe, expect, it } from 'vitest'
import { PRICE } from '../../../shared/polling/bucket.ts'
import type { Reply } from '../../../shared/polling/ports.ts'
import { browser } from './browser.ts'
import { HOUR, MINUTE, SECOND, settled } from './world.ts'

describe('runner', () => {
  it('does nothing before it is told to look', async () => {
    const { log, make, play } = browser()
    make()
    await play(HOUR)
    expect(log.requests).toHaveLength(0)
  })

  it('has one request in flight however often it is told to look and wake', async () => {
    const { at, log, make, play } = browser()
    const one = make()
    for (let n = 0; n < 300; n++) at.after(n * SECOND, () => void (n % 2 ? one.wake() : one.look()))
    await play(10 * MINUTE)
    expect(log.mostInFlight).toBe(1)
    expect(log.requests.length).toBeLessThan(13)
  })

  it('asks for whoever urges it while a look asks nothing', async () => {
    const { log, make, play } = browser()
    const one = make()
    void one.look()
    await play(50 * SECOND)
    expect(log.requests).toHaveLength(1)
    void one.look()
    void one.refreshNow()
    await play(SECOND)
    expect(log.requests).toHaveLength(2)
  })

  it('meets an urgent call by the request that is under way, and sends no second one right after it', async () => {
    const { log, make, play } = browser()
    const one = make()
    void one.look()
    // Enough for the bucket to hold several requests.
    await play(20 * MINUTE)
    const before = log.requests.length
    const first = one.refreshNow()
    await play(20)
    expect(log.inFlight).toBe(1)
    const second = one.refreshNow()
    void one.wake()
    await play(5 * SECOND)
    await Promise.all([first, second])
    expect(log.requests).toHaveLength(before + 1)
  })

  it('gives up a request that hangs, and aborts it', async () => {
    const { log, make, play, box, reasons } = browser()
    box.fault = 'hang'
    void make().look()
    await play(19 * SECOND)
    expect(log.inFlight).toBe(1)
    await play(2 * SECOND)
    expect(log.inFlight).toBe(0)
    expect(reasons()).toEqual(['never-asked', 'timeout'])
  })

  it('does not ask while another holds the lock, and asks soon after', async () => {
    const { log, make, play } = browser()
    let free = false
    void make({ alone: async (task) => (free ? task() : undefined) }).look()
    await play(MINUTE)
    expect(log.requests).toHaveLength(0)
    free = true
    await play(2 * SECOND)
    expect(log.requests).toHaveLength(1)
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
    expect(log.requests).toHaveLength(1)
    void one.enter()
    await play(SECOND)
    expect(log.requests).toHaveLength(2)
    one.leave()
    void one.enter()
    await play(SECOND)
    expect(log.requests).toHaveLength(2)
  })

  it('tries once at once when the network is back, though the request in flight was lost with it', async () => {
    const { log, make, play, box, reasons } = browser()
    box.fault = 'hang'
    const one = make()
    void one.look()
    await play(5 * SECOND)
    void one.wake()
    box.fault = null
    await play(60 * SECOND)
    expect(log.requests).toHaveLength(2)
    expect(reasons()).toEqual(['never-asked', 'timeout', 'news'])
    // The bucket of a first run holds one request, so the second comes when it is earned.
    expect((log.requests[1] ?? 0) - (log.requests[0] ?? 0)).toBeLessThanOrEqual(PRICE + SECOND)
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
    // Still after the last request, but before the last look.
    at.shift(-100 * SECOND)
    await play(15 * SECOND)
    expect(reasons()).toContain('stale')
  })

  it('notices within 75 s that a long wait is over by the clock', async () => {
    const { at, log, make, play } = browser()
    const real = { status: 503, headers: { get: () => '3600' }, body: null, text: async () => '' }
    const fetch = async (): Promise<Reply> => {
      log.requests.push(at.now())
      return real
    }
    void make({ fetch }).look()
    await play(5 * MINUTE)
    expect(log.requests).toHaveLength(1)
    at.shift(2 * HOUR)
    await play(75 * SECOND)
    expect(log.requests).toHaveLength(2)
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
    expect(log.requests.length).toBeGreaterThan(20)
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
    expect(log.requests).toHaveLength(1)
    expect(said).toHaveLength(before)
  })
})

describe('news that the poller hears of without asking', () => {
  it('keeps it from asking as long as it comes, and the next request follows by the schedule', async () => {
    const { log, make, play } = browser()
    const one = make()
    void one.look()
    await play(SECOND)
    for (let beat = 0; beat < 40; beat++) {
      await play(15 * SECOND)
      await one.heard(false)
    }
    expect(log.requests).toHaveLength(1)
    await play(76 * SECOND)
    expect(log.requests).toHaveLength(2)
  })

  it('is kept in one write, for a poller that goes on', async () => {
    const { at, box, log, make, play } = browser()
    const one = make()
    void one.look()
    await play(30 * SECOND)
    const { writes } = box
    await one.heard(true)
    expect(box.writes).toBe(writes + 1)
    expect(box.stored).toMatchObject({ asked: at.clock(), lastOutcome: 'affected', failures: 0 })
    one.kill()
    void make().look()
    await play(29 * SECOND)
    expect(log.requests).toHaveLength(1)
    await play(10 * SECOND)
    expect(log.requests).toHaveLength(2)
  })

  it('does not end a request under way, nor send one', async () => {
    const { log, make, play, box, reasons } = browser()
    box.fault = 'hang'
    const one = make()
    void one.look()
    await play(5 * SECOND)
    const done = one.heard(false)
    await play(16 * SECOND)
    await done
    expect(log.requests).toHaveLength(1)
    expect(reasons()).toEqual(['never-asked', 'timeout'])
  })

  it('is nothing to one that was stopped', async () => {
    const { box, log, make, play } = browser()
    const one = make()
    void one.look()
    await play(SECOND)
    one.stop()
    const { writes } = box
    await one.heard(true)
    await play(HOUR)
    expect(box.writes).toBe(writes)
    expect(log.requests).toHaveLength(1)
  })
})
