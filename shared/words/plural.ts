import { fill } from './fill.ts'
import type { Plural } from './keys.ts'
import type { Place } from './place.ts'

/** The form for a number, with {count} filled in the digits of the language. */
export const plural = (forms: Plural, count: number, { locale }: Place): string =>
  fill(forms[new Intl.PluralRules(locale).select(count)] ?? forms.other, {
    count: new Intl.NumberFormat(locale).format(count),
  })
