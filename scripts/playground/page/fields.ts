import { LANGUAGES } from '../../../shared/text/languages.ts'
import type { Scene } from '../../../shared/text/scene.ts'
import { kustomer } from '../../../shared/vendors/kustomer.ts'

/** One option of the tag, as it can be tried here. */
export interface Field {
  readonly name: string
  readonly label: string
  /** What may be chosen, where it is a choice; the first is what holds without it. */
  readonly choices?: readonly string[]
  readonly example?: string
}

const LOOK: readonly Field[] = [
  { name: 'theme', label: 'Theme', choices: ['auto', 'light', 'dark'] },
  { name: 'placement', label: 'Place', choices: ['auto', 'inside', 'attached', 'inline', 'floating'] },
  { name: 'target', label: 'Where inline', example: '#place' },
]
const WORDS: readonly Field[] = [
  { name: 'lang', label: 'Language', choices: ['auto', ...LANGUAGES] },
  { name: 'text-SCENE', label: 'Your own headline', example: 'Our chat takes a break.' },
  { name: 'text-SCENE-works', label: 'Your second sentence', example: 'Please write later.' },
  { name: 'contact', label: 'Another way to you', example: 'mailto:help@shop.example' },
  { name: 'contact-label', label: 'Words of that link', example: 'Write an email' },
]
const NEWS: readonly Field[] = [
  { name: 'pod', label: 'Pod', choices: ['auto', ...kustomer.pods.keys()] },
  { name: 'chat', label: 'Chat', choices: ['auto', 'kustomer', 'chatwoot', 'none'] },
  { name: 'watch', label: 'What to watch', choices: ['chat,attachments', 'chat', 'attachments'] },
  { name: 'feed', label: 'Where status comes from', example: 'https://mirror.example/summary.json' },
]
const CONTROL: readonly Field[] = [
  { name: 'mode', label: 'Mode', choices: ['auto', 'off', 'announce'] },
  { name: 'preview', label: 'Preview by address', choices: ['', 'allow'] },
  { name: 'storage', label: 'Storage', choices: ['auto', 'none'] },
  { name: 'events', label: 'Events of a relay', choices: ['off', 'on'] },
  { name: 'evidence', label: 'When sending is refused', choices: ['off', 'event', 'contact'] },
]

/** The options by what they are about. */
export const GROUPS: readonly { readonly title: string; readonly fields: readonly Field[] }[] = [
  { title: 'Words', fields: WORDS },
  { title: 'Looks', fields: LOOK },
  { title: 'Chat and status', fields: NEWS },
  { title: 'On and off', fields: CONTROL },
]
export const FIELDS: readonly Field[] = GROUPS.flatMap(({ fields }) => fields)

/** What can be looked at, in words. The key goes into `preview:` and `announce:`, and is no option that stays on a site. */
export const LOOKS: Readonly<Record<Scene, string>> = {
  'chat-delayed': 'Chat is slow',
  'chat-failing': 'Messages may fail',
  'chat-down': 'Chat is down',
  'attachments-delayed': 'Files are slow',
  'attachments-failing': 'Files may fail',
  maintenance: 'Maintenance',
  possible: 'Possible issue',
  recovering: 'Getting better',
  back: 'Back to normal',
}

/** The custom properties worth trying by colour, and what they are without. */
export const COLOURS = [
  ['background', '#ffffff'],
  ['color', '#191c22'],
  ['soft', '#555c69'],
  ['accent', '#995e00'],
  ['border', '#d9dce3'],
] as const
