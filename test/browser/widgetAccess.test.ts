import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { SCENES, type Scene } from '../../shared/text/scene.ts'
import type { Form } from '../../widget/view/bannerElement.ts'
import { nightly } from '../support/nightly.ts'
import { faultsIn } from './support/budgetsAxe.ts'
import { complaintsOf, lookAt } from './support/budgetsLook.ts'
import {
  arrived,
  DESKTOP,
  leavePicture,
  PHONE,
  preview,
  SPOKEN,
  type Spoken,
  shopIn,
  sized,
  type Theme,
} from './support/budgetsScenes.ts'
import { startWeb } from './support/startWeb.ts'
import type { Web } from './support/web.ts'
import { onStage, SECOND, type Stage } from './support/widgetStage.ts'

type Size = typeof DESKTOP | typeof PHONE

const LANGUAGES = Object.keys(SPOKEN) as readonly Spoken[]
const CASES = nightly<readonly { readonly lang: Spoken; readonly theme: Theme }[]>(
  LANGUAGES.flatMap((lang) => (['light', 'dark'] as const).map((theme) => ({ lang, theme }))),
  // The longest words, and what is read from the right.
  [
    { lang: 'de', theme: 'light' },
    { lang: 'ar', theme: 'dark' },
  ],
)
const [FIRST] = SCENES

describe('every scene can be seen, read and heard', () => {
  let web: Web
  beforeAll(async () => {
    web = await startWeb('chromium')
  })
  afterAll(() => web.close())

  /** Looks at a scene as it is now; `name` says which it is, and where a picture of it goes. */
  const look = async (stage: Stage, form: Form, where: 'page' | 'chat', name: string): Promise<void> => {
    expect((await stage.banner())?.form, name).toBe(form)
    const seen = await lookAt(web)
    expect.soft(complaintsOf(seen), name).toEqual([])
    expect.soft(seen.isScrolled, name).toBe(false)
    expect.soft(await faultsIn(web, where), name).toEqual([])
    await leavePicture(web, name)
  }

  const each = async (
    lang: Spoken,
    theme: Theme,
    placement: string,
    sizes: readonly Size[],
    test: (stage: Stage, name: string, size: Size) => Promise<void>,
    scenes: readonly Scene[] = SCENES,
  ): Promise<void> =>
    onStage(web, shopIn(lang, FIRST, { 'data-theme': theme, 'data-placement': placement }), async (stage) => {
      if (placement !== 'floating') await stage.openChat()
      for (const size of sizes) {
        await sized(web, size)
        for (const scene of scenes) {
          await preview(web, stage, scene)
          await test(stage, `${placement}-${size.name}-${scene}-${lang}-${theme}`, size)
        }
      }
    })

  it.each(CASES)('in the chat, in $lang, $theme', async ({ lang, theme }) => {
    await each(lang, theme, 'inside', [DESKTOP, PHONE], async (stage, name) => {
      await look(stage, 'card', 'chat', name)
      await stage.advance(13 * SECOND)
      await arrived(web)
      await look(stage, 'folded', 'chat', `${name}-folded`)
    })
  })

  it.each(CASES)('at the chat’s edge, in $lang, $theme', async ({ lang, theme }) => {
    await each(lang, theme, 'attached', [DESKTOP, PHONE], async (stage, name, { name: size }) => {
      if (size === 'desktop') return look(stage, 'card', 'page', name)
      await look(stage, 'line', 'page', `${name}-line`)
      await stage.advance(13 * SECOND)
      await arrived(web)
      await look(stage, 'mark', 'page', `${name}-mark`)
    })
  })

  // The card is that of the chat's edge, in another place: one of each tone will do.
  it.each(CASES)('where there is no chat open, in $lang, $theme', async ({ lang, theme }) => {
    await each(
      lang,
      theme,
      'floating',
      [DESKTOP, PHONE],
      (stage, name) => look(stage, 'card', 'page', name),
      ['chat-down', 'possible', 'back'],
    )
  })
})
