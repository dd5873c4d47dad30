import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { customer as arabic } from '../../shared/text/ar.ts'
import { customer as english } from '../../shared/text/en.ts'
import type { Scene } from '../../shared/text/scene.ts'
import { DESKTOP, preview, shopIn, sized } from './support/budgetsScenes.ts'
import { startWeb } from './support/startWeb.ts'
import type { Web } from './support/web.ts'
import { inBanner } from './support/widgetBanner.ts'
import { onStage, SECOND, type Stage } from './support/widgetStage.ts'

/** Notes each text that comes into the region, and how it would be said. */
const LISTEN = `
  window.__said = []
  const hear = (host) => {
    const root = host.shadowRoot
    const note = () => {
      const region = root.querySelector('[role]')
      const text = region.textContent
      if (text) __said.push({
        text, lang: host.lang, role: region.getAttribute('role'), live: region.getAttribute('aria-live'),
      })
    }
    new MutationObserver(note).observe(root, { childList: true, subtree: true, characterData: true })
    note()
  }
  document.querySelectorAll('podlight-live').forEach(hear)
  new MutationObserver((changes) => {
    for (const node of changes.flatMap(({ addedNodes }) => [...addedNodes]))
      if (node.localName === 'podlight-live') hear(node)
  }).observe(document.body, { childList: true })`

interface Heard {
  readonly text: string
  readonly lang: string
  readonly role: string
  readonly live: string | null
}

describe('whoever listens', () => {
  let web: Web
  beforeAll(async () => {
    web = await startWeb('chromium')
    await sized(web, DESKTOP)
  })
  afterAll(() => web.close())

  const said = async (): Promise<readonly Heard[]> => (await web.run('return __said')) as readonly Heard[]
  const texts = async (): Promise<readonly string[]> => (await said()).map(({ text }) => text)
  const textOf = (scene: Scene, words = english): string =>
    `${words.scenes[scene].headline} ${words.scenes[scene].works}`
  /** A page on which nothing was shown yet, and all is heard. */
  const listening = (
    placement: string,
    test: (stage: Stage) => Promise<void>,
    lang: 'en' | 'ar' = 'en',
  ): Promise<void> => {
    const { tag, ...page } = shopIn(lang, 'back', { 'data-placement': placement, 'data-mode': 'auto' })
    return onStage(web, { ...page, ...(tag && { tag }) }, async (stage) => {
      await web.run(LISTEN)
      await stage.openChat()
      expect(await said()).toEqual([])
      await test(stage)
    })
  }

  it.each(['inside', 'attached', 'floating'])('hears each change once, politely, %s', (placement) =>
    listening(placement, async (stage) => {
      const scenes = ['chat-delayed', 'chat-down', 'recovering', 'back'] as const
      for (const scene of scenes) {
        await preview(web, stage, scene)
        // Longer than a text stays in the region, and than a line stays unfolded.
        await stage.advance(12 * SECOND)
      }
      expect(await said()).toEqual(
        scenes.map((scene) => ({ text: textOf(scene), lang: 'en', role: 'status', live: null })),
      )
    }),
  )

  it('hears it in the language that it is in', () =>
    listening(
      'inside',
      async (stage) => {
        await preview(web, stage, 'maintenance')
        expect(await said()).toMatchObject([{ text: textOf('maintenance', arabic), lang: 'ar' }])
      },
      'ar',
    ))

  it('hears nothing again when the chat is drawn anew, moved, closed and opened, or made anew', () =>
    listening('inside', async (stage) => {
      await preview(web, stage, 'chat-failing')
      const once = [textOf('chat-failing')]
      expect(await texts()).toEqual(once)
      for (const change of ['__standin.rerender()', '__standin.move("left")', '__standin.resize(400, 500)']) {
        await web.run(change)
        await stage.advance(2 * SECOND)
        expect(await stage.banner()).not.toBeNull()
      }
      await stage.closeChat()
      await stage.openChat()
      await web.run('__standin.rebuild()')
      await stage.advance(2 * SECOND)
      expect((await stage.banner())?.place).toBe('inside')
      expect(await texts()).toEqual(once)
    }))

  it('hears of a trouble that reads like the one before it', () =>
    listening('inside', async (stage) => {
      // The owner's word, waved away, and the owner's next one: to whoever listens that is another trouble.
      const announce = async (hours: number): Promise<void> => {
        await web.run(`podlight('announce', 'chat-down', Date.now() + ${hours} * 3_600_000)`)
        await stage.advance(12 * SECOND)
        expect(await stage.banner()).not.toBeNull()
      }
      await announce(1)
      await web.click(inBanner('[part=close]'))
      await stage.advance(SECOND)
      expect(await stage.banner()).toBeNull()
      await announce(2)
      expect(await texts()).toEqual([textOf('chat-down'), textOf('chat-down')])
    }))
})
