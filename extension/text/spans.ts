import { MINUTE } from '../../shared/model/limits.ts'
import type { Place } from '../../shared/text/localeAndTime.ts'
import { memo } from '../../shared/text/memo.ts'

// Lengths and dates of the history, to the minute and with their year where times are far away.

const numbers = memo(
  (locale, unit) =>
    new Intl.NumberFormat(locale, { style: 'unit', unit: unit ?? 'minute', unitDisplay: 'short' }),
)
const lists = memo((locale) => new Intl.ListFormat(locale, { type: 'unit', style: 'narrow' }))

/** "7 hr 20 min": hours aren't made days, as they are added up and compared. */
export const hoursAndMinutes = (milliseconds: number, { locale }: Place): string => {
  const minutes = Math.round(milliseconds / MINUTE)
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60]
  const parts = [
    ...(hours > 0 ? [numbers(locale, 'hour').format(hours)] : []),
    ...(rest > 0 || hours === 0 ? [numbers(locale, 'minute').format(rest)] : []),
  ]
  return lists(locale).format(parts)
}

const STYLES = {
  hour: { hour: 'numeric' },
  day: { month: 'short', day: 'numeric' },
  month: { month: 'short' },
  weekday: { weekday: 'short', day: 'numeric' },
  wholeDay: { weekday: 'long', month: 'long', day: 'numeric', year: 'numeric' },
  date: { month: 'short', day: 'numeric', year: 'numeric' },
  wholeMonth: { month: 'long', year: 'numeric' },
  monthName: { month: 'long' },
} as const satisfies Record<string, Intl.DateTimeFormatOptions>
export type DateStyle = keyof typeof STYLES

const formats = memo(
  (locale, timeZone, style) =>
    new Intl.DateTimeFormat(locale, { ...STYLES[(style ?? 'date') as DateStyle], timeZone }),
)

/** A length among others in a table, where nothing is a dash. */
export const hoursOrNone = (milliseconds: number, place: Place): string =>
  Math.round(milliseconds / MINUTE) === 0 ? '–' : hoursAndMinutes(milliseconds, place)

/** A date in one of the ways the history writes it. */
export const dated = (at: number, style: DateStyle, { locale, timeZone }: Place): string =>
  formats(locale, timeZone, style).format(at)

/** "Oct 28 – Nov 26, 2026": the last moment is within it. */
export const dates = (from: number, to: number, { locale, timeZone }: Place): string =>
  formats(locale, timeZone, 'date').formatRange(from, to - 1)

const plain = memo((locale) => new Intl.NumberFormat(locale))
export const numberText = (number: number, { locale }: Place): string => plain(locale).format(number)
