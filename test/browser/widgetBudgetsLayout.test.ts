import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Scene } from '../../shared/text/scene.ts'
import { calmOf, watchCalm } from './support/budgetsCalm.ts'
import { DESKTOP, PHONE, preview, sized } from './support/budgetsScenes.ts'
import { startWeb } from './support/startWeb.ts'
import type { Web } from './support/web.ts'
import { onStage, SECOND, type Stage } from './support/widgetStage.ts'

/** Times that a long task is given to be somebody else's. */
const ROUNDS = 5

/** There is room above the chat. */
const TALL = { name: 'tall screen', width: 1200, height: 1000 } as const

const CASES = [
  { placement: 'inside', size: DESKTOP, isOpen: true, forms: ['card', 'card', 'folded'] },
  { placement: 'inside', size: PHONE, isOpen: true, forms: ['card', 'card', 'folded'] },
  { placement: 'attached', size: DESKTOP, isOpen: true, forms: ['card', 'card', 'card'] },
  { placement: 'attached', size: TALL, isOpen: true, forms: ['card', 'card', 'card'] },
  { placement: 'attached', size: PHONE, isOpen: true, forms: ['line', 'line', 'mark'] },
  { placement: 'floating', size: DESKTOP, isOpen: true, forms: ['card', 'card', 'card'] },
  { placement: 'floating', size: DESKTOP, isOpen: false, forms: ['card', 'card', 'card'] },
  { placement: 'floating', size: PHONE, isOpen: false, forms: ['card', 'card', 'card'] },
] as const

describe('a banner', () => {
  let web: Web
  beforeAll(async () => {
    web = await startWeb('chromium')
  })
  afterAll(() => web.close())

  const show = async (stage: Stage, scene: Scene | null): Promise<string | null> => {
    await preview(web, stage, scene)
    return (await stage.banner())?.form ?? null
  }

  it.each(CASES)(
    'moves nothing, $placement at $size.name, chat open: $isOpen',
    ({ placement, size, isOpen, forms }) =>
      onStage(
        web,
        { tag: { 'data-placement': placement, 'data-contact': 'tel:+4912345' } },
        async (stage) => {
          await sized(web, size)
          if (isOpen) await stage.openChat()
          await watchCalm(web)
          expect(await show(stage, 'chat-down')).toBe(forms[0])
          // Another scene is another height, and another tone.
          expect(await show(stage, 'possible')).toBe(forms[1])
          await stage.advance(13 * SECOND)
          expect((await stage.banner())?.form).toBe(forms[2])
          await show(stage, 'back')
          expect(await show(stage, null)).toBeNull()
          expect((await calmOf(web)).shifts).toEqual([])
        },
      ),
  )

  it('holds nothing up', async () => {
    // On a machine that is busy with something else any task is a long one now and then; one of ours would be each time.
    const longest: number[] = []
    while (longest.length < ROUNDS && !longest.includes(0))
      await onStage(web, { isBare: true }, async (stage) => {
        await stage.openChat()
        await watchCalm(web)
        await show(stage, 'chat-down')
        await show(stage, 'back')
        await show(stage, null)
        const { tasks } = await calmOf(web)
        longest.push(Math.max(0, ...tasks.map(({ duration }) => duration)))
      })
    expect(longest).toContain(0)
  })

  it('would be seen to move or hold up something', () =>
    onStage(web, {}, async (stage) => {
      await sized(web, DESKTOP)
      await stage.openChat()
      await watchCalm(web)
      await web.run(`
        const chat = document.querySelector('#kustomer-ui-sdk-iframe').contentDocument
        for (const { body } of [document, chat]) {
          const block = body.ownerDocument.createElement('div')
          block.style.height = '120px'
          body.prepend(block)
        }`)
      await calmOf(web)
      await web.run(`
        const { promise, resolve } = Promise.withResolvers()
        requestAnimationFrame(() => {
          const end = performance.now() + 120
          while (performance.now() < end);
          resolve()
        })
        await promise`)
      const { shifts, tasks } = await calmOf(web)
      expect(new Set(shifts.map(({ where }) => where))).toEqual(new Set(['page', 'chat']))
      expect(tasks.some(({ duration }) => duration > 100)).toBe(true)
    }))
})
