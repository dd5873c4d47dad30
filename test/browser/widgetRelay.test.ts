import { beforeEach, describe, expect, it } from 'vitest'
import { customer } from '../../shared/text/en.ts'
import { partFile } from '../support/builtWidget.ts'
import { AGENTS_ONLY, DOWN, type Lie, WELL } from './support/fakeRelay.ts'
import { itWhere } from './support/itWhere.ts'
import { CHAT_DELAYED, CHAT_DOWN, relayPageIn } from './support/relayPage.ts'
import { ALL } from './support/startWeb.ts'
import { FEED, MINUTE, SECOND } from './support/widgetStage.ts'

// A relay's verdict is taken as it is: no judge is loaded for it, and nothing false is believed.

const LOADER = 'podlight.js'
/** What is said of news that is more than five minutes old. */
const [OLD = ''] = customer.asOf.split('{')

describe.each(ALL)('a relay as feed, in %s', (browser) => {
  const page = relayPageIn(browser)
  // What is of numbers alone is the same everywhere.
  const itOnce = itWhere(browser === 'chromium')

  beforeEach(() => page.relay.reset())

  it('that all is well needs nothing but the loader', async () => {
    await page.visit()
    await page.hasTold(['ok'])
    expect(await page.loaded()).toEqual([LOADER])
    await page.isCalm()
  })

  it('with a banner needs loader and view, and so does every other page of the site', async () => {
    page.relay.say(DOWN)
    await page.visit()
    await page.shows(CHAT_DOWN)
    expect(await page.loaded()).toEqual([LOADER, partFile('view')])
    await page.stage.reload()
    await page.shows(CHAT_DOWN)
    expect(page.relay.asked()).toBe(1)
    expect(await page.loaded()).not.toContain(partFile('judgement'))
    page.relay.say(WELL)
    await page.stage.advance(38 * SECOND)
    await page.hasTold(['outage', 'ok'])
    await page.isCalm()
  })

  it('of what customers are not told needs the loader alone, which tells the page', async () => {
    page.relay.say(AGENTS_ONLY)
    await page.visit()
    await page.hasTold(['degraded'])
    expect(await page.loaded()).toEqual([LOADER])
  })

  it('stands beside what the owner wants shown, in one view', async () => {
    page.relay.say(DOWN)
    await page.visit({ 'data-mode': 'preview:chat-delayed' })
    await page.shows(CHAT_DELAYED)
    expect(await page.web.run('return document.querySelectorAll("podlight-banner").length')).toBe(1)
    expect([...(await page.loaded())].sort()).toEqual(
      [LOADER, partFile('view'), partFile('judgement'), partFile('api')].sort(),
    )
    await page.web.run('podlight("preview")')
    await page.shows(CHAT_DOWN)
    expect(await page.web.run('return document.querySelectorAll("podlight-banner").length')).toBe(1)
    await page.isCalm()
  })

  itOnce('is asked for through what it lay in, and is as old as both', async () => {
    page.relay.say(DOWN)
    page.relay.lie({ headers: { 'podlight-age': '60', age: '300' } })
    await page.visit()
    await page.shows(CHAT_DOWN)
    expect((await page.stage.banner())?.details).toContain(OLD)
    page.relay.lie({})
    await page.stage.advance(38 * SECOND)
    expect((await page.stage.banner())?.details).not.toContain(OLD)
  })

  itOnce.each<[string, Lie]>([
    ['another vendor', { body: { vendor: 'zendesk' } }],
    ['another page', { body: { page: 'abcdefghijkl' } }],
    ['another pod', { verdict: { pod: 'prod2' } }],
    ['an age in words', { body: { age: 'new' } }],
    ['an age before its time', { body: { age: -1 } }],
    ['an age of 15 minutes', { headers: { 'podlight-age': '900' } }],
    ['a cache’s age of 15 minutes', { headers: { age: '900' } }],
  ])('that tells %s is not believed, and the status page is asked at once', async (_, lie) => {
    page.relay.lie(lie)
    const before = page.stage.asked()
    await page.visit({ 'data-feed': `${page.relay.feed} ${page.stage.replay.url}${FEED}` })
    await page.stage.advance(2 * SECOND)
    await page.hasTold(['unknown', 'ok'])
    expect(await page.loaded()).toEqual([LOADER])
    expect(page.stage.asked()).toBe(before + 1)
    expect(page.relay.asked()).toBe(1)
    await page.isCalm()
  })

  it('out of a cache that stands still is unknown after 15 minutes', async () => {
    page.relay.freeze()
    await page.visit()
    await page.hasTold(['ok'])
    await page.stage.advance(14 * MINUTE)
    await page.hasTold(['ok'])
    await page.stage.advance(MINUTE)
    await page.hasTold(['ok', 'unknown'])
    await page.stage.advance(20 * MINUTE)
    await page.hasTold(['ok', 'unknown'])
    // It goes on to claim that it is new, as a careless page would believe.
    expect(
      await page.web.run(
        `return (await fetch(${JSON.stringify(page.relay.feed)})).headers.get('podlight-age')`,
      ),
    ).toBe('0')
    await page.isCalm()
  })
})
