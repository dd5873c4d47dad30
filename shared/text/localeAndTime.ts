import { memo } from './memo.ts'

/** For whom a sentence is told: language, time zone and moment all come from outside. */
export interface Place {
  readonly locale: string
  readonly timeZone: string
  /** Epoch milliseconds. */
  readonly now: number
  /** Times carry their zone, for readers who may live in another. */
  readonly namesZone?: true
}

const taken = (make: () => unknown): boolean => {
  try {
    make()
    return true
  } catch {
    return false
  }
}

const isLocale = memo((locale) => taken(() => new Intl.PluralRules(locale)))
const isZone = memo((timeZone) => taken(() => new Intl.DateTimeFormat('en', { timeZone })))

/**
 * A place that Intl takes: languages and zones come from pages, settings and policies, and Intl throws on those
 * it cannot read. What it cannot read becomes English, and universal time.
 */
export const placeOf = (now: number, locale = 'en', timeZone = 'UTC'): Place => ({
  now,
  locale: isLocale(locale) ? locale : 'en',
  timeZone: isZone(timeZone) ? timeZone : 'UTC',
})
