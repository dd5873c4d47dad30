import { anyOf, compile, type Lists, type Row } from './pattern.ts'
import { aheadOfUtc, type Offset, ZONE_NAMES, zoneOf } from './zones.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR
/** A text may be posted a little after the time it names: then that time is meant, not tomorrow's. */
const LATE = 10 * MINUTE

const MONTHS = 'jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec'
const WEEKDAYS = 'sun|mon|tue|wed|thu|fri|sat'

/** What the parts of a moment say of it: "Monday, 9 am ET" has three. */
interface Moment {
  hour?: number
  minute?: number
  /** The half of the day is known, and the hour counts from midnight. */
  exact?: boolean
  /** It is in the later half of the day. */
  late?: boolean
  /** Days from today, in the zone of the moment. */
  days?: number
  weekday?: number
  year?: number | undefined
  month?: number
  day?: number
  zone?: Offset | undefined
}

type Found = readonly (string | undefined)[]
interface Part extends Row {
  readonly read: (found: Found) => Moment
}

const clock = (hour = '', minute = '0', half?: string): Moment => ({
  hour: half === undefined ? Number(hour) : (Number(hour) % 12) + (half === 'pm' ? 12 : 0),
  minute: Number(minute),
  exact: half !== undefined || hour.startsWith('0') || Number(hour) > 12,
})
const date = (month: number, day = '', year?: string): Moment => ({
  month,
  day: Number(day),
  year: year === undefined ? undefined : Number(year.padStart(4, '20')),
})
const monthOf = (name = ''): number => MONTHS.split('|').indexOf(name.slice(0, 3))

const LISTS: Lists = {
  zone: `(?:${ZONE_NAMES})\\b`,
  month: `(?:${MONTHS})[a-z]*`,
  weekday: '(?:sun|mon|fri)(?:day)?|tue(?:s|sday)?|wed(?:nesday)?|thu(?:r|rs|rsday)?|sat(?:urday)?',
  /** "between 14:00 and", "2-": the later end of a stretch is meant. */
  start: '(?:between )?(?:\\d{1,2}(?:[:.]\\d\\d)? ?(?:am|pm)? ?(?:-|and|to|or) ?)?',
  th: '(?:st|nd|rd|th)?',
}

