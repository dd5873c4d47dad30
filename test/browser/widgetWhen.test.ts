import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { until } from '../../scripts/stage/until.ts'
import { customer } from '../../shared/text/en.ts'
import { inFull } from '../support/nightly.ts'
import { ALL, startWeb } from './support/startWeb.ts'
import type { Web } from './support/web.ts'
import { onStage, SECOND, type Stage, type StageOptions } from './support/widgetStage.ts'

// Trouble is there from the first line on; whether it is told depends on the chat.

const POD = { 'data-pod': 'prod4' }

describe.each(ALL.filter(inFull))('in %s, trouble is told', (browser) => {
  let web: Web
  beforeAll(async () => {
    web = await startWeb(browser)
  })
  afterAll(() => web.close())

  const visit = (options: StageOptions, test: (stage: Stage) => Promise<void>): Promise<void> =>
    onStage(web, { isBare: true, change: 0, ...options }, async (stage) => {
      await test(stage)
      // What is on the console is this test's alone.
      await web.said()
    })
  const placeOf = async (stage: Stage): Promise<string | null> => (await stage.banner())?.place ?? null
  /** Nothing now, nor in a while. */
  const isQuiet = async (stage: Stage): Promise<void> => {
    for (const seconds of [0, 12, 80]) {
      await stage.advance(seconds * SECOND)
      expect(await stage.banner()).toBeNull()
    }
  }

  it('when the chat is opened, and not before', () =>
    visit({}, async (stage) => {
      await isQuiet(stage)
      await stage.openChat()
      expect(await placeOf(stage)).toBe('inside')
    }))

  it('where the chat would be, once it has failed to come for 10 seconds', () =>
    visit({ variant: 'never' }, async (stage) => {
      expect(await stage.banner()).toBeNull()
      // The first second passed while the page was opened.
      await stage.advance(8.5 * SECOND)
      expect(await stage.banner()).toBeNull()
      await stage.advance(1.5 * SECOND)
      expect(await placeOf(stage)).toBe('floating')
      // Nobody is sent to write in it.
      expect((await stage.banner())?.works).toBe(customer.missing)
    }))

  it('where the chat would be, no longer than until it comes', () =>
    visit({ delay: 20 }, async (stage) => {
      await stage.advance(11 * SECOND)
      expect(await placeOf(stage)).toBe('floating')
      await stage.advance(10 * SECOND)
      expect(await stage.banner()).toBeNull()
      await stage.openChat()
      expect(await placeOf(stage)).toBe('inside')
    }))

  it('never on a page without a chat, unless the owner says that there is none', async () => {
    await visit({ chat: 'none', tag: POD }, isQuiet)
    await visit({ chat: 'none', tag: { ...POD, 'data-chat': 'none' } }, async (stage) => {
      expect(await placeOf(stage)).toBe('floating')
    })
  })

  it('in a chat that came after consent, and with it the pod', () =>
    visit({ isLate: true }, async (stage) => {
      await isQuiet(stage)
      const before = stage.asked()
      await web.run('shop.addChat()')
      // The chat brings the pod along, and no time passes until it is asked about.
      await stage.advance(SECOND)
      expect(stage.asked()).toBe(before + 1)
      expect(await stage.banner()).toBeNull()
      await stage.openChat()
      expect(await placeOf(stage)).toBe('inside')
    }))

  it('not while a chat that was added late takes its time', () =>
    visit({ isLate: true, variant: 'slow', tag: POD }, async (stage) => {
      await isQuiet(stage)
      await web.run('shop.addChat()')
      await stage.advance(1.5 * SECOND)
      expect(await stage.banner()).toBeNull()
      await stage.advance(1.5 * SECOND)
      await stage.openChat()
      expect(await placeOf(stage)).toBe('inside')
    }))

  it('in a chat without an icon, when the page opens it', () =>
    visit({ start: { hideChatIcon: true } }, async (stage) => {
      await isQuiet(stage)
      await stage.openChat()
      expect(await placeOf(stage)).toBe('inside')
      await stage.closeChat()
      expect(await stage.banner()).toBeNull()
    }))

  it('in a chat that was stopped and started', () =>
    visit({}, async (stage) => {
      await stage.openChat()
      expect(await placeOf(stage)).toBe('inside')
      await web.run('Kustomer.stop()')
      await isQuiet(stage)
      await web.run('Kustomer.start({}, () => { window.isBack = true })')
      await stage.advance(SECOND)
      await until(
        () => web.run('return window.isBack'),
        (isBack) => isBack === true,
        'the chat, started again',
      )
      expect(await stage.banner()).toBeNull()
      await stage.openChat()
      expect(await placeOf(stage)).toBe('inside')
      // The adapter hears the new one as well.
      await stage.closeChat()
      expect(await stage.banner()).toBeNull()
    }))

  it('in a chat that the page took away and put back', () =>
    visit({}, async (stage) => {
      await stage.openChat()
      await web.run('__standin.remove()')
      await isQuiet(stage)
      await web.run('__standin.add()')
      await until(
        () =>
          web.run(
            'return document.querySelector("iframe")?.contentDocument.querySelector("header") !== null',
          ),
        (isDrawn) => isDrawn === true,
        'the chat, put back',
      )
      await stage.advance(SECOND)
      expect(await placeOf(stage)).toBe('inside')
    }))

  it('in a chat of the first SDK, whose tag has no key', () =>
    visit({ variant: 'legacy', tag: POD }, async (stage) => {
      expect(await stage.banner()).toBeNull()
      await stage.openChat()
      expect(await placeOf(stage)).toBe('inside')
    }))

  it.each(['headless', 'cards'] as const)('not where there is only what has no panel: %s', (variant) =>
    visit({ variant, tag: POD }, async (stage) => {
      await isQuiet(stage)
      expect(await web.said()).toEqual([])
    }),
  )
})
