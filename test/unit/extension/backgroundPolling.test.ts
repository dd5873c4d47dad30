import { describe, expect, it } from 'vitest'
import { VENDOR_FEEDS } from '../../../extension/domain/vendorPages.ts'
import type { Reply } from '../../../extension/messaging/protocol.ts'
import { CAPACITY, PRICE } from '../../../shared/polling/bucket.ts'
import { HOUR, MINUTE, mostInAnHour, SECOND } from '../polling/world.ts'
import { type Machine, machine } from './machine.ts'
import { FAULTS, type Fault } from './page.ts'
import { CALM, on, SPREADING } from './stories.ts'

const KINDS = Object.keys(FAULTS) as Fault[]
const spreading = { playing: SPREADING, from: on('10:00') }
const calm = { playing: CALM, from: on('10:00') }

describe('the budget of requests', () => {
  it('is never more than 120 in any hour of a day, whatever pages and alarms do', async () => {
    const m = machine({ ...spreading, lives: () => 4000, seed: 3 })
    await m.open()
    for (let minute = 0; minute < 24 * 60; minute++) {
      await m.play(MINUTE)
      m.box.fault = minute % 97 > 80 ? (KINDS[minute % KINDS.length] ?? null) : null
      if (minute % 11 === 0) await m.restart()
      if (minute % 5 === 0) void m.ask({ type: 'page-bg:check' })
      if (minute % 7 === 0) void m.settings({ feed: minute % 2 === 0 ? null : 'https://relay.test/' })
      if (minute % 53 === 0) void m.ask({ type: 'page-bg:reset' }).then(() => m.settings({}))
    }
    expect(m.log.requests.length).toBeGreaterThan(24 * 40)
    expect(mostInAnHour(m.log.requests)).toBeLessThanOrEqual(120)
  })

  it('bounds “check now” however often it is pressed, and says when nothing was asked', async () => {
    const m = machine(calm)
    await m.open()
    const asked: boolean[] = []
    for (let press = 0; press < 900; press++) {
      await m.play(4 * SECOND)
      asked.push((await m.ask({ type: 'page-bg:check' })).asked)
    }
    expect(m.log.requests.length).toBeLessThanOrEqual(120)
    expect(asked).toContain(true)
    expect(asked.filter((is) => is).length).toBeLessThan(asked.length / 4)
  })

  it('lets “check now” ask at once where the bucket has one', async () => {
    const m = machine(calm)
    await m.open()
    await m.play(10 * MINUTE + 5 * SECOND)
    const before = m.log.requests.length
    const reply = await m.ask({ type: 'page-bg:check' })
    expect(reply.asked).toBe(true)
    expect(m.log.requests).toHaveLength(before + 1)
    expect(reply.due).toBeGreaterThan(m.at.clock())
  })

  it('counts a request that is under way as asked for “check now”, and sends no second one', async () => {
    const m = machine(calm)
    await m.open()
    await m.play(10 * MINUTE)
    m.box.latency = 5 * SECOND
    const before = m.log.requests.length
    while (m.log.requests.length === before) await m.play(SECOND)
    const reply = m.ask({ type: 'page-bg:check' })
    await m.play(10 * SECOND)
    expect((await reply).asked).toBe(true)
    expect(m.log.requests).toHaveLength(before + 1)
  })

  it('lets an opened page ask only where the news is older than a minute', async () => {
    const m = machine(calm)
    await m.open()
    await m.play(10 * SECOND)
    expect((await m.ask({ type: 'page-bg:open' })).asked).toBe(false)
  })

  it('is one for all addresses', async () => {
    const m = machine(calm)
    await m.open()
    for (let change = 0; change < 600; change++) {
      await m.settings({ feed: change % 2 === 0 ? `https://relay${change}.test/` : null })
      await m.play(6 * SECOND)
    }
    expect(mostInAnHour(m.log.requests)).toBeLessThanOrEqual(120)
  })

  it('is not filled by forgetting everything', async () => {
    const m = machine(calm)
    await m.open()
    for (let change = 0; change < 300; change++) {
      await m.ask({ type: 'page-bg:reset' })
      await m.settings({})
      await m.play(10 * SECOND)
    }
    expect(m.log.requests.length).toBeLessThanOrEqual(110)
  })
})