/** Ways to name a clock time, a day, a part of the day and a zone, in any order. */
const PARTS: readonly Part[] = [
  {
    name: 'a date in figures',
    pattern: '(20\\d\\d)-(\\d\\d)-(\\d\\d)t?',
    read: ([year, month, day]) => date(Number(month) - 1, day, year),
    examples: { 'Next update: 2026-05-05 10:00 UTC': '2026-05-05T10:00Z' },
  },
  {
    name: 'hours and minutes',
    pattern: '{start}(\\d{1,2})[:.](\\d\\d)(?::\\d\\d)? ?(am|pm)?(?! ?(?:h|min|%|\\d))',
    read: ([hour, minute, half]) => clock(hour, minute, half),
    examples: {
      'Next update at 14.30 UTC.': 330,
      'Next update at 6:00 AM EDT.': 60,
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
    pattern: "{start}(\\d{1,2}) ?(?:(am|pm)\\b|o'? ?clock)",
    read: ([hour, half]) => clock(hour, '0', half),
    examples: { 'Next update by 3pm ET.': 600, "Next update at 10 o'clock UTC.": 60 },
  },
  {
    name: 'hours and minutes without a mark',
    pattern: '([012]?\\d)h?([0-5]\\d)(?: ?h(?:rs|ours)?)?(?= ?\\(?{zone})',
    read: ([hour, minute]) => ({ ...clock(hour, minute), exact: true }),
    examples: {
      'Next update by 1530 UTC.': 390,
      'Next update by 1530 hrs UTC.': 390,
      'Next update at 14h30 UTC.': 330,
    },
  },
  {
    name: 'a day of a month',
    pattern: '({month})\\.? (\\d{1,2}){th}(?:,? (20\\d\\d)(?! ?{zone}))?(?![:.]\\d)',
    read: ([month, day, year]) => date(monthOf(month), day, year),
    examples: {
      'Next update on May 6 at 10:00 UTC.': '2026-05-06T10:00Z',
      'Next update on Wednesday, May 6th, at 10:00 UTC.': '2026-05-06T10:00Z',
      'Next update on January 6 at 10:00 UTC.': '2027-01-06T10:00Z',
      'Next update on May 3 at 10:00 UTC.': null,
    },
  },
  {
    name: 'a day before its month',
    pattern: '(\\d{1,2}){th}(?: of)? ({month})(?:,? (20\\d\\d)(?! ?{zone}))?\\b',
    read: ([day, month, year]) => date(monthOf(month), day, year),
    examples: { 'Next update: 6 May, 10:00 UTC': '2026-05-06T10:00Z' },
  },
  {
    name: 'month and day in figures',
    pattern: '(\\d{1,2})/(\\d{1,2})(?:/(\\d{2,4}))?\\b',
    read: ([month, day, year]) =>
      Number(month) > 12 ? date(Number(day) - 1, month, year) : date(Number(month) - 1, day, year),
    examples: { 'Next update 5/6 at 10:00 UTC.': '2026-05-06T10:00Z' },
  },
  {
    name: 'the bare hour',
    pattern: '(\\d{1,2})(?= ?\\(?{zone})',
    read: ([hour]) => clock(hour),
    examples: { 'Next update at 15 UTC.': 360, 'More by 8 Eastern.': 180 },
  },
  {
    name: 'noon',
    pattern: '(?:12 ?)?(?:noon|midday)\\b',
    read: () => clock('12', '0', 'pm'),
    examples: { 'The team will share more at noon Pacific.': 600 },
  },
  {
    name: 'midnight, which ends a day',
    pattern: '(?:12 ?)?midnight\\b',
    read: () => ({ hour: 24, minute: 0, exact: true }),
    examples: { 'Next update by midnight UTC.': 900 },
  },
  {
    name: 'tomorrow',
    pattern: '(the day after )?tomorrow\\b',
    read: ([after]) => ({ days: after === undefined ? 1 : 2 }),
    examples: {
      'More follows first thing tomorrow, 9:00 CET.': '2026-05-05T08:00Z',
      'We will post again tomorrow at 08:00 UTC.': '2026-05-05T08:00Z',
      'We will post again at 8am UTC tomorrow.': '2026-05-05T08:00Z',
      'We will post again tomorrow.': null,
    },
  },
  {
    name: 'today',
    pattern: '(?:later )?today\\b',
    read: () => ({ days: 0 }),
    examples: { 'Next update at 5pm today, ET.': 720 },
  },
  {
    name: 'later today',
    pattern: '(?:later )?(?:tonight|this evening|this afternoon)\\b',
    read: () => ({ days: 0, late: true }),
    examples: { 'Next update tonight at 8 Eastern.': 900, 'We will post again this evening.': null },
  },
  {
    name: 'a part of the day',
    pattern: '(?:(?:first thing )?(?:in the )?(?:morning|(afternoon|evening))|first thing)\\b',
    read: ([late]) => ({ late: late !== undefined }),
    examples: { 'Next update tomorrow morning at 9 Eastern.': '2026-05-05T13:00Z' },
  },
  {
    name: 'a weekday',
    pattern: '(?:next |this |coming )?({weekday})\\b',
    read: ([name = '']) => ({ weekday: WEEKDAYS.split('|').indexOf(name.slice(0, 3)) }),
    examples: {
      'Next update Tuesday 9:00 UTC.': '2026-05-05T09:00Z',
      'Next update on Monday at 8 am UTC.': '2026-05-11T08:00Z',
    },
  },
  {
    name: 'a zone',
    pattern: '({zone})(?: ?([+-]) ?(\\d{1,2})(?::(\\d\\d))?)?(?: time)?(?!\\w)',
    read: ([name = '', sign, hours, minutes]) => ({ zone: zoneOf(name, sign, hours, minutes) }),
    examples: { 'Next update at 14:30 UTC+2.': 210 },
  },
]

export const partRows = PARTS
const isPart = anyOf(PARTS, LISTS)
const parts = PARTS.map(({ pattern, read }) => ({ read, at: compile(pattern, LISTS, 'y') }))
const GLUE = /[ ,(]*(?:(?:at|on|by|in|the|around|about|before) )*\(?/y
const ZONE = compile('(?<![a-z]){zone}', LISTS, '')
const TIMES_IN = compile('\\btimes (?:are |shown |given |listed )*(?:in )?({zone})', LISTS, 'i')

/** The zone that a text gives for all of its clock times. */
export const zoneOfAll = (text: string): Offset | undefined => {
  const [, name] = TIMES_IN.exec(text) ?? []
  return name === undefined ? undefined : zoneOf(name.toLowerCase())
}

/** A zone that is named beside a clock time anywhere in the sentence. */
export const zoneWithin = (sentence: string): Offset | undefined => {
  if (ZONE.test(sentence))
    for (const { index } of sentence.matchAll(/\b\d/g)) {
      const zone = momentAt(sentence, index)?.moment.zone
      if (zone !== undefined) return zone
    }
  return undefined
}

/** Reads the moment that begins at a place in a sentence: its parts, until one says again what was said already. */
export const momentAt = (sentence: string, start: number): { moment: Moment; end: number } | null => {
  const moment: Moment = {}
  let end = start
  for (let at = start; ; ) {
    const found = partAt(sentence, at)
    if (found === null) break
    if (Object.keys(found.part).some((key) => key in moment)) break
    Object.assign(moment, found.part)
    end = found.end
    GLUE.lastIndex = end
    at = end + (GLUE.exec(sentence)?.[0].length ?? 0)
  }
  return moment.hour === undefined || moment.hour > 24 || (moment.minute ?? 0) > 59 ? null : { moment, end }
}

const partAt = (sentence: string, start: number): { part: Moment; end: number } | null => {
  if (!isPart(sentence, start)) return null
  for (const { at, read } of parts) {
    at.lastIndex = start
    const found = at.exec(sentence)
    if (found !== null) return { part: read(found.slice(1)), end: at.lastIndex }
  }
  return null
}

/** When a moment that was named at a time comes next. Null: its day is over. */
export const comes = (
  { hour = 0, minute = 0, exact, late, days, weekday, year, month, day, zone }: Moment,
  from: number,
  elsewhere: () => Offset | undefined,
): number | null => {
  const where = zone ?? elsewhere()
  if (where === undefined) return null
  const local = from + aheadOfUtc(where, from)
  const at = (midnight: number, hours: number): number => {
    const wall = midnight + hours * HOUR + minute * MINUTE
    return wall - aheadOfUtc(where, wall - aheadOfUtc(where, from))
  }
  const today = local - (((local % DAY) + DAY) % DAY)
  const latest = from - LATE
  if (month !== undefined) {
    const thisYear = new Date(local).getUTCFullYear()
    let midnight = Date.UTC(year ?? thisYear, month, day)
    if (year === undefined && midnight < today - 90 * DAY) midnight = Date.UTC(thisYear + 1, month, day)
    return at(midnight, hour) < latest ? null : at(midnight, hour)
  }
  const ahead = weekday === undefined ? (days ?? 0) : (weekday - new Date(local).getUTCDay() + 7) % 7
  const first = today + ahead * DAY
  // "3:30 ET" in the afternoon is this afternoon's. Elsewhere clocks have 24 hours.
  const other = exact === true || hour > 12 ? hour : (hour % 12) + 12
  const halves =
    late === true ? [other] : late === undefined && where.summer === 'american' ? [hour, other] : [hour]
  const due = halves.map((hours) => at(first, hours)).find((time) => time >= latest)
  if (due !== undefined) return due
  return days === undefined ? at(first + (weekday === undefined ? 1 : 7) * DAY, hour) : null
}
