import { customer } from '../../shared/text/en.ts'
import type { CustomerWords } from '../../shared/text/keys.ts'
import type { Language } from '../../shared/text/languages.ts'

/** Each is a file of its own in whatever a bundler makes of this, and is loaded when it is first shown. */
const LOADS: Readonly<Record<Exclude<Language, 'en'>, () => Promise<{ readonly customer: CustomerWords }>>> =
  {
    de: () => import('../../shared/text/de.ts'),
    fr: () => import('../../shared/text/fr.ts'),
    es: () => import('../../shared/text/es.ts'),
    it: () => import('../../shared/text/it.ts'),
    'pt-BR': () => import('../../shared/text/pt-BR.ts'),
    nl: () => import('../../shared/text/nl.ts'),
    pl: () => import('../../shared/text/pl.ts'),
    sv: () => import('../../shared/text/sv.ts'),
    ja: () => import('../../shared/text/ja.ts'),
    ar: () => import('../../shared/text/ar.ts'),
    he: () => import('../../shared/text/he.ts'),
  }

/** A language and its words; English stands in for one that cannot be had. */
export const loadWords = async (lang: Language): Promise<readonly [Language, CustomerWords]> => {
  try {
    if (lang !== 'en') return [lang, (await LOADS[lang]()).customer]
  } catch {
    // The file is missing, or a policy forbids it.
  }
  return ['en', customer]
}
