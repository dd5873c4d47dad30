import { existsSync, readFileSync } from 'node:fs'
import { isRow, rowsOf } from '../../shared/feed/guards.ts'
import { LANGUAGES } from '../../shared/words/languages.ts'

/** What visitors load, step by step, and what each may weigh in bytes of brotli. The steps add up. */
export const STEPS = [
  { step: 'while all is well', parts: ['loader'], most: 2000 },
  { step: 'trouble that is not the customers’', parts: ['loader', 'judgement'], most: 18_000 },
  // The judgement is still loaded with it, as the verdicts that tabs share are read there.
  { step: 'what a relay’s banner in English needs', parts: ['loader', 'banner'], most: 11_000 },
  { step: 'a banner in English, in Kustomer’s chat', parts: ['loader', 'judgement', 'banner'], most: 26_000 },
  ...LANGUAGES.filter((tag) => tag !== 'en').map((tag) => ({
    step: `one more language: ${tag}`,
    parts: [tag],
    most: 1000,
  })),
  { step: 'all chats but Kustomer’s', parts: ['chats'], most: 1000 },
  { step: 'calls of the page API', parts: ['orders'], most: 1600 },
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

/** Weighs the widget's steps; how many are too heavy. */
export const overWidget = (): number => {
  const built = builtParts()
  let over = 0
  console.log(`${'what a visitor loads'.padEnd(42)} brotli  at most`)
  for (const { step, parts, most } of STEPS) {
    // A part that was not built weighs no number, which is at most nothing.
    const bytes = parts.reduce((sum, name) => sum + (built.get(name)?.brotli ?? Number.NaN), 0)
    const isOver = !(bytes <= most)
    if (isOver) over++
    console.log(
      `${step.padEnd(42)} ${String(bytes).padStart(6)} ${String(most).padStart(8)}${isOver ? '   too large' : ''}`,
    )
  }
  return over
}
