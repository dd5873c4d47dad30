import { fill } from '../../shared/text/fill.ts'
import type { Place } from '../../shared/text/localeAndTime.ts'
import { memo } from '../../shared/text/memo.ts'
import { extension } from './en.ts'

const { workingHours: words } = extension

/** When a team works. Days are numbered from 0 for Sunday, and times are "HH:MM". */
interface Hours {
  readonly days: readonly number[]
  readonly from: string
  readonly to: string
}

const MONDAY = 1

const firstIn = (locale: object): unknown => {
  // A method by the standard, and a property where it is older.
  const { weekInfo, getWeekInfo } = locale as { weekInfo?: unknown; getWeekInfo?: () => unknown }
  const info = typeof getWeekInfo === 'function' ? getWeekInfo.call(locale) : weekInfo
  return (info as { firstDay?: unknown } | undefined)?.firstDay
}

/** The day on which a reader's calendar begins, where the browser knows. */
const firstDayOf = (language: string): number => {
  try {
    const first = firstIn(new Intl.Locale(language))
    // There, Sunday is the seventh day.
    return typeof first === 'number' ? first % 7 : MONDAY
  } catch {
    return MONDAY
  }
}

/** The days of a week, in the order of a reader's calendar. */
export const weekOf = (language: string): readonly number[] => {
  const first = firstDayOf(language)
  return Array.from({ length: 7 }, (_, at) => (first + at) % 7)
}

const names = {
  short: memo((locale) => new Intl.DateTimeFormat(locale, { weekday: 'short', timeZone: 'UTC' })),
  long: memo((locale) => new Intl.DateTimeFormat(locale, { weekday: 'long', timeZone: 'UTC' })),
}

export const dayName = (day: number, locale: string, how: keyof typeof names): string =>
  // The first Sunday there was by this clock is 4 January 1970.
  names[how](locale).format(Date.UTC(1970, 0, 4 + day))

const lists = memo((locale) => new Intl.ListFormat(locale))

/** Days that follow one another, each with how many there are: from Saturday on, three. */
const runsIn = (days: readonly number[], week: readonly number[]): readonly (readonly number[])[] => {
  const has = (day: number): boolean => days.includes((day + 7) % 7)
  const starts = week.filter((day) => has(day) && !has(day - 1))
  return starts.map((start) => {
    const run = [start]
    while (has(start + run.length)) run.push((start + run.length) % 7)
    return run
  })
}

/** "Monday to Friday", or "Monday, Wednesday, and Friday": two days in a row are two days. */
const daysText = (days: readonly number[], locale: string): string => {
  const week = weekOf(locale)
  if (week.every((day) => days.includes(day))) return words.everyDay
  const parts = runsIn(days, week).flatMap((run) => {
    const [from = '', ...more] = run.map((day) => dayName(day, locale, 'long'))
    return more.length > 1 ? [fill(words.range, { from, to: more.at(-1) ?? '' })] : [from, ...more]
  })
  return lists(locale).format(parts)
}

const clocks = memo(
  (locale) => new Intl.DateTimeFormat(locale, { hour: 'numeric', minute: '2-digit', timeZone: 'UTC' }),
)

const MIDNIGHT = '00:00'

const timesText = ({ from, to }: Hours, locale: string): string => {
  if (from === MIDNIGHT && to === MIDNIGHT) return words.allDay
  const told = (time: string): string => clocks(locale).format(Date.parse(`1970-01-01T${time}:00Z`))
  return fill(from < to ? words.range : words.overnight, { from: told(from), to: told(to) })
}

/** "Monday to Friday, 9:00 AM to 5:00 PM" */
export const workingHoursText = (hours: Hours, { locale }: Pick<Place, 'locale'>): string =>
  fill(words.sentence, { what: daysText(hours.days, locale), time: timesText(hours, locale) })
