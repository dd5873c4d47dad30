import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { DESKTOP, PHONE, preview, shopIn, sized } from './support/budgetsScenes.ts'
import { ALL, startWeb } from './support/startWeb.ts'
import type { Web } from './support/web.ts'
import { inBanner, type SeenBanner } from './support/widgetBanner.ts'
import { ALL_THE_CHATS, KUSTOMER, touchedIn } from './support/widgetPanel.ts'
import { onStage, SECOND, type Stage } from './support/widgetStage.ts'

const CHAT = `document.querySelector('${KUSTOMER}').contentDocument`
const COMPOSER = `${CHAT}.querySelector('textarea')`
/** What holds what was written, long enough to be scrolled. */
const SCROLL = `
  const list = [...${CHAT}.querySelectorAll('*')].find(
    (one) => ${CHAT}.defaultView.getComputedStyle(one).overflowY === 'auto' && !one.closest('podlight-banner'))
  list.firstElementChild.style.minHeight = '2000px'
  list.scrollTop += 100`

describe.each(ALL)('in %s, a banner inside the chat', (browser) => {
  let web: Web
  beforeAll(async () => {
    web = await startWeb(browser)
  })
  afterAll(() => web.close())

  /** Announced, as a preview shows beside a closed chat too. */
  const ANNOUNCED = shopIn('en', 'attachments-failing', { 'data-mode': 'announce:attachments-failing' })
  const inChat = (test: (stage: Stage) => Promise<void>, size: typeof DESKTOP | typeof PHONE = DESKTOP) =>
    onStage(web, ANNOUNCED, async (stage) => {
      await sized(web, size)
      await stage.openChat()
      expect(await formOf(stage)).toBe('card')
      await test(stage)
    })
  const shown = async (stage: Stage): Promise<SeenBanner> => {
    const banner = await stage.banner()
    if (banner === null) throw new Error('There is no banner.')
    return banner
  }
  const formOf = async (stage: Stage): Promise<string> => (await shown(stage)).form
  const heightOf = async (stage: Stage): Promise<number> => {
    const { box } = await shown(stage)
    return box.bottom - box.top
  }

  it('folds to its headline in one line when somebody goes to write, and a tap opens it again', () =>
    inChat(async (stage) => {
      const whole = await heightOf(stage)
      await web.click(COMPOSER)
      expect(await formOf(stage)).toBe('folded')
      expect(await heightOf(stage)).toBeLessThan(50)
      expect(await partsInSight()).toEqual(['banner', 'headline', 'open'])
      expect(await heightOf(stage)).toBeLessThan(whole / 2)
      expect(await touchedIn(web)).toEqual(ALL_THE_CHATS)
      // Anywhere on the line will do.
      await web.click(inBanner('[part=headline]'))
      expect(await formOf(stage)).toBe('card')
      expect(await heightOf(stage)).toBe(whole)
    }, PHONE))

  it('folds when the conversation is scrolled', () =>
    inChat(async (stage) => {
      await web.run(SCROLL)
      expect(await formOf(stage)).toBe('folded')
    }))

  it('folds after 12 seconds in sight, and no sooner', () =>
    inChat(async (stage) => {
      await stage.advance(10 * SECOND)
      expect(await formOf(stage)).toBe('card')
      // A closed chat is out of sight.
      await stage.closeChat()
      await stage.advance(20 * SECOND)
      await stage.openChat()
      expect(await formOf(stage)).toBe('card')
      await stage.advance(2 * SECOND)
      expect(await formOf(stage)).toBe('folded')
      // What was read once does not unfold by itself.
      await stage.closeChat()
      await stage.openChat()
      expect(await formOf(stage)).toBe('folded')
    }))

  it('opens by a key, holds while the focus is in it, and folds once it left', () =>
    inChat(async (stage) => {
      await web.click(COMPOSER)
      expect(await formOf(stage)).toBe('folded')
      for (let steps = 0; steps < 6 && (await partInFocus()) !== 'open'; steps++) await web.press('Tab')
      // The focus alone opens nothing.
      await stage.advance(SECOND)
      expect(await formOf(stage)).toBe('folded')
      // WebKit's driver presses no keys in frames.
      if (browser === 'webkit') await web.click(inBanner('[part=open]'))
      else await web.press('Enter')
      expect(await formOf(stage)).toBe('card')
      expect(await partInFocus()).toBe('close')
      await stage.advance(30 * SECOND)
      // Nor does it give the focus to a frame, so there nothing holds it.
      expect(await formOf(stage)).toBe(browser === 'webkit' ? 'folded' : 'card')
      await web.click(COMPOSER)
      await stage.advance(SECOND)
      expect(await formOf(stage)).toBe('folded')
    }))

  it('opens by itself for what is new', () =>
    inChat(async (stage) => {
      await web.click(COMPOSER)
      expect(await formOf(stage)).toBe('folded')
      await preview(web, stage, 'chat-down')
      expect(await formOf(stage)).toBe('card')
    }))

  it('stays whole while a chat that has just opened takes the focus and scrolls by itself', () =>
    onStage(web, ANNOUNCED, async (stage) => {
      await web.run(`
        Kustomer.open()
        const end = performance.now() + 20_000
        const frames = () => new Promise((resolve) => requestAnimationFrame(resolve))
        while (!${CHAT}?.querySelector('podlight-banner') && performance.now() < end) await frames()
        ${COMPOSER}.focus()
        ${SCROLL}
        await frames()
        await frames()`)
      expect(await formOf(stage)).toBe('card')
    }))

  const partsInSight = () =>
    web.run(`return [...${CHAT}.querySelector('podlight-banner').shadowRoot.querySelectorAll('[part]')]
      .filter((one) => one.getClientRects().length > 0 && (one.textContent || one.localName === 'button'))
      .map((one) => one.getAttribute('part')).sort()`)
  const partInFocus = () =>
    web.run(`return ${CHAT}.querySelector('podlight-banner')?.shadowRoot.activeElement?.getAttribute('part')`)
})
