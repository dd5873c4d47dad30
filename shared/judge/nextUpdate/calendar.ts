import { MINUTE } from '../../model/limits.ts'
import { aheadOfUtc, type Offset } from './zones.ts'

const HOUR = 60 * MINUTE
const DAY = 24 * HOUR
/** A text may be posted a little after the time it names: then that time is meant, not tomorrow's. */
const LATE = 10 * MINUTE

/** What is said of a moment: "Monday, 9 am ET" says three things. */
export interface Moment {
  readonly hour?: number
  readonly minute?: number
  readonly half?: 'am' | 'pm'
  /** The hour counts from midnight. */
  readonly exact?: boolean
  /** The hour is one of twelve: "half past two". */
  readonly spoken?: boolean
  /** It is in the later half of the day. */
  readonly late?: boolean
  /** Days from today, in the zone of the moment. */
  readonly days?: number
  readonly weekday?: number
  readonly year?: number
  readonly month?: number
  readonly day?: number
  /** Month and day may stand the other way round: "5/6". */
  readonly eitherWay?: boolean
  readonly zone?: Offset
  /** Hours from the zone: "UTC+2". */
  readonly ahead?: number
}

/** The zone of a moment, if it says one. */
export const zoneIn = ({ zone, ahead }: Moment): Offset | undefined =>
  ahead === undefined ? zone : { ...zone, hours: (zone?.hours ?? 0) + ahead }

/** The hours that may be meant. "3:30 ET" in the afternoon is this afternoon's. Elsewhere clocks have 24 hours. */
const hoursOf = ({ hour = 0, half, exact, spoken, late }: Moment, { summer }: Offset): number[] => {
  if (half !== undefined) return [(hour % 12) + (half === 'pm' ? 12 : 0)]
  const later = exact === true || hour > 12 ? hour : (hour % 12) + 12
  if (late !== undefined) return [late ? later : hour]
  return spoken === true || summer === 'american' ? [hour, later] : [hour]
}

/** When a moment that was named at a time comes next, in a zone. Null: its day is over. */
export const comes = (moment: Moment, from: number, zone: Offset): number | null => {
  const { month = 0, day = 0, eitherWay } = moment
  const due = nextOf(moment, from, zone)
  if (eitherWay !== true || day > 12) return due
  const turned = nextOf({ ...moment, month: day - 1, day: month + 1 }, from, zone)
  return due === null || (turned !== null && turned < due) ? turned : due
}

const nextOf = (moment: Moment, from: number, zone: Offset): number | null => {
  const { minute = 0, days, weekday, year, month, day } = moment
  const local = from + aheadOfUtc(zone, from)
  const today = local - (((local % DAY) + DAY) % DAY)
  const latest = from - LATE
  const hours = hoursOf(moment, zone)
  /** The first of the hours on a day that is not over. */
  const on = (midnight: number): number | undefined =>
    hours
      .map((hour) => midnight + hour * HOUR + minute * MINUTE)
      .map((wall) => wall - aheadOfUtc(zone, wall - aheadOfUtc(zone, from)))
      .find((due) => due >= latest)
  if (month !== undefined) {
    const thisYear = new Date(local).getUTCFullYear()
    const midnight = Date.UTC(year ?? thisYear, month, day)
    const over = year === undefined && midnight < today - 90 * DAY
    return on(over ? Date.UTC(thisYear + 1, month, day) : midnight) ?? null
  }
  const ahead = weekday === undefined ? (days ?? 0) : (weekday - new Date(local).getUTCDay() + 7) % 7
  const again = weekday === undefined ? 1 : 7
  const due = on(today + ahead * DAY)
  return due ?? (days === undefined ? (on(today + (ahead + again) * DAY) ?? null) : null)
}
