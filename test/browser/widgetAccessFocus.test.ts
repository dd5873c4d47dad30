import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { HOST } from './support/budgetsLook.ts'
import { arrived, DESKTOP, PHONE, preview, shopIn, sized } from './support/budgetsScenes.ts'
import { startWeb } from './support/startWeb.ts'
import type { Key, Web } from './support/web.ts'
import { inBanner } from './support/widgetBanner.ts'
import { onStage, SECOND } from './support/widgetStage.ts'

const CHAT = 'document.querySelector("#kustomer-ui-sdk-iframe").contentDocument'
const COMPOSER = `${CHAT}.querySelector('textarea')`
const CARD = { 'data-placement': 'inside' } as const
const EDGE = { 'data-placement': 'attached' } as const

describe('whoever goes by the keyboard', () => {
  let web: Web
  beforeAll(async () => {
    web = await startWeb('chromium')
  })
  afterAll(() => web.close())

  /** What has the focus, named from the page down through frames and shadow roots. */
  const focused = (): Promise<unknown> =>
    web.run(`
      const names = []
      for (let next = document.activeElement; next;
        next = next.contentDocument?.activeElement ?? next.shadowRoot?.activeElement)
        names.push(next.getAttribute('part') ?? (next.getAttribute('aria-label') || next.localName))
      return names.join(' > ')`)
  /** Presses a key until something is focused, at most so often. */
  const pressUntil = async (key: Key, name: RegExp, most: number): Promise<readonly string[]> => {
    const path: string[] = []
    while (path.length < most && !name.test(path.at(-1) ?? '')) {
      await web.press(key)
      path.push(String(await focused()))
    }
    return path
  }
  const ring = (part: string) =>
    web.run(`
      const element = ${inBanner(`[part=${part}]`)}
      const { outlineStyle, outlineWidth } = element.ownerDocument.defaultView.getComputedStyle(element)
      return [element.matches(':focus-visible'), outlineStyle, outlineWidth]`)
  const RING = [true, 'solid', '2px']

  it('goes on writing while the banner comes, changes, folds and goes', async () => {
    for (const tag of [CARD, EDGE])
      for (const size of [DESKTOP, PHONE])
        await onStage(web, shopIn('en', 'chat-down', tag), async (stage) => {
          await preview(web, stage, null)
          await sized(web, size)
          await stage.openChat()
          await web.click(COMPOSER)
          const before = await focused()
          expect(before).toBe('iframe > Type a message…')
          for (const scene of ['chat-down', 'attachments-delayed', 'back'] as const) {
            await preview(web, stage, scene)
            await stage.advance(13 * SECOND)
            expect(await stage.banner()).not.toBeNull()
            expect(await focused()).toBe(before)
          }
          await web.run('__standin.rerender()')
          await stage.advance(SECOND)
          expect(await focused()).toBe(before)
          await web.press('Space')
          await preview(web, stage, null)
          expect(await stage.banner()).toBeNull()
          expect([await focused(), await web.run(`return ${COMPOSER}.value`)]).toEqual([before, ' '])
        })
  })

  it('comes from the chat to the line it folded to, and opens it', () =>
    onStage(web, shopIn('en', 'chat-down', CARD), async (stage) => {
      await sized(web, DESKTOP)
      await stage.openChat()
      await web.click(COMPOSER)
      expect((await stage.banner())?.form).toBe('folded')
      const path = await pressUntil('Tab', /open$/, 6)
      // Nothing of the chat lies between.
      expect(path.at(-2)).toMatch(/Send$/)
      expect(path.at(-1)).toMatch(/podlight-banner > open$/)
      expect(await ring('open')).toEqual(RING)
      await web.press('Enter')
      expect((await stage.banner())?.form).toBe('card')
      expect(await focused()).toMatch(/podlight-banner > close$/)
      await web.press('Shift+Tab')
      expect(await focused()).toMatch(/podlight-banner > link$/)
      expect(await ring('link')).toEqual(RING)
    }))

  it('comes from the chat to the link, and then to the button that closes', () =>
    onStage(web, shopIn('en', 'chat-down', EDGE), async (stage) => {
      await sized(web, DESKTOP)
      await stage.openChat()
      await web.click(COMPOSER)
      const path = await pressUntil('Tab', /close$/, 6)
      const [last, ...before] = [...path].reverse()
      expect(last).toMatch(/podlight-banner > close$/)
      expect(before[0]).toMatch(/podlight-banner > link$/)
      // Nothing of the chat lies between.
      expect(before[1]).toMatch(/Send$/)
      expect(await ring('close')).toEqual(RING)
      await web.press('Shift+Tab')
      expect(await focused()).toMatch(/link$/)
      expect(await ring('link')).toEqual(RING)
    }))

  it.each([CARD, EDGE])('closes the banner by Escape, from within it alone, %o', (tag) =>
    onStage(web, shopIn('en', 'chat-down', tag), async (stage) => {
      await sized(web, DESKTOP)
      await stage.openChat()
      await web.click(COMPOSER)
      await web.press('Escape')
      await stage.advance(SECOND)
      expect(await stage.banner()).not.toBeNull()
      await pressUntil('Tab', /podlight-banner/, 6)
      await web.press('Escape')
      await stage.advance(SECOND)
      expect(await stage.banner()).toBeNull()
    }),
  )

  it('keeps the focus while a line would fold, and when it is opened again', () =>
    onStage(web, shopIn('en', 'chat-down', EDGE), async (stage) => {
      await sized(web, PHONE)
      await stage.openChat()
      await web.click(COMPOSER)
      await pressUntil('Tab', /close$/, 6)
      await stage.advance(20 * SECOND)
      expect((await stage.banner())?.form).toBe('line')
      expect(await focused()).toMatch(/close$/)
      await web.click(COMPOSER)
      await stage.advance(20 * SECOND)
      expect((await stage.banner())?.form).toBe('mark')
      await pressUntil('Tab', /mark$/, 6)
      expect(await ring('mark')).toEqual(RING)
      await web.press('Enter')
      await stage.advance(SECOND)
      expect((await stage.banner())?.form).toBe('card')
      expect(await focused()).toMatch(/close$/)
    }))

  it('would be seen to lose the focus', () =>
    onStage(web, shopIn('en', 'chat-down', CARD), async (stage) => {
      await sized(web, DESKTOP)
      await stage.openChat()
      await arrived(web)
      await pressUntil('Tab', /podlight-banner/, 20)
      await web.run(`${HOST}.remove()`)
      expect(await focused()).toBe('iframe > body')
    }))
})
