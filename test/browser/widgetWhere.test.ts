import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { until } from '../../scripts/stage/until.ts'
import { inFull } from '../support/nightly.ts'
import { itWhere } from './support/itWhere.ts'
import { ALL, startWeb } from './support/startWeb.ts'
import type { Web } from './support/web.ts'
import { inBanner, type SeenBanner } from './support/widgetBanner.ts'
import { ALL_THE_CHATS, CHATWOOT, gapBetween, KUSTOMER, panelIn, touchedIn } from './support/widgetPanel.ts'
import { onStage, SECOND, type Stage, type StageOptions } from './support/widgetStage.ts'

const POD = { 'data-pod': 'prod4' }
const ATTACHED = { 'data-placement': 'attached' }
const DESKTOP = [1200, 800] as const
const PHONE = [390, 800] as const
const SMALL = [320, 480] as const

describe.each(ALL)('in %s, the banner', (browser) => {
  let web: Web
  beforeAll(async () => {
    web = await startWeb(browser)
  })
  afterAll(() => web.close())
  /** What engines hardly differ in. */
  const itInFull = itWhere(inFull(browser))

  const visit = async (
    options: StageOptions,
    test: (stage: Stage) => Promise<void>,
    size: readonly [number, number] = DESKTOP,
  ): Promise<void> => {
    await web.resize(...size)
    await onStage(web, { change: 0, ...options }, test)
  }
  const shown = async (stage: Stage): Promise<SeenBanner> => {
    const banner = await stage.banner()
    if (banner === null) throw new Error('There is no banner.')
    return banner
  }
  /** Opens a chat that may be of another origin, so that only the click tells whether it is there yet. */
  const openByHand = async (stage: Stage): Promise<void> => {
    await until(
      async () => {
        await web.click(`document.querySelector('${KUSTOMER}')`)
        return (await panelIn(web)).right - (await panelIn(web)).left
      },
      (width) => width > 200,
      'an open chat',
    )
    await stage.advance(SECOND)
  }
  const openWoot = async (stage: Stage): Promise<void> => {
    await until(
      () => web.run('return window.$chatwoot?.hasLoaded'),
      (hasLoaded) => hasLoaded === true,
      'the other chat',
    )
    await web.run('$chatwoot.toggle("open")')
    await stage.advance(SECOND)
  }

  const variants = ['cross-origin', 'no-root', 'other-title'] as const
  it.each(inFull(browser) ? variants : variants.slice(0, 1))(
    'stands at the outer edge of a panel that it cannot know from inside: %s',
    (variant) =>
      visit({ variant }, async (stage) => {
        await openByHand(stage)
        const banner = await shown(stage)
        expect(banner).toMatchObject({ place: 'attached', form: 'card', parent: 'body' })
        expect(gapBetween(banner.box, await panelIn(web))).toBeCloseTo(8, 0)
      }),
  )

  it('follows the panel, and the window', () =>
    visit({ tag: ATTACHED }, async (stage) => {
      await stage.openChat()
      /** Beside the panel and in sight. A busy browser lays out later than its clock goes, so it has a few seconds. */
      const stands = async (isRight = (_: SeenBanner['box']) => true): Promise<SeenBanner> => {
        let banner = await shown(stage)
        for (let seconds = 0; seconds < 5; seconds++) {
          await stage.advance(SECOND)
          banner = await shown(stage)
          const gap = gapBetween(banner.box, await panelIn(web))
          const { left, top, right, bottom } = banner.box
          const [width = 0, height = 0] = (await web.run(
            'return [document.documentElement.clientWidth, document.documentElement.clientHeight]',
          )) as number[]
          const isInSight = left >= 0 && top >= 0 && right <= width && bottom <= height
          if (Math.abs(gap - 8) < 0.5 && isInSight && isRight(banner.box)) return banner
        }
        throw new Error(`It does not stand by the panel: ${JSON.stringify(banner.box)}`)
      }
      const first = await stands()
      await web.run('__standin.move("left")')
      await stands(({ left }) => left !== first.box.left)
      // There is room above now.
      await web.run('__standin.resize(300, 400)')
      await stands(({ left, right }) => right - left === 300)
      await web.resize(1000, 700)
      const second = await stands()
      await web.run('__standin.move("right")')
      await stands(({ left }) => left !== second.box.left)
    }))

  it('is one line under the header of a panel that fills a phone, and folds to a mark', () =>
    visit(
      { tag: ATTACHED },
      async (stage) => {
        await stage.openChat()
        const line = await shown(stage)
        expect(line).toMatchObject({ form: 'line', place: 'attached' })
        expect(line.box.top).toBeGreaterThanOrEqual(72)
        expect(line.box.bottom - line.box.top).toBeLessThan(70)
        await stage.advance(10 * SECOND)
        expect((await shown(stage)).form).toBe('line')
        await stage.advance(3 * SECOND)
        const mark = await shown(stage)
        expect(mark).toMatchObject({ form: 'mark', name: 'Show the notice about our chat' })
        await web.click(inBanner('[part=mark]'))
        expect((await shown(stage)).form).toBe('card')
        await stage.advance(9 * SECOND)
        expect((await shown(stage)).form).toBe('card')
        await web.click(`document.querySelector('${KUSTOMER}').contentDocument.querySelector('textarea')`)
        await stage.advance(4 * SECOND)
        expect((await shown(stage)).form).toBe('mark')
        await web.click(inBanner('[part=mark]'))
        await web.click(inBanner('[part=close]'))
        await stage.advance(SECOND)
        expect(await stage.banner()).toBeNull()
      },
      PHONE,
    ))

  itInFull('stands where the owner wants it, whether or not a chat is open', () =>
    visit(
      {
        tag: { 'data-placement': 'inline', 'data-target': '#here' },
        bodyMarkup: '<div id="here" style="width: 300px"></div>',
      },
      async (stage) => {
        const banner = await shown(stage)
        expect(banner).toMatchObject({ place: 'inline', parent: 'here', form: 'card' })
        expect(banner.box.right - banner.box.left).toBe(300)
        await stage.openChat()
        expect(await shown(stage)).toMatchObject({ place: 'inline', parent: 'here' })
      },
    ),
  )

  itInFull('stands by the chat where the place that the owner named cannot be found', () =>
    visit({ tag: { 'data-placement': 'inline', 'data-target': '][' } }, async (stage) => {
      await stage.openChat()
      expect((await shown(stage)).place).toBe('inside')
      const said = await web.said()
      expect(said.filter(({ text }) => text.includes('data-target'))).toHaveLength(1)
    }),
  )

  itInFull('stands by the other chat', () =>
    visit({ chat: 'chatwoot', tag: POD }, async (stage) => {
      expect(await stage.banner()).toBeNull()
      await openWoot(stage)
      const banner = await shown(stage)
      expect(banner).toMatchObject({ place: 'attached', form: 'card' })
      expect(gapBetween(banner.box, await panelIn(web, CHATWOOT))).toBeCloseTo(8, 0)
      await web.run('$chatwoot.toggle("close")')
      await stage.advance(SECOND)
      expect(await stage.banner()).toBeNull()
    }),
  )

  itInFull('leaves the launcher of a closed chat free', () =>
    visit({ change: -1, tag: { 'data-mode': 'preview:chat-down' } }, async (stage) => {
      await shown(stage)
      expect(
        await web.run(`const { left, right, top, bottom } = document.querySelector('${KUSTOMER}').getBoundingClientRect()
          return document.elementFromPoint((left + right) / 2, (top + bottom) / 2).localName`),
      ).toBe('iframe')
    }),
  )

  const sizes: readonly (readonly [number, number])[] = [PHONE, SMALL, DESKTOP]
  it.each(inFull(browser) ? ['auto', 'attached', 'floating'] : ['attached'])(
    'leaves the chat its button and its text at every size: %s',
    (placement) =>
      visit(
        // Many words in a long language, with another way to be reached.
        {
          change: 1,
          lang: 'de',
          tag: { 'data-placement': placement, 'data-contact': 'mailto:help@shop.example' },
        },
        async (stage) => {
          await stage.openChat()
          // Unfolded first, where it folds.
          for (const wait of [SECOND, 13 * SECOND])
            for (const size of sizes) {
              await web.resize(...size)
              await stage.advance(wait)
              await shown(stage)
              expect({ size, ...((await touchedIn(web)) as object) }).toEqual({ size, ...ALL_THE_CHATS })
            }
        },
        PHONE,
      ),
  )

  itInFull('leaves the other chat its button and its text at every size', () =>
    visit(
      { chat: 'chatwoot', tag: POD, change: 1 },
      async (stage) => {
        await openWoot(stage)
        for (const size of sizes) {
          await web.resize(...size)
          await stage.advance(SECOND)
          await shown(stage)
          expect({ size, ...((await touchedIn(web, CHATWOOT)) as object) }).toEqual({
            size,
            ...ALL_THE_CHATS,
          })
        }
      },
      PHONE,
    ),
  )
})
