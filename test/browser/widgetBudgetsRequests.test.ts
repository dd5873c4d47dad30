import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { CHAT_FAILS, WELL } from './support/budgetsPage.ts'
import { SECOND, withTabs } from './support/budgetsTabs.ts'
import { startWeb } from './support/startWeb.ts'
import type { Web } from './support/web.ts'

// How often one visitor's browser asks the status page in ten minutes, at the shortest waits that chance allows: that
// is the most it can ever ask. While well that is now, and once a minute from then on.

const TEN = 600 * SECOND
/** What is due, or wanted at once, is asked for within this time. */
const AT_ONCE = 2 * SECOND
const MOST_WELL = 11
const MOST_HIT = 21
/** A full bucket, and what it earns meanwhile. */
const MOST_EVER = 10 + Math.floor(600 / 33)

/** A page in a loop: it wants the news now, and says that the browser came online, twice a second. */
const LOOP = 'setInterval(() => { podlight("refresh"); dispatchEvent(new Event("online")) }, 500)'

/** Tabs of Chromium's are never hidden where there is no screen, so the page itself says that it is. */
const HIDEABLE = `
  window.__isHidden = true
  Object.defineProperty(document, 'hidden', { get: () => __isHidden })
  Object.defineProperty(document, 'visibilityState', { get: () => (__isHidden ? 'hidden' : 'visible') })`

describe('in ten minutes the status page is asked', () => {
  let web: Web
  beforeAll(async () => {
    web = await startWeb('chromium')
  })
  afterAll(() => web.close())

  it('once a minute by one tab, and nothing more is loaded', () =>
    withTabs(web, WELL, '', async ({ open, pass, asked, shop }) => {
      await open()
      expect(asked()).toBe(1)
      await pass(55 * SECOND)
      expect(asked()).toBe(1)
      await pass(TEN - 55 * SECOND)
      expect(asked()).toBe(MOST_WELL)
      expect(shop.log.cdn.count()).toBe(1)
    }))

  it('no more often by ten tabs', () =>
    withTabs(web, WELL, '', async ({ open, pass, asked }) => {
      const tabs: Web[] = []
      while (tabs.length < 10) tabs.push(await open())
      expect(asked()).toBe(1)
      await pass(TEN)
      expect(asked()).toBe(MOST_WELL)
      // Those that asked nothing know as much.
      const rows = new Set<unknown>()
      for (const tab of tabs)
        rows.add(
          await tab.run(
            `return new Promise((told) => podlight('status', ({ pod, level }) => told(pod + level)))`,
          ),
        )
      expect(rows).toEqual(new Set(['prod1ok']))
    }))

  it('no more often over fifty page views', () =>
    withTabs(web, WELL, '', async ({ open, pass, asked, shop }) => {
      const tab = await open()
      for (let views = 1; views < 50; views++) {
        await pass(TEN / 50)
        await tab.reload()
        await pass(0)
      }
      await pass(TEN / 50)
      expect(shop.log.shop.count('/')).toBe(50)
      expect(asked()).toBe(MOST_WELL)
    }))

  it('twice a minute while the pod is hit', () =>
    withTabs(web, CHAT_FAILS, '', async ({ open, pass, asked }) => {
      await open()
      await pass(TEN)
      expect(asked()).toBe(MOST_HIT)
    }))

  it('not at all by a hidden tab, and once when it is seen again', () =>
    withTabs(web, WELL, HIDEABLE, async ({ open, pass, asked }) => {
      const tab = await open()
      const hide = async (isHidden: boolean): Promise<void> => {
        await tab.run(
          `__isHidden = ${isHidden}; document.dispatchEvent(new Event('visibilitychange', { bubbles: true }))`,
        )
        await pass(AT_ONCE)
      }
      await pass(TEN)
      expect(asked()).toBe(0)
      await hide(false)
      expect(asked()).toBe(1)
      await hide(true)
      await pass(TEN)
      expect(asked()).toBe(1)
      await hide(false)
      expect(asked()).toBe(2)
      // What is younger than a minute is not asked for again.
      await hide(true)
      await pass(30 * SECOND)
      await hide(false)
      expect(asked()).toBe(2)
    }))

  it('no more often by a page that asks for the news in a loop', () =>
    withTabs(web, WELL, LOOP, async ({ open, pass, asked }) => {
      await open()
      await pass(TEN)
      expect(asked()).toBe(MOST_WELL)
    }))

  it('as often as the bucket allows by such a page, where every answer is an error', () =>
    withTabs(web, WELL, LOOP, async ({ open, pass, asked, replay }) => {
      replay.setFault('500')
      await open()
      await pass(15 * SECOND)
      // It is the bucket that holds the loop back, and not that nobody listens to it.
      expect(asked()).toBe(10)
      await pass(TEN - 15 * SECOND)
      expect(asked()).toBe(MOST_EVER)
    }))
})
