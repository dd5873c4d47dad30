import type { Place } from './place.ts'

const MINUTE = 60_000
/** Beyond the range of dates, Intl throws. */
const FARTHEST = 8.64e15

/** Epoch milliseconds of an ISO time, or null where there is none that can be told. */
export const epochOf = (iso: string | null): number | null => {
  const at = iso === null ? Number.NaN : Date.parse(iso)
  return Math.abs(at) <= FARTHEST ? at : null
}

const CLOCK = { hour: 'numeric', minute: '2-digit' } as const
const DAY = { month: 'short', day: 'numeric' } as const

const dayOf = (at: number, { timeZone }: Place): string =>
  new Intl.DateTimeFormat('en', { timeZone, dateStyle: 'short' }).format(at)

const yearOf = (at: number, { timeZone }: Place): string =>
  new Intl.DateTimeFormat('en', { timeZone, year: 'numeric' }).format(at)

/** The clock alone for today, the day for other days, and the year only where it is another one. */
const format = (times: readonly number[], place: Place): Intl.DateTimeFormat => {
  const sameYear = times.every((at) => yearOf(at, place) === yearOf(place.now, place))
  const today = sameYear && times.every((at) => dayOf(at, place) === dayOf(place.now, place))
  return new Intl.DateTimeFormat(place.locale, {
    timeZone: place.timeZone,
    ...CLOCK,
    ...(today ? {} : DAY),
    ...(sameYear ? {} : { year: 'numeric' }),
    // Nobody lives by universal time, so it is named; one's own time is not.
    ...(place.timeZone === 'UTC' ? { timeZoneName: 'short' } : {}),
  })
}

/** A moment as people of the place say it. */
export const moment = (at: number, place: Place): string => format([at], place).format(at)

/** From one moment to a later one. */
export const range = (start: number, end: number, place: Place): string =>
  format([start, end], place).formatRange(start, end)

export type Unit = 'minute' | 'hour' | 'day'

/** A length of time in the unit people would use. Minutes go on to two hours: "1 hour" hides too many of them. */
export const inUnits = (milliseconds: number): { readonly count: number; readonly unit: Unit } => {
  const minutes = Math.floor(milliseconds / MINUTE)
  if (minutes < 120) return { count: minutes, unit: 'minute' }
  const hours = Math.floor(minutes / 60)
  return hours < 48 ? { count: hours, unit: 'hour' } : { count: Math.floor(hours / 24), unit: 'day' }
}

/** "7 minutes ago" */
export const ago = (milliseconds: number, { locale }: Place): string => {
  const { count, unit } = inUnits(milliseconds)
  return new Intl.RelativeTimeFormat(locale).format(-count, unit)
}

/** "in 12 minutes" */
export const ahead = (milliseconds: number, { locale }: Place): string => {
  const { count, unit } = inUnits(milliseconds)
  return new Intl.RelativeTimeFormat(locale).format(count, unit)
}