describe('another address', () => {
  const address = 'https://relay.test/'
  const tryOut = (m: Machine) => m.ask({ type: 'page-bg:use', address })
  const opened = async () => {
    const m = machine(calm)
    await m.open()
    await m.play(30 * MINUTE)
    return m
  }

  it.each<[Fault | null, Reply['tried']]>([
    ['offline', { kind: 'no-answer' }],
    ['unreadable', { kind: 'unreadable' }],
    ['limited', { kind: 'fails', reason: 'rate-limited' }],
    ['broken', { kind: 'fails', reason: 'http-error' }],
    ['hang', { kind: 'fails', reason: 'timeout' }],
    ['empty', { kind: 'fails', reason: 'empty' }],
    ['html', { kind: 'fails', reason: 'html' }],
    ['garbage', { kind: 'fails', reason: 'not-json' }],
    ['other', { kind: 'fails', reason: 'other-page' }],
    ['huge', { kind: 'fails', reason: 'too-large' }],
  ])('tells what comes of it and changes nothing: %s', async (fault, tried) => {
    const m = await opened()
    const settings = m.storage.value('settings')
    m.box.fault = fault
    const reply = tryOut(m)
    await m.play(21 * SECOND)
    expect((await reply).tried).toEqual(tried)
    expect(m.storage.value('settings')).toEqual(settings)
  })

  it('is used from now on where it answers, and its answer is the first news', async () => {
    const m = await opened()
    const before = m.log.requests.length
    expect((await tryOut(m)).tried).toEqual({ kind: 'fine' })
    expect(m.storage.value('settings')).toMatchObject({ feed: address })
    expect(m.storage.value('news')).toMatchObject({ feed: address })
    expect(m.storage.value('poll')).toMatchObject({
      feed: address,
      heard: { at: m.at.clock(), host: address },
      trouble: null,
    })
    expect(m.toolbar()?.icon).toBe('ok')
    // Nobody is asked twice for the same.
    expect(m.log.requests).toHaveLength(before + 1)
    await m.play(59 * SECOND)
    expect(m.log.requests).toHaveLength(before + 1)
    await m.play(17 * SECOND)
    expect(m.log.requests).toHaveLength(before + 2)
  })

  it('is taken unseen where the bucket is empty, and asked as soon as that is paid for', async () => {
    const m = await opened()
    for (let times = 0; times < CAPACITY; times++) await m.ask({ type: 'page-bg:check' })
    await Promise.all(Array.from({ length: CAPACITY }, () => tryOut(m)))
    const other = 'https://other.test/'
    const reply = await m.ask({ type: 'page-bg:use', address: other })
    expect(reply).toMatchObject({ stored: true, tried: { kind: 'wait' } })
    expect(m.storage.value('settings')).toMatchObject({ feed: other })
    const wait = reply.due - m.at.clock()
    expect(wait).toBeGreaterThan(0)
    expect(wait).toBeLessThanOrEqual(PRICE)
    await m.play(wait + SECOND)
    expect(m.storage.value('poll')).toMatchObject({ feed: other, heard: { host: other } })
  })

  it('asks no server that asked for silence, until that is over', async () => {
    const m = await opened()
    m.box.fault = 'limited for a while'
    await m.play(5 * MINUTE)
    expect(m.storage.value('poll')).toMatchObject({ row: { lastOutcome: 'held' } })
    const before = m.log.requests.length
    const own = m.ask({ type: 'page-bg:use', address: VENDOR_FEEDS[0] ?? '' })
    expect((await own).tried).toEqual({ kind: 'held' })
    expect(m.log.requests.length).toBe(before)
    // Another server asked for none.
    m.box.fault = null
    expect((await tryOut(m)).tried).toEqual({ kind: 'fine' })
  })

  it('is paid from the bucket: however often it is pressed at once, the rest is told to wait', async () => {
    const m = await opened()
    const before = m.log.requests.length
    const replies = await Promise.all(Array.from({ length: 30 }, () => tryOut(m)))
    const kinds = replies.map(({ tried }) => tried?.kind)
    const asked = m.log.requests.length - before
    expect(asked).toBeGreaterThan(0)
    expect(asked).toBeLessThanOrEqual(CAPACITY)
    expect(kinds).toEqual(kinds.map((_, at) => (at < asked ? 'fine' : 'wait')))
    await m.play(2 * PRICE)
    expect((await tryOut(m)).tried).toEqual({ kind: 'fine' })
  })

  it('is paid for before a pod was chosen, too', async () => {
    const m = machine({ ...calm, settings: { pods: [] } })
    await m.open()
    const replies = await Promise.all(Array.from({ length: 30 }, () => tryOut(m)))
    expect(replies.filter(({ tried }) => tried?.kind === 'fine')).toHaveLength(m.log.requests.length)
    expect(m.log.requests.length).toBeLessThan(CAPACITY)
    expect(replies.at(-1)?.tried).toEqual({ kind: 'wait' })
  })

  it('claims nothing where the bucket does not pay for a second request', async () => {
    const m = await opened()
    m.box.fault = 'unreadable'
    const before = m.log.requests.length
    const replies = await Promise.all(Array.from({ length: 30 }, () => tryOut(m)))
    const count = (kind: string) => replies.filter(({ tried }) => tried?.kind === kind).length
    expect(count('no-answer')).toBeGreaterThan(0)
    expect(m.log.requests.length - before).toBe(count('no-answer') + 2 * count('unreadable'))
    expect(m.log.requests.length - before).toBeLessThanOrEqual(CAPACITY)
  })

  it.each([null, 'hang', 'broken', 'offline', 'unreadable'] as const)(
    'makes no hour of more than 120 requests, whatever the page does: %s',
    async (fault) => {
      const m = await opened()
      m.box.fault = fault
      for (let press = 0; press < 2 * 60 * 20; press++) {
        void tryOut(m)
        if (press % 3 === 0) void m.ask({ type: 'page-bg:check' })
        await m.play(3 * SECOND)
      }
      expect(mostInAnHour(m.log.requests)).toBeLessThanOrEqual(120)
    },
  )
})

