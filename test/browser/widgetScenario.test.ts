import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { until } from '../../scripts/stage/until.ts'
import { customer } from '../../shared/text/en.ts'
import type { Scene } from '../../shared/text/scene.ts'
import { inFull } from '../support/nightly.ts'
import { itWhere } from './support/itWhere.ts'
import { ALL, startWeb } from './support/startWeb.ts'
import type { Web } from './support/web.ts'
import { inBanner } from './support/widgetBanner.ts'
import { spokenIn } from './support/widgetClock.ts'
import { MINUTE, onStage, SECOND, type Stage, type StageOptions } from './support/widgetStage.ts'

// One trouble from its first sign to its end, beside an open chat: slow, then failing, then down, then watched, then
// over.

const FRAME = 'document.querySelector("#kustomer-ui-sdk-iframe")'
const INSIDE = `${FRAME}.contentDocument`
const [SLOW, FAILING, DOWN, WATCHED, OVER] = [0, 1, 2, 3, 4]

const headline = (scene: Scene): string => customer.scenes[scene].headline

describe.each(ALL)('a customer in %s', (browser) => {
  let web: Web
  beforeAll(async () => {
    web = await startWeb(browser)
  })
  afterAll(() => web.close())
  /** What engines hardly differ in. */
  const itInFull = itWhere(inFull(browser))

  const visit = (test: (stage: Stage) => Promise<void>, options: StageOptions = {}): Promise<void> =>
    onStage(web, { isBare: true, ...options }, async (stage) => {
      await test(stage)
      expect(await web.said()).toEqual([])
    })
  const told = async (stage: Stage, tab?: Web): Promise<string | null> =>
    (await stage.banner(tab))?.headline ?? null
  /** With the chat open, after a change. */
  const inTrouble = async (stage: Stage, change = SLOW): Promise<void> => {
    await stage.goTo(change)
    await stage.openChat()
    expect(await stage.banner()).not.toBeNull()
  }

  // The driver of WebKit sends keys to the page alone, wherever in a frame the focus is.
  const hasKeys = browser !== 'webkit'
  const isIn = (): Promise<unknown> =>
    web.run(`const one = document.activeElement
      return (one === ${FRAME} ? ${INSIDE}.activeElement : one).localName === 'podlight-banner'`)

  itInFull('loads nothing but the loader while all is well', () =>
    visit(async (stage) => {
      await stage.openChat()
      await stage.ask()
      expect(stage.asked()).toBe(2)
      expect(stage.shop.log.cdn.entries().map(({ path }) => path)).toEqual(['/podlight/podlight.js'])
      expect(await web.run('return document.querySelectorAll("podlight-banner, podlight-live").length')).toBe(
        0,
      )
    }),
  )

  itInFull('asks once for a page, though the page is shown, or online, before the answer', () =>
    visit(
      async (stage) => {
        expect(await web.run('return window.woken')).toBe(true)
        expect(stage.asked()).toBe(1)
      },
      {
        headMarkup: `<script>{
          const ask = fetch
          window.fetch = (...given) => {
            if (!window.woken) setTimeout(() => ['pageshow', 'online'].map((name) => dispatchEvent(new Event(name))))
            window.woken = true
            return ask(...given)
          }
        }</script>`,
      },
    ),
  )

  it('is told inside the chat, beside what the vendor drew and not in it', () =>
    visit(async (stage) => {
      await stage.openChat()
      await stage.goTo(SLOW)
      expect(await stage.banner()).toMatchObject({
        headline: headline('chat-delayed'),
        works: customer.scenes['chat-delayed'].works,
        details: expect.stringContaining(customer.working),
        tone: 'trouble',
        form: 'card',
        place: 'inside',
        parent: 'body',
        role: 'region',
        name: customer.region,
        label: '',
        contact: '',
      })
      const host = `${INSIDE}.querySelector('podlight-banner')`
      const root = `${INSIDE}.querySelector('#kustomer-ui-modal-root')`
      expect(
        await web.run(`return [${host}.parentElement === ${root}.parentElement, ${root}.contains(${host})]`),
      ).toEqual([true, false])
    }))

  it('is told as long as the chat is open, however often it is drawn anew', () =>
    visit(async (stage) => {
      await inTrouble(stage)
      await stage.closeChat()
      expect(await stage.banner()).toBeNull()
      await stage.openChat()
      expect(await told(stage)).toBe(headline('chat-delayed'))
      await web.run('__standin.rerender()')
      await stage.advance(SECOND)
      expect(await told(stage)).toBe(headline('chat-delayed'))
      await web.run('__standin.rebuild()')
      // Its new frame draws when it is loaded.
      await until(
        () => web.run(`return ${INSIDE}?.querySelector('header') !== null`),
        (isDrawn) => isDrawn === true,
        'the chat, drawn anew',
      )
      await stage.advance(SECOND)
      expect(await stage.banner()).toMatchObject({ headline: headline('chat-delayed'), place: 'inside' })
      await web.run(`${INSIDE}.querySelector('podlight-banner').remove()`)
      await stage.advance(SECOND)
      expect(await told(stage)).toBe(headline('chat-delayed'))
    }))

  it('hears of each change once, and goes on writing', () =>
    visit(async (stage) => {
      await stage.openChat()
      const text = `${INSIDE}.querySelector('textarea')`
      await web.click(text)
      await web.run(`window.moves = []
        for (const one of [document, ${INSIDE}])
          for (const event of ['focusin', 'focusout']) one.addEventListener(event, () => moves.push(event))`)
      const scenes: Scene[] = ['chat-delayed', 'chat-failing', 'chat-down', 'recovering', 'back']
      for (const [change, scene] of scenes.entries()) {
        await stage.goTo(change)
        expect(await told(stage)).toBe(headline(scene))
        // Long enough to be spoken, drawn again and again, and forgotten.
        if (scene !== 'back') await stage.advance(12 * SECOND)
      }
      await stage.advance(20 * SECOND)
      expect(await spokenIn(web)).toEqual(
        scenes.map((scene) => `${headline(scene)} ${customer.scenes[scene].works}`),
      )
      expect(await web.run('return window.moves')).toEqual([])
      expect(await web.run(`return ${INSIDE}.activeElement === ${text}`)).toBe(true)
    }))

  it('waves it away with its button, on every page and in every tab', () =>
    visit(async (stage) => {
      await inTrouble(stage)
      await web.click(inBanner('[part=close]'))
      expect(await stage.banner()).toBeNull()
      await stage.ask()
      expect(await stage.banner()).toBeNull()
      await stage.reload()
      await stage.openChat()
      expect(await stage.banner()).toBeNull()
      // WebKit cannot be told to show another tab, and nothing is drawn in one that nobody sees.
      if (browser === 'webkit') return
      const other = await stage.newTab()
      await other.show()
      await stage.openChat(other)
      expect(await stage.banner(other)).toBeNull()
      await stage.goTo(FAILING)
      expect(await told(stage, other)).toBe(headline('chat-failing'))
    }))

  itInFull('waves it away with Escape, until it gets worse', () =>
    visit(
      async (stage) => {
        await inTrouble(stage)
        if (hasKeys) {
          // It comes after the chat's own things in the order of the keys.
          await web.click(`${INSIDE}.querySelector('textarea')`)
          for (let presses = 0; presses < 5 && !(await isIn()); presses++) await web.press('Tab')
        } else await web.run(`${inBanner('[part=close]')}.focus()`)
        expect(await isIn()).toBe(true)
        await web.press('Escape')
        await until(
          () => stage.banner(),
          (banner) => banner === null,
          'no banner',
        )
        await stage.ask()
        expect(await stage.banner()).toBeNull()
        await stage.goTo(FAILING)
        expect(await told(stage)).toBe(headline('chat-failing'))
        await web.click(inBanner('[part=close]'))
        await stage.goTo(DOWN)
        expect(await told(stage)).toBe(headline('chat-down'))
        await web.click(inBanner('[part=close]'))
        // Better is not worse, and who waved it away is not told of its end.
        await stage.goTo(WATCHED)
        expect(await stage.banner()).toBeNull()
        await stage.goTo(OVER)
        expect(await stage.banner()).toBeNull()
      },
      hasKeys ? {} : { tag: { 'data-placement': 'attached' } },
    ),
  )

  itInFull('waves it away, and is told of the rest once it got worse', () =>
    visit(async (stage) => {
      await inTrouble(stage)
      await web.click(inBanner('[part=close]'))
      await stage.goTo(DOWN)
      expect(await told(stage)).toBe(headline('chat-down'))
      await stage.goTo(WATCHED)
      expect(await told(stage)).toBe(headline('recovering'))
      await stage.goTo(OVER)
      expect(await told(stage)).toBe(headline('back'))
    }),
  )

  itInFull('is told of another incident all the same', () =>
    visit(
      async (stage) => {
        await inTrouble(stage)
        await web.click(inBanner('[part=close]'))
        // Watched, over, looked back upon; then the other one.
        for (const change of [1, 2, 3]) {
          await stage.goTo(change)
          expect(await stage.banner()).toBeNull()
        }
        await stage.goTo(4)
        expect(await told(stage)).toBe(headline('chat-failing'))
      },
      { recordings: ['2024-11-14-chat-latency', '2025-08-06-chat-delivery'], claims: { pod: 'prod1' } },
    ),
  )

  itInFull('is told that it gets better, and for a moment that it is over', () =>
    visit(async (stage) => {
      await inTrouble(stage, DOWN)
      await stage.goTo(WATCHED)
      expect(await stage.banner()).toMatchObject({ headline: headline('recovering'), tone: 'info' })
      await stage.goTo(OVER)
      expect(await stage.banner()).toMatchObject({ headline: headline('back'), tone: 'good' })
      await stage.advance(14 * SECOND)
      expect(await told(stage)).toBe(headline('back'))
      await stage.advance(2 * SECOND)
      expect(await stage.banner()).toBeNull()
    }),
  )

  itInFull('is told that it is over when the chat is opened again soon, and not much later', () =>
    visit(async (stage) => {
      await inTrouble(stage, DOWN)
      await stage.closeChat()
      await stage.goTo(OVER)
      await stage.advance(5 * MINUTE)
      await stage.openChat()
      expect(await told(stage)).toBe(headline('back'))
      await stage.closeChat()
      await stage.advance(6 * MINUTE)
      await stage.openChat()
      expect(await stage.banner()).toBeNull()
    }),
  )

  itInFull('is told of no end of what was never seen', () =>
    visit(async (stage) => {
      await stage.goTo(DOWN)
      await stage.goTo(WATCHED)
      await stage.goTo(OVER)
      await stage.openChat()
      expect(await stage.banner()).toBeNull()
      expect(await spokenIn(web)).toEqual([])
    }),
  )
})
