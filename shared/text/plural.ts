import { fill } from './fill.ts'
import type { Plural } from './keys.ts'
import type { Place } from './localeAndTime.ts'
import { memo } from './memo.ts'

const rules = memo((locale) => new Intl.PluralRules(locale))
const numbers = memo((locale) => new Intl.NumberFormat(locale))

/** The form for a number, with {count} filled in the digits of the language. */
export const plural = (forms: Plural, count: number, { locale }: Place): string =>
  fill(forms[rules(locale).select(count)] ?? forms.other, { count: numbers(locale).format(count) })
