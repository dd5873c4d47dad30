import type { Moment } from './calendar.ts'
import {
  type Found,
  figures,
  type Names,
  namesOf,
  phrases,
  type Row,
  reader,
  rowsReader,
  values,
} from './grammar.ts'
import type { Item } from './items.ts'
import { zoneAt } from './zones.ts'

const WEEKDAYS = [
  'sunday|sun',
  'monday|mon',
  'tuesday|tue|tues',
  'wednesday|wed',
  'thursday|thu|thur|thurs',
  'friday|fri',
  'saturday|sat',
]
const MONTHS = [
  'january|jan',
  'february|feb',
  'march|mar',
  'april|apr',
  'may',
  'june|jun',
  'july|jul',
  'august|aug',
  'september|sep|sept',
  'october|oct',
  'november|nov',
  'december|dec',
]
const HOURS = 'one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve'.split('|')

/** "08:00" and "17:00" leave no doubt which half of the day is meant, "8:00" may. */
const clock = (hour = '', minute = '0'): Moment => ({
  hour: Number(hour),
  minute: Number(minute),
  exact: hour.startsWith('0') || Number(hour) > 12,
})
const date = (year = '', month = '', day = ''): Moment => ({
  year: Number(year.padStart(4, '20')),
  month: Number(month) - 1,
  day: Number(day),
})
const hoursOf = (text = '', minutes = '0'): number => Number(text) + Number(minutes) / 60

const PARTS: Names<Moment> = {
  zone: zoneAt,
  clock: figures(/^(\d{1,2})[:.](\d\d)(?::\d\d)?$/, ([hour, minute]) => clock(hour, minute)),
  hour: figures(/^(\d{1,2})$/, ([hour]) => clock(hour)),
  'spoken hour': values(HOURS.map((word, at) => [word, { hour: at + 1, minute: 0, spoken: true }])),
  minute: figures(/^([0-5]\d)$/, ([minute]) => ({ minute: Number(minute) })),
  'four figures': figures(/^([012]?\d)([0-5]\d)$/, ([hour, minute]) => ({
    ...clock(hour, minute),
    exact: true,
  })),
  half: values([
    ['am', { half: 'am' }],
    ['pm', { half: 'pm' }],
  ]),
  'date in figures': figures(/^(20\d\d)-(\d\d)-(\d\d)$/, ([year, month, day]) => date(year, month, day)),
  'date with points': figures(/^(\d{1,2})\.(\d{1,2})\.((?:20)?\d\d)$/, ([day, month, year]) =>
    date(year, month, day),
  ),
  'month in figures': figures(/^(0?[1-9]|1[0-2])$/, ([month]) => ({ month: Number(month) - 1 })),
  month: values(MONTHS.map((names, month) => [names, { month }])),
  day: figures(/^(\d{1,2})$/, ([day]) => ({ day: Number(day) })),
  year: figures(/^(20\d\d|\d\d)$/, ([year = '']) => ({ year: Number(year.padStart(4, '20')) })),
  weekday: values(WEEKDAYS.map((names, weekday) => [names, { weekday }])),
  ahead: figures(/^(\d{1,2})(?::(\d\d))?$/, ([hours, minutes]) => ({ ahead: hoursOf(hours, minutes) })),
  behind: figures(/^(\d{1,2})(?::(\d\d))?$/, ([hours, minutes]) => ({ ahead: -hoursOf(hours, minutes) })),
}
const NAMES: Names<Moment> = namesOf(
  {
    zoned: '<zone>|( <zone>',
    to: '-|–|and|to|or',
    start: '<clock> <half>?|<hour> <half>?',
    /** "between 14:00 and", "2-": the later end of a stretch is meant. */
    from: 'between? <start> <to>',
    measured: '%|percent|second(s)|s|ms|x|times|million',
    hours: 'h|hr(s)|hour(s)',
    th: 'st|nd|rd|th',
    'year of a date': '<year> <unless zoned>',
    past: 'past|after',
    before: 'to|before|of|till',
  },
  PARTS,
)

/** A way to name a part of a moment. */
export interface MomentRow extends Row {
  /** What it says of the moment, besides what the names in its phrases say. */
  readonly says?: Moment
}

