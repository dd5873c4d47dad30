import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { until } from '../../scripts/stage/until.ts'
import { customer } from '../../shared/text/en.ts'
import { startWeb } from './support/startWeb.ts'
import type { Web } from './support/web.ts'
import { inBanner } from './support/widgetBanner.ts'
import { MINUTE, onStage, SECOND, type Stage } from './support/widgetStage.ts'

// Several tabs of one site. Which of them are in sight is known in two browsers only: in Chromium all are, without a
// screen; Firefox shows one.

const headline = customer.scenes['chat-delayed'].headline

const seenIn = (stage: Stage, tab: Web, wanted: string | null): Promise<unknown> =>
  until(
    async () => (await stage.banner(tab))?.headline ?? null,
    (told) => told === wanted,
    `"${wanted}"`,
  )

describe('two tabs in Chromium', () => {
  let web: Web
  beforeAll(async () => {
    web = await startWeb('chromium')
  })
  afterAll(() => web.close())

  it('send one request between them, tell both, and are waved away in both', () =>
    onStage(web, { isBare: true }, async (stage) => {
      const other = await stage.newTab()
      // The second page view asked nothing.
      expect(stage.asked()).toBe(1)
      await stage.openChat()
      await stage.openChat(other)
      await stage.advance(3 * MINUTE)
      expect(stage.asked()).toBeGreaterThanOrEqual(3)
      expect(stage.asked()).toBeLessThanOrEqual(4)
      const before = stage.asked()
      await stage.goTo(0)
      // A tab behind another one draws when it is shown.
      for (const tab of [other, web]) {
        await tab.show()
        await seenIn(stage, tab, headline)
      }
      expect(stage.asked() - before).toBe(1)
      await web.click(inBanner('[part=close]'))
      for (const tab of [web, other]) {
        await tab.show()
        await seenIn(stage, tab, null)
      }
    }))
})

describe('two tabs in Firefox', () => {
  let web: Web
  beforeAll(async () => {
    web = await startWeb('firefox')
  })
  afterAll(() => web.close())

  it('leave the asking to the one in sight, and tell what it learnt when shown', () =>
    onStage(web, { isBare: true }, async (stage) => {
      const other = await stage.newTab()
      await stage.openChat(other)
      const before = stage.asked()
      await stage.goTo(0)
      expect(stage.asked() - before).toBe(1)
      expect(await stage.banner(other)).toBeNull()
      await other.show()
      // It looks every so often.
      await stage.advance(5 * SECOND)
      await seenIn(stage, other, headline)
      expect(stage.asked() - before).toBe(1)
    }))
})
