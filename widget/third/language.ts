import { customer } from '../../shared/words/en.ts'
import type { CustomerWords } from '../../shared/words/keys.ts'
import { type Language, languageOf } from '../../shared/words/languages.ts'
import { optionOf } from '../loader/tag.ts'
import type { Load } from '../parts.ts'
import type { Told } from './message.ts'

/** The hashes of the other languages, put in by the build. */
declare const LANGUAGE_HASHES: Readonly<Partial<Record<Language, string>>>

/** The reader's language: the owner's choice, the page's, the browser's. */
export const wishedLanguage = (tag: HTMLScriptElement): Language =>
  languageOf([optionOf(tag, 'lang'), document.documentElement.lang, ...navigator.languages])

const english = { lang: 'en', words: customer } as const

/** Loads a language when it is first shown; English is there already, and stands in for one that cannot be had. */
export const wordsIn = async (lang: Language, load: Load): Promise<Told> => {
  const hash = LANGUAGE_HASHES[lang]
  try {
    return hash ? { lang, words: await load<CustomerWords>(hash) } : english
  } catch {
    return english
  }
}
