import type { Settings } from '../settings.ts'
import { daysAfter, daysIn, momentOf, weekdayOf } from './calendar.ts'
import { union, within } from './intervals.ts'
import type { Interval } from './model.ts'

type WorkingHours = Settings['workingHours']

const minutesOf = (time: string): number => {
  const [hours = 0, minutes = 0] = time.split(':').map(Number)
  return hours * 60 + minutes
}

/** When the team works, by the clock of the place. A shift that ends no later than it begins ends on the next day. */
export const workingTime = (
  range: Interval,
  { days, from, to }: WorkingHours,
  timeZone: string,
): readonly Interval[] => {
  const first = daysIn(range, timeZone)[0]
  if (first === undefined) return []
  // The shift of the day before may reach into the range.
  const all = [daysAfter(first, -1), ...daysIn(range, timeZone)]
  const [start, end] = [minutesOf(from), minutesOf(to)]
  const shifts = all
    .filter((day) => days.includes(weekdayOf(day)))
    .map((day) => ({
      from: momentOf(day, start, timeZone),
      to: momentOf(end > start ? day : daysAfter(day, 1), end, timeZone),
    }))
  return union(within(shifts, range))
}
