import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isRightToLeft, LANGUAGES, languageOf } from '../../../shared/text/languages.ts'

describe('the language of a visitor', () => {
  it.each([
    [['de'], 'de'],
    [['PT-br'], 'pt-BR'],
    [['pt'], 'pt-BR'],
    [['pt-PT'], 'pt-BR'],
    [['en-GB'], 'en'],
    [['fr-Latn-CA-x-shop'], 'fr'],
    [['iw'], 'he'],
    [['IW-IL'], 'he'],
    [['zh-Hant', 'ja-JP'], 'ja'],
    [['auto', '', 'sv-FI'], 'sv'],
    [['nl', 'de'], 'nl'],
    [['zh', 'es-MX', 'en'], 'es'],
  ] as const)('of %j is %s', (wished, tag) => expect(languageOf(wished)).toBe(tag))

  it.each([
    [[]],
    [['']],
    [['auto']],
    [['zh']],
    // No base of ours, though it begins like one, or with the old code of one.
    [['deu', 'd', 'deutsch', 'p', 'iwx', 'x-de', '-de', '*', 'constructor', '__proto__']],
  ])('of %j is English', (wished) => expect(languageOf(wished)).toBe('en'))

  it('is each language that is wished for, however it is written', () => {
    for (const tag of LANGUAGES)
      for (const wish of [tag, tag.toLowerCase(), tag.toUpperCase()]) expect(languageOf([wish])).toBe(tag)
  })

  it('is one of ours whatever is wished for, and the first that can be met', () => {
    const garbage = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.string({ unit: fc.constantFrom(...'ehwiptbrd-_ X1') }),
    )
    const met = (wish: string): boolean => /^(en|de|fr|es|it|pt|nl|pl|sv|ja|ar|he|iw)([-_]|$)/i.test(wish)
    fc.assert(
      fc.property(fc.array(garbage), fc.constantFrom(...LANGUAGES), (wishes, tag) => {
        expect(LANGUAGES).toContain(languageOf(wishes))
        const unmet = wishes.filter((wish) => !met(wish))
        expect(languageOf(unmet)).toBe('en')
        expect(languageOf([...unmet, tag, 'en'])).toBe(tag)
      }),
    )
  })

  it('is found by its base, so every base is two letters long and there once', () => {
    const bases = LANGUAGES.map((tag) => tag.split('-')[0])
    expect(new Set(bases).size).toBe(LANGUAGES.length)
    for (const base of bases) expect(base).toMatch(/^[a-z]{2}$/)
  })

  it('is known to every browser as it is written', () =>
    expect(Intl.getCanonicalLocales([...LANGUAGES])).toEqual(LANGUAGES))
})

it('Arabic and Hebrew alone run from right to left', () =>
  expect(LANGUAGES.filter(isRightToLeft)).toEqual(['ar', 'he']))
