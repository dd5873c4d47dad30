import { existsSync, readFileSync } from 'node:fs'
import { isRow, rowsOf } from '../../shared/model/guards.ts'
import { LANGUAGES } from '../../shared/text/languages.ts'

export interface Weight {
  readonly what: string
  readonly bytes: number
  readonly most: number
  /** What it was meant to weigh, where it weighs more: the difference stays in sight. */
  readonly aim?: number
}

/** What visitors load, step by step, and what each may weigh in bytes of brotli. The steps add up. */
export const STEPS = [
  // It sleeps until something is due, and shares what it knows in words: that weighs more than to look every second.
  { step: 'while all is well', parts: ['loader'], most: 3100, aim: 2000 },
  // One judge for agents and customers reads more than a small one did, and weighs it.
  { step: 'trouble that is not the customers’', parts: ['loader', 'judgement'], most: 33_000, aim: 18_000 },
  // The judgement is still loaded with it, as the verdicts that tabs share are read there.
  { step: 'what a relay’s banner in English needs', parts: ['loader', 'view'], most: 13_000, aim: 11_000 },
  {
    step: 'a banner in English, in Kustomer’s chat',
    parts: ['loader', 'judgement', 'view'],
    most: 42_900,
    aim: 26_000,
  },
  ...LANGUAGES.filter((tag) => tag !== 'en').map((tag) => ({
    step: `one more language: ${tag}`,
    parts: [tag],
    most: 1000,
  })),
  { step: 'all chats but Kustomer’s', parts: ['chats'], most: 1000 },
  // What an owner who previews a banner did wrong is found here, so that no visitor pays for it.
  { step: 'calls of the page API', parts: ['api'], most: 3500 },
] as const

/** The parts as they were built, by name. */
export const builtParts = (): Map<string, { readonly file: string; readonly brotli: number }> => {
  const list = new URL('../../dist/widget/podlight.json', import.meta.url)
  const rows: unknown = existsSync(list) ? JSON.parse(readFileSync(list, 'utf8')) : []
  return new Map(
    rowsOf(rows)
      .filter(isRow)
      .map(({ name, file, brotli }) => [`${name}`, { file: `${file}`, brotli: Number(brotli) }]),
  )
}

/** What each of the widget's steps weighs; no number where a part of it was not built. */
export const weighWidget = (): readonly Weight[] => {
  const built = builtParts()
  return STEPS.map(({ step, parts, most, ...rest }) => ({
    what: step,
    bytes: parts.reduce((sum, name) => sum + (built.get(name)?.brotli ?? Number.NaN), 0),
    most,
    ...('aim' in rest ? { aim: rest.aim } : {}),
  }))
}
