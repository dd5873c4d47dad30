import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { CAPACITY, PRICE } from '../../../shared/polling/bucket.ts'
import { MINUTE, NOON } from './support/bannerRequests.ts'
import { beatOf, begin, EVENTS, FEED, OK, verdictNow } from './support/eventsPart.ts'

beforeEach(() => {
  vi.useFakeTimers({ now: NOON, toFake: ['Date', 'setTimeout', 'clearTimeout'] })
  vi.spyOn(Math, 'random').mockReturnValue(0)
})
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
  vi.restoreAllMocks()
})

const [SILENCE, BEAT, SHORTEST] = [45_000, 15_000, 30_000]

/** A stream that has told trouble. */
const inTrouble = async () => {
  const here = await begin()
  await here.look()
  const [stream] = here.streams()
  if (!stream) throw new Error('No stream.')
  stream.say('verdict', verdictNow(), 'a 1')
  return { ...here, stream }
}

describe('a stream', () => {
  it('is opened once, beside the feed, and paid for', async () => {
    const { look, streams, left } = await begin()
    await look()
    await look()
    expect(streams().map(({ url }) => url)).toEqual([EVENTS])
    expect(left()).toBe(CAPACITY - 1)
  })

  it('keeps what the feed’s address says after its path, and is relative to the page', async () => {
    const { look, streams } = await begin()
    await look('/relay/prod1.json?key=a')
    expect(streams()[0]?.url).toBe('https://shop.example/relay/prod1/events?key=a')
  })

  it('leaves half of the bucket to requests, and opens when there is more', async () => {
    const { box, look, pass, streams } = await begin()
    box.state = { ...box.state, spent: NOON + (CAPACITY / 2) * PRICE }
    await look()
    await pass(PRICE - 1)
    expect(streams()).toEqual([])
    await pass(1)
    expect(streams()).toHaveLength(1)
  })

  it('is not opened where the site’s pages can’t know what it cost, or while one of them asks', async () => {
    const { box, look, streams } = await begin()
    box.isShared = false
    await look()
    Object.assign(box, { isShared: true, isFree: false })
    await look()
    expect(streams()).toEqual([])
    box.isFree = true
    await look()
    expect(streams()).toHaveLength(1)
  })

  it('that was led on to another host is ended, and nothing it says is news', async () => {
    const { box, look, streams } = await begin()
    await look()
    const before = box.state
    streams()[0]?.say('verdict', verdictNow(), 'x.1', 'https://elsewhere.example')
    expect(box.state.finding).toEqual(before.finding)
    expect(streams()[0]?.isOpen).toBe(false)
  })

  it('tells news, and puts off the next request with all it says', async () => {
    const { box, seen, stream, pass } = await inTrouble()
    expect(box.state).toMatchObject({ at: NOON, due: NOON + 30_000, finding: { level: 'outage' } })
    expect(seen.rouses).toBe(1)
    for (let beats = 1; beats < 200; beats++) {
      await pass(BEAT)
      stream.say('beat', beatOf(4))
      expect(box.state).toMatchObject({ at: Date.now() - 4000, finding: { level: 'outage' } })
      expect(box.state.due).toBe(Date.now() + 30_000)
    }
    stream.say('verdict', verdictNow(OK), 'b 2')
    expect(box.state.finding).toEqual({ level: 'ok' })
  })

  it('that says nothing for 45 seconds is dead, and opened again after a while, from where it ended', async () => {
    const { box, stream, streams, open, pass } = await inTrouble()
    await pass(SILENCE - 1)
    expect(stream.isOpen).toBe(true)
    await pass(1)
    expect(open()).toEqual([])
    // Nothing is claimed meanwhile, and the schedule goes on.
    expect(box.state).toMatchObject({ at: NOON, due: NOON + 30_000 })
    await pass(SHORTEST - 1)
    expect(streams()).toHaveLength(1)
    await pass(1)
    expect(streams()[1]?.url).toBe(`${EVENTS}?last=a+1`)
    streams()[1]?.say('beat', beatOf(2))
    expect(box.state).toMatchObject({ at: Date.now() - 2000, finding: { level: 'outage' } })
  })

  it('that breaks is never opened by the browser, and ever less often by us', async () => {
    vi.spyOn(Math, 'random').mockReturnValue(1)
    const { look, streams, pass } = await begin()
    await look()
    for (const wait of [60, 120, 240, 300, 300]) {
      const before = streams().length
      streams().at(-1)?.onerror?.()
      expect(streams().at(-1)?.isOpen).toBe(false)
      await pass(wait * 1000 - 1)
      await look()
      expect(streams()).toHaveLength(before)
      await pass(1)
      expect(streams()).toHaveLength(before + 1)
    }
  })

  it('that a relay ends after a while is no failure', async () => {
    const { stream, streams, pass } = await inTrouble()
    for (let times = 1; times < 5; times++) {
      for (let beats = 0; beats < 4; beats++) {
        await pass(BEAT)
        streams().at(-1)?.say('beat', beatOf(1))
      }
      streams().at(-1)?.onerror?.()
      await pass(SHORTEST)
      expect(streams()).toHaveLength(times + 1)
    }
    expect(stream.isOpen).toBe(false)
  })

  it.each([
    ['another vendor', { vendor: 'zendesk' }],
    ['another page', { page: 'abcdefghijkl' }],
    ['another pod', { verdict: { pod: 'prod2' } }],
    ['an age in words', { age: '3' }],
    ['an age before its time', { age: -1 }],
    ['an age of 15 minutes', { age: 900 }],
    ['no verdict', { verdict: null }],
  ])('that tells %s is closed, and nothing is taken from it', async (_, some) => {
    const { box, look, streams, open, seen, pass } = await begin()
    await look()
    const before = box.state
    streams()[0]?.say('verdict', { ...verdictNow(), ...some }, 'a')
    expect(open()).toEqual([])
    expect(box.state).toBe(before)
    expect(seen.rouses).toBe(0)
    // From the beginning, as it holds nothing that it could go on from.
    await pass(SHORTEST)
    expect(streams()[1]?.url).toBe(EVENTS)
  })

  it.each([
    ['no JSON', 'verdict', '{'],
    ['a beat in words', 'beat', '"3"'],
    ['a beat of nothing', 'beat', 'null'],
    ['a beat of another page', 'beat', JSON.stringify({ ...beatOf(1), page: 'abcdefghijkl' })],
    ['a beat without an age', 'beat', JSON.stringify({ ...beatOf(1), age: null })],
  ])('that sends %s is closed', async (_, type, text) => {
    const { box, stream } = await inTrouble()
    const before = box.state
    stream.say(type, text)
    expect(stream.isOpen).toBe(false)
    expect(box.state).toBe(before)
  })

  it('that begins with a beat has told nothing that could hold', async () => {
    const { look, streams, open, box } = await begin()
    await look()
    const before = box.state
    streams()[0]?.say('beat', beatOf(1))
    expect(open()).toEqual([])
    expect(box.state).toBe(before)
  })

  it('makes nothing hold that another page has newer news of', async () => {
    const { box, stream, open } = await inTrouble()
    const newer = { ...box.state, at: NOON + 1000, finding: { level: 'ok' } } as const
    box.state = newer
    stream.say('beat', beatOf(0))
    expect(box.state).toBe(newer)
    expect(open()).toEqual([])
  })

  it('is not believed after a sleep, when nobody knows how old its messages are', async () => {
    const { box, stream } = await inTrouble()
    const before = box.state
    vi.setSystemTime(NOON + 10 * MINUTE)
    stream.say('beat', beatOf(1))
    expect(stream.isOpen).toBe(false)
    expect(box.state).toBe(before)
  })

  it('nor with a clock that was set back', async () => {
    const { stream } = await inTrouble()
    vi.setSystemTime(NOON - MINUTE)
    stream.say('beat', beatOf(1))
    expect(stream.isOpen).toBe(false)
  })
})

