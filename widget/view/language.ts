import { customer } from '../../shared/text/en.ts'
import type { CustomerWords } from '../../shared/text/keys.ts'
import { type Language, languageOf } from '../../shared/text/languages.ts'
import { optionOf } from '../loader/tagOption.ts'
import type { Load, OptionSource } from '../protocol.ts'
import type { Wording } from './message.ts'

/** The hashes of the other languages, put in by the build. */
declare const LANGUAGE_HASHES: Readonly<Partial<Record<Language, string>>>

/** The reader's language: the owner's choice, the page's, the browser's. */
export const wantedLanguage = (tag: OptionSource): Language =>
  languageOf([optionOf(tag, 'lang'), document.documentElement.lang, ...navigator.languages])

/** How the reader writes times: in English alone there are many ways. */
const localeOf = (lang: Language): string =>
  [...navigator.languages, document.documentElement.lang.replaceAll('_', '-')].find(
    (tag) => tag.slice(0, 2).toLowerCase() === lang.slice(0, 2),
  ) ?? lang

export const wordingIn = (lang: Language, words: CustomerWords): Wording => ({
  lang,
  locale: localeOf(lang),
  words,
})

/** Loads a language when it is first shown; English is there already, and stands in for one that cannot be had. */
export const wordingFor = async (lang: Language, load: Load): Promise<Wording> => {
  const hash = LANGUAGE_HASHES[lang]
  try {
    if (hash) return wordingIn(lang, await load<CustomerWords>(hash))
  } catch {
    // A language that cannot be had.
  }
  return wordingIn('en', customer)
}
