import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { nightly } from '../support/nightly.ts'
import { complaintsOf, HOST, lookAt } from './support/budgetsLook.ts'
import { arrived, DESKTOP, PHONE, preview, type Spoken, shopIn, sized } from './support/budgetsScenes.ts'
import { startWeb } from './support/startWeb.ts'
import type { Web } from './support/web.ts'
import { inBanner } from './support/widgetBanner.ts'
import { onStage, SECOND, type Stage } from './support/widgetStage.ts'

// The ways people set their browsers up, and a scene of each tone.

const TONES = ['chat-failing', 'possible', 'back'] as const
const PLACES = ['inside', 'attached', 'floating'] as const

/** The narrowest that pages must bear; a screen at 200 % and at 400 %; a phone at 200 %. */
const SMALL = [
  { width: 320, height: 640 },
  { width: 600, height: 400 },
  { width: 320, height: 256 },
  { width: 195, height: 400 },
] as const

describe('whoever needs it otherwise', () => {
  let web: Web
  const page = () => {
    if (!web.playwright) throw new Error('Only Playwright can emulate.')
    return web.playwright.page
  }
  beforeAll(async () => {
    web = await startWeb('chromium')
  })
  afterAll(() => web.close())

  const focus = async (part: string): Promise<void> => {
    await web.run(`
      const element = ${inBanner(`[part=${part}]`)}
      element.ownerDocument.defaultView.focus()
      element.focus()`)
    // Whoever presses a key goes by the keyboard, and sees where.
    await web.press('Shift+Tab')
    await web.press('Tab')
  }
  const boxOf = (selector: string) =>
    web.run(`
      const { left, right, width } = ${inBanner(selector)}.getBoundingClientRect()
      return { left, right, width }`) as Promise<{ left: number; right: number; width: number }>

  it.each(['light', 'dark'])('sees where the focus is, %s', (theme) =>
    onStage(
      web,
      shopIn('en', 'chat-delayed', { 'data-theme': theme, 'data-placement': 'attached' }),
      async (stage) => {
        await stage.openChat()
        for (const size of [DESKTOP, PHONE]) {
          await sized(web, size)
          for (const scene of TONES) {
            await preview(web, stage, scene)
            await focus('close')
            expect((await lookAt(web)).ring, `${scene} ${size.name}`).toBeGreaterThanOrEqual(3)
          }
        }
      },
    ),
  )

  it('has colours of their own: borders, texts and icons stay', async () => {
    await page().emulateMedia({ forcedColors: 'active' })
    try {
      for (const placement of PLACES)
        await onStage(web, shopIn('en', 'chat-delayed', { 'data-placement': placement }), async (stage) => {
          await sized(web, placement === 'attached' ? PHONE : DESKTOP)
          await stage.openChat()
          for (const scene of TONES) {
            await preview(web, stage, scene)
            const look = await lookAt(web)
            expect(complaintsOf(look), `${placement} ${scene}`).toEqual([])
            expect(look.border, `${placement} ${scene}`).toBeGreaterThanOrEqual(3)
          }
          await focus('close')
          expect((await lookAt(web)).ring).toBeGreaterThanOrEqual(3)
          if (placement !== 'attached') return
          await web.run('document.activeElement.blur()')
          await stage.advance(13 * SECOND)
          expect((await stage.banner())?.form).toBe('mark')
          const mark = await lookAt(web)
          expect(complaintsOf(mark)).toEqual([])
          expect(mark.border).toBeGreaterThanOrEqual(3)
        })
    } finally {
      await page().emulateMedia({ forcedColors: null })
    }
  })

  const moving = () =>
    web.run(`
      const { root } = { root: ${HOST}.shadowRoot }
      const { animationName } = root.host.ownerDocument.defaultView.getComputedStyle(root.querySelector('section'))
      return [animationName, root.getAnimations().length]`)

  it('wants nothing to move', async () => {
    for (const reducedMotion of ['no-preference', 'reduce'] as const) {
      await page().emulateMedia({ reducedMotion })
      await onStage(web, shopIn('en', 'chat-down', { 'data-placement': 'floating' }), async (stage) => {
        await stage.advance(SECOND)
        const [name, running] = (await moving()) as [string, number]
        expect(name === 'none').toBe(reducedMotion === 'reduce')
        if (reducedMotion === 'reduce') expect(running).toBe(0)
      })
    }
    await page().emulateMedia({ reducedMotion: null })
  })

  /** Nothing cut off, nothing to scroll for sideways, and the whole of it in sight or to be had by scrolling. */
  const fits = async (stage: Stage, name: string): Promise<void> => {
    for (const scene of TONES) {
      await preview(web, stage, scene)
      await arrived(web)
      expect(await stage.banner(), name).not.toBeNull()
      expect(complaintsOf(await lookAt(web)), `${name} ${scene}`).toEqual([])
      expect(
        await web.run('return document.documentElement.scrollWidth - document.documentElement.clientWidth'),
        name,
      ).toBe(0)
    }
  }

  it.each(nightly(['de', 'ar'] as const, ['de'] as const))(
    'sees little of the page at a time, in %s',
    async (lang) => {
      for (const placement of PLACES)
        await onStage(web, shopIn(lang, 'chat-delayed', { 'data-placement': placement }), async (stage) => {
          for (const isOpen of [false, true]) {
            await sized(web, DESKTOP)
            if (isOpen) await stage.openChat()
            for (const size of SMALL) {
              await sized(web, size)
              await fits(stage, `${placement} ${size.width} by ${size.height}, open: ${isOpen}`)
            }
          }
        })
    },
  )

  it('reads from right to left: all of it is mirrored', async () => {
    const edges = async (lang: Spoken) => {
      let seen: unknown
      await onStage(web, shopIn(lang, 'chat-failing', { 'data-placement': 'inside' }), async (stage) => {
        await sized(web, DESKTOP)
        await stage.openChat()
        await arrived(web)
        const box = await boxOf('section')
        const [icon, words, close] = [await boxOf('svg'), await boxOf('.words'), await boxOf('[part=close]')]
        const isMirrored = lang === 'ar'
        const start = (one: { left: number; right: number }): number =>
          isMirrored ? box.right - one.right : one.left - box.left
        seen = [icon, words, close].map((one) => Math.round(start(one)))
      })
      return seen as readonly number[]
    }
    const ltr = await edges('en')
    expect(ltr).toEqual([...ltr].sort((one, other) => one - other))
    expect(await edges('ar')).toEqual(ltr)
  })
})
