import { mkdirSync, writeFileSync } from 'node:fs'
import type { Scene } from '../../../shared/text/scene.ts'
import { HOST } from './budgetsLook.ts'
import type { Web } from './web.ts'
import { SECOND, type Stage, type StageOptions } from './widgetStage.ts'

/** Where pictures go when somebody wants to look at them. */
const PICTURES = process.env['PODLIGHT_PICTURES'] ?? ''
if (PICTURES !== '') mkdirSync(PICTURES, { recursive: true })

export const DESKTOP = { name: 'desktop', width: 1200, height: 800 } as const
export const PHONE = { name: 'phone', width: 390, height: 800 } as const

/** A left-to-right language, one with longer words, and one from right to left. */
export const SPOKEN = {
  en: { dir: 'ltr', contact: 'Write an email', chatIconPosition: 'right' },
  de: { dir: 'ltr', contact: 'E-Mail an den Kundendienst', chatIconPosition: 'right' },
  ar: { dir: 'rtl', contact: 'راسلنا بالبريد', chatIconPosition: 'left' },
} as const
export type Spoken = keyof typeof SPOKEN
export type Theme = 'light' | 'dark'

/** A shop in a language whose owner tries a scene out. */
export const shopIn = (lang: Spoken, scene: Scene, tag: Readonly<Record<string, string>>): StageOptions => {
  const { dir, contact, chatIconPosition } = SPOKEN[lang]
  return {
    lang,
    dir,
    start: { lang, chatIconPosition },
    tag: {
      'data-mode': `preview:${scene}`,
      'data-contact': 'mailto:help@shop.example',
      'data-contact-label': contact,
      ...tag,
    },
  }
}

/** Waits until what moves in has arrived: half of it is paler, and no picture of anything. */
export const arrived = async (web: Web): Promise<void> => {
  await web.run(`
    const moving = ${HOST}?.shadowRoot.getAnimations?.() ?? []
    await Promise.allSettled(moving.map(({ finished }) => finished))`)
}

/** Gives the page a size, and waits until everything on it, the chat too, was told. */
export const sized = async (
  web: Web,
  { width, height }: { readonly width: number; readonly height: number },
): Promise<void> => {
  await web.resize(width, height)
  // The size is told before a frame is drawn, so with the second frame it was.
  await web.run(`
    const drawn = () => new Promise((resolve) => requestAnimationFrame(resolve))
    do await drawn(); while (innerWidth !== ${width})
    await drawn()`)
}

/** Lets the owner try out another scene on the same page. */
export const preview = async (web: Web, stage: Stage, scene: Scene | null): Promise<void> => {
  await web.run(`podlight('preview', ${JSON.stringify(scene)})`)
  await stage.advance(SECOND)
  await arrived(web)
}

/** Leaves a picture for somebody to look at. */
export const leavePicture = async (web: Web, name: string): Promise<void> => {
  if (PICTURES === '') return
  const picture = await web.picture()
  if (picture) writeFileSync(`${PICTURES}/${name}.png`, picture)
}
