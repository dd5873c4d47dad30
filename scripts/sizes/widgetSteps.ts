import { existsSync, readFileSync } from 'node:fs'
import { brotliCompressSync } from 'node:zlib'
import { LANGUAGES } from '../../shared/text/languages.ts'
import { MANIFEST, type Manifest, readManifest } from '../embed/manifest.ts'

export interface Weight {
  readonly what: string
  readonly bytes: number
  readonly most: number
  /** What it was meant to weigh, where it weighs more: the difference stays in sight. */
  readonly aim?: number
}

/** What visitors load, step by step, and what each may weigh in bytes of brotli. The steps add up. */
export const STEPS = [
  // It sleeps until something is due, shares what it knows in words, and reads what relays and other tabs say, so that
  // neither needs the judgement.
  { step: 'while all is well', parts: ['loader'], most: 4300, aim: 2000 },
  // One judge for agents and customers reads more than a small one did, and weighs it.
  { step: 'trouble that is not the customers’', parts: ['loader', 'judgement'], most: 33_800, aim: 18_000 },
  { step: 'a banner in English of a relay’s verdict', parts: ['loader', 'view'], most: 14_300, aim: 11_000 },
  {
    step: 'a banner in English, in Kustomer’s chat',
    parts: ['loader', 'judgement', 'view'],
    most: 43_800,
    aim: 26_000,
  },
  ...LANGUAGES.filter((tag) => tag !== 'en').map((tag) => ({
    step: `one more language: ${tag}`,
    parts: [tag],
    most: 1000,
  })),
  { step: 'all chats but Kustomer’s', parts: ['chats'], most: 1000 },
  // What an owner who previews a banner did wrong is found here, so that no visitor pays for it.
  { step: 'calls of the page API', parts: ['api'], most: 3600 },
  // Where the owner wants it and the relay offers it.
  { step: 'events of a relay', parts: ['events'], most: 1000 },
  // Where the owner wants it, and the chat is open.
  { step: 'whether the chat’s own requests are refused', parts: ['evidence'], most: 2000 },
] as const

/** Where the widget is built. */
const WIDGET = new URL('../../dist/widget/', import.meta.url)

/** The list of files of the widget that was built; none where there is none. */
export const builtManifest = (folder: URL = WIDGET): Manifest | null => {
  const list = new URL(MANIFEST, folder)
  return existsSync(list) ? readManifest(readFileSync(list, 'utf8')) : null
}

/** What each part weighs as a server sends it that compresses well, by name; nothing where none was built. */
export const builtParts = (
  folder: URL = WIDGET,
): Map<string, { readonly file: string; readonly brotli: number }> => {
  const manifest = builtManifest(folder)
  if (!manifest) return new Map()
  return new Map(
    [{ name: 'loader', file: manifest.evergreen }, ...manifest.parts].map(({ name, file }) => [
      name,
      { file, brotli: brotliCompressSync(readFileSync(new URL(file, folder))).length },
    ]),
  )
}

/** What each of the widget's steps weighs; no number where a part of it was not built. */
export const weighWidget = (folder?: URL): readonly Weight[] => {
  const built = builtParts(folder)
  return STEPS.map(({ step, parts, most, ...rest }) => ({
    what: step,
    bytes: parts.reduce((sum, name) => sum + (built.get(name)?.brotli ?? Number.NaN), 0),
    most,
    ...('aim' in rest ? { aim: rest.aim } : {}),
  }))
}