describe('a page', () => {
  it('that Firefox would give up for it has none, and pays nothing', async () => {
    const { look, streams, left } = await begin(true)
    await look()
    expect(streams()).toEqual([])
    expect(left()).toBe(CAPACITY)
  })

  it('that is hidden holds no stream, and opens one again when it returns', async () => {
    const { sight, stream, streams, fire, look, pass } = await inTrouble()
    sight.hidden = true
    fire('visibilitychange')
    expect(stream.isOpen).toBe(false)
    await pass(10 * MINUTE)
    await look()
    expect(streams()).toHaveLength(1)
    sight.hidden = false
    await look()
    expect(streams()).toHaveLength(2)
  })

  it('that is left holds none', async () => {
    const { stream, fire, look, streams } = await inTrouble()
    fire('pagehide')
    expect(stream.isOpen).toBe(false)
    // It comes out of the back-forward cache, and WebKit tells that the stream broke.
    stream.onerror?.()
    await look()
    expect(streams()).toHaveLength(2)
  })

  it('that was hidden while its stream was paid opens none', async () => {
    const { sight, look, streams } = await begin()
    const looking = look()
    sight.hidden = true
    await looking
    expect(streams()).toEqual([])
  })

  it.each(['destroy', 'meta off'])('ends it by %s, at the next look or message', async (how) => {
    for (const isByMessage of [true, false]) {
      const { box, page, sight, stream, streams, look, pass } = await inTrouble()
      if (how === 'destroy') Object.assign(page.place.podlight ?? {}, { end: 1 })
      else sight.isOff = true
      const before = box.state
      if (isByMessage) stream.say('verdict', verdictNow(OK), 'b')
      else await look()
      expect(stream.isOpen).toBe(false)
      expect(box.state).toBe(before)
      await pass(10 * MINUTE)
      expect(streams()).toHaveLength(1)
    }
  })

  it('whose feed offers none any more has none', async () => {
    const { look, stream, streams, pass } = await inTrouble()
    await look('')
    expect(stream.isOpen).toBe(false)
    await pass(10 * MINUTE)
    expect(streams()).toHaveLength(1)
    // Offered again, it begins anew.
    await look(FEED)
    expect(streams()[1]?.url).toBe(EVENTS)
  })
})
