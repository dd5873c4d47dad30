import { readdirSync } from 'node:fs'
import type { WordClass } from '../../shared/judge/reading/wordClass.ts'

const FOLDER = new URL('../../shared/judge/reading/rules/', import.meta.url)

const isWordClass = (value: unknown): value is WordClass =>
  typeof value === 'object' && value !== null && 'has' in value && 'phrases' in value

/** Every class of words, in whatever file of the rules it stands. */
export const WORD_CLASSES: readonly WordClass[] = (
  await Promise.all(
    readdirSync(FOLDER).map(async (file) => Object.values<unknown>(await import(new URL(file, FOLDER).href))),
  )
)
  .flat()
  .filter(isWordClass)
