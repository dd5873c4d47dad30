import { afterEach, describe, expect, it, vi } from 'vitest'
import { createLexicon } from '../../../shared/judge/reading/lexicon.ts'
import { RULES } from '../../../shared/judge/reading/rules/index.ts'
import { kustomer } from '../../../shared/vendors/kustomer.ts'
import { tell } from '../../support/tell.ts'
import { WORD_CLASSES } from '../../support/wordClasses.ts'

const ROWS = [...RULES, ...WORD_CLASSES]

afterEach(() => {
  vi.restoreAllMocks()
})

describe.each(ROWS.map((row) => [row.name, row] as const))('%s', (_, { examples, phrases }) => {
  it('has an example', () => {
    expect(Object.keys(examples).length).toBeGreaterThan(0)
    for (const phrase of phrases.split('|')) expect(phrase).toMatch(/^[a-z0-9][a-z0-9 ]*~?[a-z0-9 ]*$/)
  })

  it.each(Object.entries(examples))('%s', (sentence, reading) => {
    expect(tell(sentence)).toBe(reading)
  })
})

describe('is read otherwise without', () => {
  it.each(RULES.map((rule) => [rule.name, rule] as const))('the rule “%s”', (_, rule) => {
    const without = createLexicon(
      kustomer,
      RULES.filter((other) => other !== rule),
    )
    const kept = Object.entries(rule.examples).filter(
      ([sentence, reading]) => tell(sentence, without) === reading,
    )
    expect(kept.length).toBeLessThan(Object.keys(rule.examples).length)
  })

  it.each(WORD_CLASSES.map((words) => [words.name, words] as const))('the words “%s”', (_, words) => {
    vi.spyOn(words, 'has').mockReturnValue(false)
    const kept = Object.entries(words.examples).filter(([sentence, reading]) => tell(sentence) === reading)
    expect(kept.length).toBeLessThan(Object.keys(words.examples).length)
  })
})

it('finds the classes of words', () => {
  expect(WORD_CLASSES.length).toBeGreaterThan(20)
})

it('gives no phrase to two rules of one kind', () => {
  const seen = new Map<string, string>()
  const twice: string[] = []
  for (const { name, phrases } of RULES)
    for (const phrase of phrases.split('|')) {
      const other = seen.get(phrase)
      if (other !== undefined) twice.push(`${phrase}: ${other} and ${name}`)
      seen.set(phrase, name)
    }
  expect(twice).toEqual([])
})

it('gives every row a name of its own', () => {
  const names = ROWS.map(({ name }) => name)
  expect(names.filter((name, i) => names.indexOf(name) !== i)).toEqual([])
})