describe('a clock that is set', () => {
  it.each([
    ['back an hour', -HOUR],
    ['back a day', -24 * HOUR],
    ['forward an hour', HOUR],
    ['forward a month', 30 * 24 * HOUR],
  ])('%s neither tells anything twice nor hides what comes', async (_, by) => {
    const m = machine(spreading)
    await m.open()
    await m.playTo(on('10:15'))
    m.at.shift(by)
    await m.playTo(on('10:30'))
    expect(m.titles()).toEqual(['Trouble on Prod1 (US)'])
    expect(m.toolbar()).toMatchObject({ icon: 'degraded' })
    await m.playTo(on('12:00'))
    expect(m.titles().slice(1)).toEqual(['Prod1 (US) is back to normal'])
    expect(m.toolbar()).toMatchObject({ icon: 'ok' })
    expect(mostInAnHour(m.log.requests)).toBeLessThanOrEqual(120)
  })

  it('back makes nobody believe old news: a background that is born then does not know', async () => {
    const m = machine(calm)
    await m.open()
    await m.play(5 * MINUTE)
    m.at.shift(-HOUR)
    m.box.fault = 'offline'
    await m.restart()
    expect(m.toolbar()).toMatchObject({ icon: 'unknown' })
  })

  it('by sleep makes nobody believe old news', async () => {
    const m = machine(calm)
    await m.open()
    await m.play(5 * MINUTE)
    m.box.fault = 'offline'
    m.at.sleep(20 * MINUTE, true)
    await m.restart()
    expect(m.toolbar()).toMatchObject({ icon: 'unknown' })
  })
})
