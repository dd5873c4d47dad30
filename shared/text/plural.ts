import { fill } from './fill.ts'
import { kept } from './kept.ts'
import type { Plural } from './keys.ts'
import type { Place } from './place.ts'

const rules = kept((locale) => new Intl.PluralRules(locale))
const numbers = kept((locale) => new Intl.NumberFormat(locale))

/** The form for a number, with {count} filled in the digits of the language. */
export const plural = (forms: Plural, count: number, { locale }: Place): string =>
  fill(forms[rules(locale).select(count)] ?? forms.other, { count: numbers(locale).format(count) })
