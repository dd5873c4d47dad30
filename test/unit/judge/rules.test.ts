import { describe, expect, it } from 'vitest'
import { RULES } from '../../../shared/judge/reading/rules/index.ts'
import { tell } from '../../support/tell.ts'

describe.each(RULES.map((rule) => [rule.name, rule] as const))('%s', (_, { examples, phrases }) => {
  it('has an example', () => {
    expect(Object.keys(examples).length).toBeGreaterThan(0)
    for (const phrase of phrases.split('|')) expect(phrase).toMatch(/^[a-z0-9][a-z0-9 ]*~?[a-z0-9 ]*$/)
  })

  it.each(Object.entries(examples))('%s', (sentence, reading) => {
    expect(tell(sentence)).toBe(reading)
  })
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
