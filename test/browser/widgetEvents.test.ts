import { beforeEach, describe, expect, it } from 'vitest'
import { partFile } from '../support/builtWidget.ts'
import { DOWN, WELL } from './support/fakeRelay.ts'
import { itWhere } from './support/itWhere.ts'
import { CHAT_DOWN, relayPageIn } from './support/relayPage.ts'
import { ALL } from './support/startWeb.ts'
import { MINUTE, SECOND } from './support/widgetStage.ts'

// A relay's events: heard where the owner wants them and the relay offers them, told like answers, and never in the way.

const ON = { 'data-events': 'on' }
const [BEAT, SILENCE, SHORTEST] = [15 * SECOND, 45 * SECOND, 30 * SECOND]

/** Firefox has none: see widgetEventsKept.test.ts. */
const HEARING = ALL.filter((browser) => browser !== 'firefox')

describe.each(HEARING)('events of a relay, in %s', (browser) => {
  const page = relayPageIn(browser)
  // What is of numbers alone is the same everywhere.
  const itOnce = itWhere(browser === 'chromium')

  beforeEach(() => page.relay.reset())

  const kept = (name: string): Promise<unknown> =>
    page.web.run(`return JSON.parse(localStorage.podlight).${name}`)
  /** So much time with a beat every fifteen seconds, each of which is heard. */
  const beatFor = async (ms: number): Promise<void> => {
    for (let passed = 0; passed < ms; passed += BEAT) {
      await page.stage.advance(BEAT)
      page.relay.beat()
      await page.seen(() => kept('at'), page.stage.now(), 'the time of the news')
    }
  }

  /** So much time at most, in steps that a connection can keep up with, until another stream is open. */
  const listensWithin = async (ms: number): Promise<void> => {
    const before = page.relay.opened().length
    for (let passed = 0; passed < ms && page.relay.opened().length === before; passed += SECOND) {
      await page.stage.advance(SECOND)
      // It is opened in turns of the event loop, and heard of by its server a little later.
      await page.web.run(
        'await new Promise((resolve) => { const { port1, port2 } = new MessageChannel(); port1.onmessage = resolve; port2.postMessage(0) })',
      )
    }
    await page.listens(1)
  }

  it('are told at once, and while they come nothing is asked', async () => {
    await page.visit(ON)
    await page.listens(1)
    expect(await page.loaded()).toEqual(['podlight.js', partFile('events')])
    page.relay.say(DOWN)
    await page.hasTold(['ok', 'outage'])
    await page.shows(CHAT_DOWN)
    await beatFor(3 * MINUTE)
    page.relay.say(WELL)
    await page.hasTold(['ok', 'outage', 'ok'])
    await beatFor(3 * MINUTE)
    expect(page.relay.asked()).toBe(1)
    expect(page.relay.opened()).toEqual([''])
    expect(await page.loaded()).not.toContain(partFile('judgement'))
    await page.isCalm()
  })

  itOnce.each([
    ['the owner did not ask for them', {}, true],
    ['the relay offers none', ON, false],
    ['nothing may be stored', { ...ON, 'data-storage': 'none' }, true],
  ])('are not heard where %s: the page asks as always', async (_, tag, offers) => {
    page.relay.offer(offers)
    await page.visit(tag)
    await page.hasTold(['ok'])
    page.relay.say(DOWN)
    await page.stage.advance(62 * SECOND)
    expect(page.relay.opened()).toEqual([])
    expect(await page.loaded()).not.toContain(partFile('events'))
    if ('data-storage' in tag) return
    await page.hasTold(['ok', 'outage'])
    expect(page.relay.asked()).toBe(2)
  })

  it('that end in mid-trouble leave no gap, and nothing is told twice', async () => {
    await page.visit(ON)
    await page.listens(1)
    page.relay.say(DOWN)
    await page.hasTold(['ok', 'outage'])
    await beatFor(MINUTE)
    const asked = page.relay.asked()
    page.relay.die()
    await page.listens(0)
    // By the schedule of trouble, and not later than without events.
    await page.stage.advance(31 * SECOND)
    page.relay.revive()
    await page.stage.advance(SHORTEST + SECOND)
    await page.seen(() => page.relay.asked() > asked, true, 'a request')
    await page.hasTold(['ok', 'outage'])
    await page.shows(CHAT_DOWN)
    await listensWithin(2 * MINUTE)
    page.relay.say(WELL)
    await page.hasTold(['ok', 'outage', 'ok'])
    await page.isCalm()
  })

  it('that break off go on from where they were', async () => {
    await page.visit(ON)
    await page.listens(1)
    page.relay.say(DOWN)
    await page.hasTold(['ok', 'outage'])
    page.relay.cut()
    await page.listens(0)
    // The browser itself would come back after half a minute of its own time; we come back by ours.
    expect(page.relay.opened()).toHaveLength(1)
    await page.shows(CHAT_DOWN)
    const before = page.stage.now()
    await listensWithin(SHORTEST + 2 * SECOND)
    expect(page.stage.now() - before).toBeGreaterThanOrEqual(SHORTEST)
    expect(page.relay.opened()[1]).toMatch(/^last=\d+$/)
    await page.seen(async () => Number(await kept('at')) >= before + SHORTEST, true, 'that it holds')
    await page.hasTold(['ok', 'outage'])
  })

  itOnce('that fall silent are given up after 45 seconds, and the page asks', async () => {
    await page.visit(ON)
    await page.listens(1)
    page.relay.say(DOWN)
    await page.hasTold(['ok', 'outage'])
    const asked = page.relay.asked()
    await page.stage.advance(31 * SECOND)
    await page.seen(() => page.relay.asked(), asked + 1, 'requests')
    expect(page.relay.listeners()).toBe(1)
    await page.stage.advance(SILENCE - 30 * SECOND)
    await page.listens(0)
  })

  itOnce.each([
    ['another vendor', { body: { vendor: 'zendesk' } }],
    ['another page', { body: { page: 'abcdefghijkl' } }],
    ['another pod', { verdict: { pod: 'prod2' } }],
    ['an age in words', { body: { age: 'new' } }],
    ['an age of 15 minutes', { body: { age: 900 }, headers: { 'podlight-age': '900' } }],
  ])('that tell %s end the stream, and change nothing', async (_, lie) => {
    await page.visit(ON)
    await page.listens(1)
    page.relay.lie(lie)
    page.relay.say(DOWN)
    await page.listens(0)
    expect(await page.told()).toEqual(['ok'])
    await page.stage.advance(20 * MINUTE)
    // What it answers is as wrong.
    await page.hasTold(['ok', 'unknown'])
    await page.isCalm()
  })

  it('are not held by a page that is hidden, and heard again when it returns', async () => {
    await page.visit(ON)
    await page.listens(1)
    await page.web.run('turn(true)')
    await page.listens(0)
    page.relay.say(DOWN)
    await page.stage.advance(10 * MINUTE)
    expect(page.relay.opened()).toHaveLength(1)
    expect(page.relay.asked()).toBe(1)
    await page.web.run('turn(false)')
    await listensWithin(5 * SECOND)
    await page.hasTold(['ok', 'outage'])
    await page.isCalm()
  })

  itOnce(
    'are paid for: who comes and goes all the time has no stream in the end, and is still told',
    async () => {
      await page.visit(ON)
      await page.listens(1)
      for (let times = 0; times < 20; times++) {
        await page.web.run('turn(true)')
        await page.listens(0)
        await page.web.run('turn(false)')
        await page.stage.advance(SECOND)
      }
      // Half of ten, less the request.
      expect(page.relay.opened().length).toBeLessThanOrEqual(6)
      page.relay.say(DOWN)
      await page.stage.advance(62 * SECOND)
      await page.hasTold(['ok', 'outage'])
    },
  )

  it.each([
    ['destroy', `podlight('destroy')`],
    [
      'meta off',
      `document.head.append(Object.assign(document.createElement('meta'), { name: 'podlight', content: 'off' }))`,
    ],
  ])('end by %s', async (_, order) => {
    await page.visit(ON)
    await page.listens(1)
    await page.web.run(order)
    await page.stage.advance(SECOND)
    page.relay.beat()
    await page.listens(0)
    await page.stage.advance(10 * MINUTE)
    expect(page.relay.opened()).toHaveLength(1)
    await page.isCalm()
  })

  it('need no more than the relay’s origin of a strict policy', async () => {
    const { origin } = new URL(page.relay.feed)
    const csp = ({ shop, cdn }: { shop: string; cdn: string }): string =>
      `default-src 'none'; script-src ${shop} ${cdn} 'unsafe-inline'; style-src ${shop}; connect-src ${origin}; trusted-types podlight; require-trusted-types-for 'script'`
    await page.visit(ON, { csp })
    await page.listens(1)
    page.relay.say(DOWN)
    await page.shows(CHAT_DOWN)
    await page.isCalm()
  })
})
