import { readdirSync, readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { MOMENTS } from '../../shared/judge/nextUpdate/moments.ts'
import { DENIALS } from '../../shared/judge/nextUpdate/noNextUpdate.ts'
import { PROMISES } from '../../shared/judge/nextUpdate/promises.ts'
import { SPANS } from '../../shared/judge/nextUpdate/spans.ts'
import { TIMES } from '../../shared/judge/nextUpdate/times.ts'
import { ZONES } from '../../shared/judge/nextUpdate/zones.ts'
import { RULES } from '../../shared/judge/reading/rules/index.ts'
import { WORD_CLASSES } from '../support/wordClasses.ts'

const ROOT = new URL('../../', import.meta.url)
/** Everything that is built and holds the judge. */
const BUILDS = ['dist/core', 'dist/widget', 'dist/playground', '.output/chrome-mv3', '.output/firefox-mv3']

const scriptsIn = (folder: string): readonly (readonly [file: string, code: string])[] =>
  readdirSync(new URL(folder, ROOT), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.js'))
    .map((file) => [`${folder}/${file}`, readFileSync(new URL(`${folder}/${file}`, ROOT), 'utf8')])

const RULES_OF_ALL = [
  ...RULES,
  ...WORD_CLASSES,
  ...SPANS,
  ...MOMENTS,
  ...TIMES,
  ...ZONES,
  ...PROMISES,
  ...DENIALS,
]
const SENTENCES = RULES_OF_ALL.flatMap(({ examples }) => Object.keys(examples))

it.each(BUILDS)('%s holds the rules without their examples', (folder) => {
  const scripts = scriptsIn(folder)
  expect(scripts.some(([, code]) => code.includes(RULES[0]?.phrases ?? ''))).toBe(true)
  const found = scripts.flatMap(([file, code]) =>
    SENTENCES.filter((sentence) => code.includes(sentence)).map((sentence) => `${file}: ${sentence}`),
  )
  expect(SENTENCES.length).toBeGreaterThan(100)
  expect(found).toEqual([])
})
