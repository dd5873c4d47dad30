import { readdirSync } from 'node:fs'
import { brotliCompressSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { extension } from '../../../extension/text/en.ts'
import { bannerText, timed } from '../../../shared/text/banner.ts'
import { checkLanguage } from '../../../shared/text/checkLanguage.ts'
import * as english from '../../../shared/text/en.ts'
import { fill } from '../../../shared/text/fill.ts'
import type { CustomerWords } from '../../../shared/text/keys.ts'
import { LANGUAGES, type Language } from '../../../shared/text/languages.ts'
import { placeOf } from '../../../shared/text/localeAndTime.ts'
import { SCENES } from '../../../shared/text/scene.ts'
import { moment } from '../../../shared/text/time.ts'
import { inMinutes, NOW } from './voices.ts'

interface File {
  readonly customer: CustomerWords
}
const files = await Promise.all(
  LANGUAGES.map(async (tag) => {
    const file: File = await import(`../../../shared/text/${tag}.ts`)
    return { tag, file, words: file.customer }
  }),
)

/** The languages as their readers' browsers name them: the clock is written otherwise in each. */
const REGIONS: Record<Language, readonly string[]> = {
  en: ['en', 'en-GB', 'en-CA', 'en-AU'],
  de: ['de', 'de-AT', 'de-CH'],
  fr: ['fr', 'fr-CA'],
  es: ['es', 'es-MX', 'es-US', 'es-CO'],
  it: ['it'],
  'pt-BR': ['pt-BR', 'pt-PT'],
  nl: ['nl', 'nl-BE'],
  pl: ['pl'],
  sv: ['sv', 'sv-FI'],
  ja: ['ja'],
  ar: ['ar', 'ar-EG', 'ar-SA'],
  he: ['he'],
}
/** Earlier today, yesterday, last year. */
const WHERE = ['chat', 'outside', 'missing'] as const
const STARTS = [-55, -26 * 60, -80 * 24 * 60].map(inMinutes)

/** Words that hedge, and that this can go wrong without: a guess told as a fact would be a lie. */
const MIGHT: Record<Language, RegExp> = {
  en: /\b(may|might)\b/i,
  de: /möglicherweise|eventuell|\bkann\b|können /i,
  fr: /il se peut|pourr|peut|peuvent/i,
  es: /puede|es posible/i,
  it: /potrebbe|può/i,
  'pt-BR': /podem?\b|talvez/i,
  nl: /misschien|kan\b/i,
  pl: /mogą |może /i,
  sv: /kanske|kan\b/i,
  ja: /かもしれません|可能性|ことがあります/,
  ar: /قد /,
  he: /ייתכ|עשויה/,
}
const SHOULD: Record<Language, RegExp> = {
  en: /\bshould\b/,
  de: /\bsollte\b/,
  fr: /devrait/,
  es: /debería/i,
  it: /dovrebbe/,
  'pt-BR': /deve\b/i,
  nl: /\bzou\b.*moeten/,
  pl: /powinno/,
  sv: /borde/,
  ja: /見込み/,
  ar: /المفترض/,
  he: /אמור/,
}
/** How nobody is spoken to here: each language keeps one manner. */
const OTHER_MANNER: Partial<Record<Language, RegExp>> = {
  de: /\b(du|dir|dich|dein\w*|euch|eure?)\b/i,
  fr: /\b(tu|te|toi|ton|ta|tes)\b/i,
  es: /\b(usted(es)?|su|sus|le|vuelva|puede seguir)\b/i,
  it: /\b(tu|ti|tuo|tua|puoi|prova|riprova|hai)\b/i,
  'pt-BR': /\b(tu|te|teu|tua|vocês|vós)\b/i,
  nl: /\b(je|jij|jou|jouw)\b/i,
  sv: /\b(ni|er|ert|era)\b/i,
}

const textsOf = (words: CustomerWords): string[] => {
  const { scenes, ...rest } = words
  return [
    ...Object.values(scenes).flatMap(({ headline, works }) => [headline, works]),
    ...Object.values(rest),
  ]
}

/** What slips in where sentences and times are put together. */
const expectSound = (text: string): void => {
  expect(text).not.toMatch(/[{}]|undefined|null|NaN|Invalid/)
  expect(text).not.toMatch(/([.。,،:：?？؟])\s*\1|[,،:：?？؟]\s*[.。]|\s[.。,،]|\s{2}|^\s|\s$/)
  const tokens = text.split(/[\s\p{P}]+/u).filter((token) => token !== '')
  expect(tokens.filter((token, i) => token === tokens[i - 1])).toEqual([])
}

describe('the files of the languages', () => {
  it('are those on the list', () => {
    const folder = new URL('../../../shared/text/', import.meta.url)
    const names = readdirSync(folder).filter((name) => /^[a-z]{2}(-[A-Za-z]{2,4})?\.ts$/.test(name))
    expect(names.sort()).toEqual(LANGUAGES.map((tag) => `${tag}.ts`).sort())
    expect(LANGUAGES).toHaveLength(12)
  })

  it.each(files)('$tag is complete', ({ tag, file }) =>
    expect(
      checkLanguage({ tag, words: tag === 'en' ? { ...file, extension } : file }, { ...english, extension }, [
        'Kustomer',
        'Podlight',
      ]),
    ).toEqual([]),
  )

  it.each(files)('$tag leaves room for the script around it', ({ words }) =>
    expect(brotliCompressSync(JSON.stringify(words)).length).toBeLessThan(800),
  )
})

describe.each(files)('customers who read $tag', ({ tag, words }) => {
  it.each(REGIONS[tag])('are told whole sentences by the clock of %s', (locale) => {
    const place = placeOf(NOW, locale, 'America/New_York')
    for (const [scene, where] of SCENES.flatMap((one) => WHERE.map((where) => [one, where] as const)))
      for (const since of STARTS) {
        const told = bannerText(scene, words, place, { since, reachable: true, where })
        const contact = told.contact === null ? null : fill(told.contact, { contact: 'support@shop.example' })
        const sentences = [told.headline, told.works, told.working, told.since].filter(
          (text) => text !== null,
        )
        for (const text of sentences) {
          expectSound(text)
          expect(text).toMatch(/[.?。]$/)
        }
        if (contact !== null) expectSound(contact)
        if (told.since !== null) expect(told.since.split(moment(Date.parse(since), place))).toHaveLength(2)
        expect(new Set(sentences).size).toBe(sentences.length)
      }
    for (const at of STARTS.map(Date.parse))
      for (const text of [words.asOf, words.until, words.since]) {
        const told = timed(text, at, place)
        expectSound(told)
        expect(told).toMatch(/[.。]$/)
        expect(told).toContain(moment(at, place).replace(/\.$/, ''))
      }
  })

  it('hear a guess as a guess', () => {
    const { scenes } = words
    for (const scene of ['possible', 'chat-failing', 'attachments-delayed', 'attachments-failing'] as const)
      expect(scenes[scene].headline).toMatch(MIGHT[tag])
    expect(scenes['chat-delayed'].works).toMatch(MIGHT[tag])
    expect(scenes.recovering.headline).toMatch(SHOULD[tag])
    // And a fact as a fact.
    for (const scene of ['chat-delayed', 'chat-down', 'maintenance', 'back'] as const)
      expect(scenes[scene].headline).not.toMatch(MIGHT[tag])
  })

  it('are asked whether they had trouble, and of nothing else', () => {
    for (const scene of SCENES)
      expect(/[?？؟]/.test(words.scenes[scene].headline)).toBe(scene === 'recovering')
  })

  it('get as much told of files that are late as of files that fail', () =>
    expect(words.scenes['attachments-delayed'].works).toBe(words.scenes['attachments-failing'].works))

  it('read scenes that differ', () =>
    expect(new Set(SCENES.map((scene) => words.scenes[scene].headline)).size).toBe(SCENES.length))

  it('are spoken to calmly and in one manner', () => {
    for (const text of textsOf(words)) {
      expect(text).not.toMatch(/[!！¡]/)
      expect(text).not.toMatch(OTHER_MANNER[tag] ?? /^$/)
    }
  })

  it('meet names and buttons without a full stop, and buttons that differ', () => {
    for (const text of [words.own, words.example, words.region, words.close, words.open])
      expect(text).not.toMatch(/[.。:：]$/)
    expect(new Set([words.region, words.close, words.open]).size).toBe(3)
  })
})

it('a clock with a full stop of its own ends no sentence twice', () => {
  const place = placeOf(NOW, 'en-CA', 'America/New_York')
  expect(moment(NOW, place)).toMatch(/\.$/)
  expect(timed('Since {time}.', NOW, place)).toBe(`Since ${moment(NOW, place)}`)
  expect(timed('Since {time} on.', NOW, place)).toBe(`Since ${moment(NOW, place)} on.`)
})