/** Ways to name a clock time, a day, a part of the day and a zone, in any order. Of each the longest that fits is taken. */
export const MOMENTS: readonly MomentRow[] = [
  {
    name: 'a date in figures',
    phrases: '<date in figures> t?|<date with points>',
    examples: {
      'Next update: 2026-05-05 10:00 UTC': '2026-05-05T10:00Z',
      'Next update: 2026-05-05T12:00+02:00': '2026-05-05T10:00Z',
      'Next update: 05.05.2026, 10:00 UTC': '2026-05-05T10:00Z',
    },
  },
  {
    name: 'hours and minutes',
    phrases: '<from>? <clock> <half>? <unless measured>|<from>? <clock> <hours> <if zoned>',
    examples: {
      'Next update at 14.30 UTC.': 330,
      'Next update at 6:00 AM EDT.': 60,
      'Next update at 10:00hrs UTC.': 60,
      'Next update between 14:00 and 15:00 UTC.': 360,
      'The next update comes by 8:30 UTC.': 1410,
      'The next update comes by 8:55 UTC.': -5,
      // Without a zone it may be anyone's clock: a wrong time alarms people, so nothing is promised.
      'Next update at 14:30.': null,
      'It is 9:00 UTC now, next update at 14:30.': 330,
      'Next update at 14:30. All times are in UTC.': 330,
    },
  },
  {
    name: 'hours of half a day',
    phrases: '<from>? <hour> <half>|<from>? <hour> oclock',
    examples: { 'Next update by 3pm ET.': 600, "Next update at 10 o'clock UTC.": 60 },
  },
  {
    name: 'hours and minutes without a mark',
    phrases: '<four figures> <hours>? <if zoned>|<hour> h <minute> <if zoned>',
    says: { exact: true },
    examples: {
      'Next update by 1530 UTC.': 390,
      'Next update by 1530 hrs UTC.': 390,
      'Next update at 14h30 UTC.': 330,
    },
  },
  {
    name: 'the bare hour',
    phrases: '<from>? <hour> <if zoned>',
    examples: { 'Next update at 15 UTC.': 360, 'More by 8 Eastern.': 180 },
  },
  {
    name: 'the hour in words',
    phrases: '<spoken hour> oclock|<spoken hour> <half>',
    examples: { "Next update at ten o'clock UTC.": 60 },
  },
  {
    name: 'half past',
    phrases: 'half past <spoken hour>|half past <hour>',
    says: { minute: 30, spoken: true },
    examples: { 'Next update at half past ten UTC.': 90, 'Next update at half past two UTC.': 330 },
  },
  {
    name: 'a quarter past',
    phrases: 'a? quarter <past> <spoken hour>|a? quarter <past> <hour>',
    says: { minute: 15, spoken: true },
    examples: { 'Next update at a quarter past ten UTC.': 75 },
  },
  {
    name: 'a quarter to',
    phrases: 'a? quarter <before> <spoken hour>|a? quarter <before> <hour>',
    says: { minute: -15, spoken: true },
    examples: { 'Next update at quarter to eleven UTC.': 105 },
  },
  {
    name: 'noon',
    phrases: '12? noon|12? midday',
    says: { hour: 12, minute: 0, exact: true },
    examples: { 'The team will share more at noon Pacific.': 600 },
  },
  {
    name: 'midnight, which ends a day',
    phrases: '12? midnight|end of the? day|eod',
    says: { hour: 24, minute: 0, exact: true },
    examples: {
      'Next update by midnight UTC.': 900,
      'Next update by the end of the day (UTC).': 900,
      'Next update by the end of the day.': null,
    },
  },
  {
    name: 'a day of a month',
    phrases: '<month> <day> <th>?|<month> <day> <th>? ,? <year of a date>',
    examples: {
      'Next update on May 6 at 10:00 UTC.': '2026-05-06T10:00Z',
      'Next update on Wednesday, May 6th, at 10:00 UTC.': '2026-05-06T10:00Z',
      'Next update on January 6 at 10:00 UTC.': '2027-01-06T10:00Z',
      'Next update on May 3 at 10:00 UTC.': null,
    },
  },
  {
    name: 'a day before its month',
    phrases: '<day> <th>? of? <month>|<day> <th>? of? <month> ,? <year of a date>',
    examples: { 'Next update: 6 May, 10:00 UTC': '2026-05-06T10:00Z' },
  },
  {
    name: 'month and day in figures',
    phrases:
      '<month in figures> / <day>|<day> / <month in figures>|<month in figures> / <day> / <year>|<day> / <month in figures> / <year>',
    says: { eitherWay: true },
    examples: {
      'Next update 5/6 at 10:00 UTC.': '2026-05-06T10:00Z',
      'Next update 6/5 at 10:00 UTC.': '2026-05-06T10:00Z',
      'Next update 14/05/2026 10:00 UTC.': '2026-05-14T10:00Z',
    },
  },
  {
    name: 'a weekday',
    phrases: '<weekday>|next <weekday>|this <weekday>|coming <weekday>',
    examples: {
      'Next update Tuesday 9:00 UTC.': '2026-05-05T09:00Z',
      'Next update on Monday at 8 am UTC.': '2026-05-11T08:00Z',
      'Next update on Tuesday (5 May) by 10:00 UTC.': '2026-05-05T10:00Z',
    },
  },
  {
    name: 'tomorrow',
    phrases: 'tomorrow',
    says: { days: 1 },
    examples: {
      'More follows first thing tomorrow, 9:00 CET.': '2026-05-05T08:00Z',
      'We will post again tomorrow at 08:00 UTC.': '2026-05-05T08:00Z',
      'We will post again at 8am UTC tomorrow.': '2026-05-05T08:00Z',
      'We will post again tomorrow.': null,
    },
  },
  {
    name: 'the day after tomorrow',
    phrases: 'the? day after tomorrow',
    says: { days: 2 },
    examples: { 'Next update the day after tomorrow at 9:00 UTC.': '2026-05-06T09:00Z' },
  },
  {
    name: 'today',
    phrases: 'later? today',
    says: { days: 0 },
    examples: { 'Next update at 5pm today, ET.': 720 },
  },
  {
    name: 'later today',
    phrases: 'later? tonight|later? this evening|later? this afternoon',
    says: { days: 0, late: true },
    examples: { 'Next update tonight at 8 Eastern.': 900, 'We will post again this evening.': null },
  },
  {
    name: 'the morning',
    phrases: 'first thing|morning|in the morning|first thing in the morning',
    says: { late: false },
    examples: { 'Next update tomorrow morning at 9 Eastern.': '2026-05-05T13:00Z' },
  },
  {
    name: 'the later half of the day',
    phrases: 'afternoon|evening|in the afternoon|in the evening',
    says: { late: true },
    examples: { 'Next update tomorrow afternoon, 3 Eastern.': '2026-05-05T19:00Z' },
  },
  {
    name: 'a zone',
    phrases: '<zone> time?|<zone> + <ahead> <unless zoned>|<zone> - <behind> <unless zoned>|+ <ahead>',
    examples: { 'Next update at 14:30 UTC+2.': 210, 'Next update 3:00 AM PDT - 10:00 UTC.': 60 },
  },
]

const partAt = rowsReader(
  MOMENTS.map((row) => ({ says: row.says, read: phrases(row.phrases, NAMES) })),
  ({ says }, said: readonly Moment[]): Moment => Object.assign({}, ...said, says),
)
const glue = phrases('<between>*', namesOf({ between: ',|(|)|at|on|by|in|the|around|about|before' }))

/** Reads a moment: its parts, until one says again what was said already. */
const read = (items: readonly Item[], start: number): Found<Moment> | null => {
  let moment: Moment = {}
  let end = start
  for (let at = start; ; ) {
    const found = partAt(items, at)
    const part = found?.said[0]
    if (found === null || part === undefined) break
    if (Object.keys(part).some((key) => key in moment)) break
    moment = { ...moment, ...part }
    end = found.end
    at = glue(items, end)?.end ?? end
  }
  const { hour = 25, minute = 0 } = moment
  return hour > 24 || minute > 59 ? null : { end, said: [moment] }
}
export const momentAt = reader(partAt.begins, read)
