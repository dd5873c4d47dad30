import type { Settings, WorkingHours } from '../settings.ts'
import { type Notes, type PolicyValues, SHORT } from './readValues.ts'

/** Two ends, with a hyphen or a dash between them. */
const endsOf = (text: string): readonly string[] => text.split(/[-–]/).map((end) => end.trim())

/** One hour of the day, also as people write it: 8:00. */
const timeOfDay = (text: string): string | null => {
  const padded = text.padStart(5, '0')
  return /^([01]\d|2[0-3]):[0-5]\d$/.test(padded) ? padded : null
}

const timesIn = (text: string): { from: string; to: string } | null => {
  const [from = null, to = null, ...rest] = endsOf(text).map(timeOfDay)
  return from !== null && to !== null && rest.length === 0 ? { from, to } : null
}

export const quietOf = (values: PolicyValues, { add }: Notes): Settings['quiet'] | undefined => {
  const text = values.text('quietHours', SHORT)
  if (text === null) return undefined
  if (text.toLowerCase() === 'none') return null
  const times = timesIn(text)
  if (times !== null && times.from !== times.to) return times
  return add('quietHours', 'hours', { value: text }) ?? undefined
}

const WEEK = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday']

/** A day by its name, which may be cut short to three letters. */
const dayIn = (text: string): number | null => {
  const day = text.length < 3 ? -1 : WEEK.findIndex((name) => name.startsWith(text.toLowerCase()))
  return day < 0 ? null : day
}

/** "Mon", or from "Mon" to "Fri", which may go on into the next week: "Sat-Mon". */
const daysIn = (text: string): readonly number[] | null => {
  const [first = null, last = first, ...rest] = endsOf(text).map(dayIn)
  if (first === null || last === null || rest.length > 0) return null
  return Array.from({ length: ((last - first + 7) % 7) + 1 }, (_, at) => (first + at) % 7)
}

/** Days, and then times. */
const WORKING = /^([^\d]+?),? ([\d:]+ ?[-–] ?[\d:]+)$/

export const workingHoursOf = (values: PolicyValues, { add }: Notes): WorkingHours | undefined => {
  const text = values.text('workingHours', SHORT)
  if (text === null) return undefined
  const [, names = '', hours = ''] = WORKING.exec(text) ?? []
  // The end of the day is the beginning of the next one.
  const times = timesIn(hours.replace(/24:00$/, '00:00'))
  const days = names.split(',').map(daysIn)
  if (times === null || days.includes(null))
    return add('workingHours', 'working', { value: text }) ?? undefined
  return { days: [...new Set(days.flatMap((some) => some ?? []))].sort(), ...times }
}
