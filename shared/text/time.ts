import { MINUTE } from '../model/limits.ts'
import type { Place } from './localeAndTime.ts'
import { memo } from './memo.ts'

/** Beyond the range of dates, Intl throws. */
const FARTHEST = 8.64e15

/** Epoch milliseconds of an ISO time, or null where there is none that can be told. */
export const epochOf = (iso: string | null): number | null => {
  const at = iso === null ? Number.NaN : Date.parse(iso)
  return Math.abs(at) <= FARTHEST ? at : null
}

const CLOCK = { hour: 'numeric', minute: '2-digit' } as const
const DATE = { ...CLOCK, month: 'short', day: 'numeric' } as const

/** The clock alone for today, the day for other days, and the year only where it is another one. */
const STYLES = { clock: CLOCK, date: DATE, year: { ...DATE, year: 'numeric' } } as const
type Style = keyof typeof STYLES

const formats = (style: Style, isNamed = false) =>
  memo(
    (locale, timeZone) =>
      new Intl.DateTimeFormat(locale, {
        ...STYLES[style],
        timeZone: timeZone ?? 'UTC',
        // Nobody lives by universal time, so it is named; one's own time is not.
        ...(isNamed || timeZone === 'UTC' ? { timeZoneName: 'short' } : {}),
      }),
  )
const FORMATS = { clock: formats('clock'), date: formats('date'), year: formats('year') }
const NAMED = { clock: formats('clock', true), date: formats('date', true), year: formats('year', true) }

/** Month, day and year, to compare and not to show. */
const days = memo(
  (timeZone) =>
    new Intl.DateTimeFormat('en-US', { timeZone, year: 'numeric', month: 'numeric', day: 'numeric' }),
)

const styleOf = (times: readonly number[], { now, timeZone }: Place): Style => {
  const format = days(timeZone)
  const today = format.format(now)
  const year = today.split('/')[2]
  const told = times.map((at) => format.format(at))
  if (told.every((day) => day === today)) return 'clock'
  return told.every((day) => day.split('/')[2] === year) ? 'date' : 'year'
}

/** A moment as people of the place say it. */
export const moment = (at: number, place: Place): string =>
  (place.namesZone ? NAMED : FORMATS)[styleOf([at], place)](place.locale, place.timeZone).format(at)

/** From one moment to a later one. */
export const range = (start: number, end: number, place: Place): string =>
  FORMATS[styleOf([start, end], place)](place.locale, place.timeZone).formatRange(start, end)

export type Unit = 'minute' | 'hour' | 'day'

/** A length of time in the unit people would use. Minutes go on to two hours: "1 hour" hides too many of them. */
export const inUnits = (milliseconds: number): { readonly count: number; readonly unit: Unit } => {
  const minutes = Math.floor(milliseconds / MINUTE)
  if (minutes < 120) return { count: minutes, unit: 'minute' }
  const hours = Math.floor(minutes / 60)
  return hours < 48 ? { count: hours, unit: 'hour' } : { count: Math.floor(hours / 24), unit: 'day' }
}

const lengths = (unitDisplay: 'short' | 'long') =>
  memo(
    (locale, unit) => new Intl.NumberFormat(locale, { style: 'unit', unit: unit ?? 'minute', unitDisplay }),
  )
const LENGTHS = { short: lengths('short'), long: lengths('long') }

/** "25 min", or "25 minutes" */
export const length = (
  milliseconds: number,
  { locale }: Place,
  how: keyof typeof LENGTHS = 'short',
): string => {
  const { count, unit } = inUnits(milliseconds)
  return LENGTHS[how](locale, unit).format(count)
}

const relative = memo((locale) => new Intl.RelativeTimeFormat(locale))

/** "7 minutes ago" */
export const ago = (milliseconds: number, { locale }: Place): string => {
  const { count, unit } = inUnits(milliseconds)
  return relative(locale).format(-count, unit)
}

/** "20 seconds ago", where seconds count */
export const agoInSeconds = (milliseconds: number, place: Place): string =>
  milliseconds < MINUTE
    ? relative(place.locale).format(-Math.max(1, Math.floor(milliseconds / 1000)), 'second')
    : ago(milliseconds, place)

/** "in 20 seconds" */
export const aheadInSeconds = (milliseconds: number, { locale }: Place): string =>
  relative(locale).format(Math.ceil(milliseconds / 1000), 'second')

/** "in 12 minutes" */
export const ahead = (milliseconds: number, { locale }: Place): string => {
  const { count, unit } = inUnits(milliseconds)
  return relative(locale).format(count, unit)
}
