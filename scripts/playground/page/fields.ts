import { LANGUAGES } from '../../../shared/words/languages.ts'
import { SCENES } from '../../../shared/words/scene.ts'

/** One option of the tag, as it can be tried here. */
export interface Field {
  readonly name: string
  readonly label: string
  /** What may be chosen, where it is a choice; the first is what holds without it. */
  readonly choices?: readonly string[]
  readonly example?: string
}

export const FIELDS: readonly Field[] = [
  { name: 'lang', label: 'Language', choices: ['auto', ...LANGUAGES] },
  { name: 'theme', label: 'Theme', choices: ['auto', 'light', 'dark'] },
  { name: 'placement', label: 'Place', choices: ['auto', 'inside', 'attached', 'inline', 'floating'] },
  { name: 'target', label: 'Where inline', example: '#place' },
  { name: 'contact', label: 'Another way to reach you', example: 'mailto:help@shop.example' },
  { name: 'contact-label', label: 'Words of that link', example: 'Write an email' },
  { name: 'text-SCENE', label: 'Your own headline', example: 'Our chat takes a break.' },
  { name: 'text-SCENE-works', label: 'Your own second sentence', example: 'Please write again later.' },
  { name: 'pod', label: 'Pod', choices: ['auto', 'prod1', 'prod2', 'prod4'] },
  { name: 'chat', label: 'Chat', choices: ['auto', 'kustomer', 'chatwoot', 'none'] },
  { name: 'watch', label: 'What to tell', choices: ['chat,attachments', 'chat', 'attachments'] },
  { name: 'feed', label: 'Address of the news', example: 'https://mirror.example/summary.json' },
  { name: 'preview', label: 'Preview by the page’s address', choices: ['', 'allow'] },
  { name: 'storage', label: 'Keeps things in the browser', choices: ['auto', 'none'] },
  { name: 'mode', label: 'Mode', choices: ['auto', 'off', ...SCENES.map((scene) => `announce:${scene}`)] },
]

/** What is looked at, which is no option that stays on a site. */
export const LOOKS = [...SCENES]

/** The custom properties worth trying by colour, and what they are without. */
export const COLOURS = [
  ['background', '#ffffff'],
  ['color', '#191c22'],
  ['accent', '#995e00'],
  ['border', '#d9dce3'],
] as const
