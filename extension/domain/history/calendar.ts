import { DAY, MINUTE } from '../../../shared/model/limits.ts'
import { memo } from '../../../shared/text/memo.ts'
import type { Interval } from './model.ts'

// Days and months by the clock of a place. They aren't all of one length: where clocks change, a day has 23 or 25 hours.

/** A day by its date; days past the end of a month lead into the next, as in `Date.UTC`. */
export interface Day {
  readonly year: number
  /** 0 is January. */
  readonly month: number
  readonly day: number
}

const formats = memo(
  (timeZone) =>
    new Intl.DateTimeFormat('en-US', {
      timeZone,
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    }),
)

/** What the clock on the wall shows, written as if it were universal time. */
export const wallTime = (at: number, timeZone: string): number => {
  const numbers = formats(timeZone).format(at).match(/\d+/g)?.map(Number) ?? []
  const [month = 1, day = 1, year = 1970, hour = 0, minute = 0, second = 0] = numbers
  return Date.UTC(year, month - 1, day, hour, minute, second)
}

/**
 * The moment at which the clock on the wall shows a time, in minutes after midnight. Where clocks are set back, the
 * first of the two; where they are set ahead, a time that is left out is as long after midnight as it says.
 */
export const momentOf = ({ year, month, day }: Day, minutes: number, timeZone: string): number => {
  const wall = Date.UTC(year, month, day) + minutes * MINUTE
  // By the clock of the day before and of the day after: between them it may change once.
  const guesses = [wall - DAY, wall + DAY].map((near) => {
    const whole = near - (near % 1000)
    return wall - (wallTime(whole, timeZone) - whole)
  })
  const right = guesses.filter((guess) => wallTime(guess, timeZone) === wall)
  return right.length > 0 ? Math.min(...right) : Math.max(...guesses)
}

export const dayOf = (at: number, timeZone: string): Day => {
  const wall = new Date(wallTime(at, timeZone))
  return { year: wall.getUTCFullYear(), month: wall.getUTCMonth(), day: wall.getUTCDate() }
}

/** The same date, some days later or earlier. */
export const daysAfter = ({ year, month, day }: Day, days: number): Day => {
  const date = new Date(Date.UTC(year, month, day + days))
  return { year: date.getUTCFullYear(), month: date.getUTCMonth(), day: date.getUTCDate() }
}

/** 0 is Sunday. */
export const weekdayOf = ({ year, month, day }: Day): number =>
  new Date(Date.UTC(year, month, day)).getUTCDay()

/** From one midnight to another. */
const fromDayTo = (from: Day, to: Day, timeZone: string): Interval => ({
  from: momentOf(from, 0, timeZone),
  to: momentOf(to, 0, timeZone),
})

export const dayAround = (at: number, timeZone: string): Interval => {
  const day = dayOf(at, timeZone)
  return fromDayTo(day, daysAfter(day, 1), timeZone)
}

/** The month of a moment, or one that lies some months away from it. */
export const monthAround = (at: number, timeZone: string, away = 0): Interval => {
  const { year, month } = dayOf(at, timeZone)
  const first = { year, month: month + away, day: 1 }
  return fromDayTo(first, { ...first, month: first.month + 1 }, timeZone)
}

/** Every day that an interval touches. */
export const daysIn = ({ from, to }: Interval, timeZone: string): readonly Day[] => {
  const days: Day[] = []
  for (let day = dayOf(from, timeZone); momentOf(day, 0, timeZone) < to; day = daysAfter(day, 1))
    days.push(day)
  return days
}
