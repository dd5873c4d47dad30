import { anyOf, compile, type Lists, type Row } from './pattern.ts'

const ONES = 'zero|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve'
const TENS = 'fifteen|twenty|thirty|forty|fifty|sixty|ninety'
const VALUES: ReadonlyMap<string, number> = new Map([
  ...ONES.split('|').map((word, value): [string, number] => [word, value]),
  ...TENS.split('|').map((word, at): [string, number] => [word, [15, 20, 30, 40, 50, 60, 90][at] ?? 0]),
])

const numberOf = (text = '1'): number => {
  if (/^\d/.test(text)) return Number(text)
  if (text.startsWith('a')) return text.includes('couple') ? 2 : 1
  return text.split(/[- ]/).reduce((sum, word) => sum + (VALUES.get(word) ?? 0), 0)
}

const minutesOf = (number: string | undefined, unit = 'm'): number =>
  numberOf(number) * (unit.startsWith('h') ? 60 : unit.startsWith('d') ? 1440 : 1)

const LISTS: Lists = {
  number: `\\d{1,3}(?:\\.\\d{1,2})?|(?:${TENS})[- ](?:${ONES})|${TENS}|${ONES}`,
  one: 'an?(?: couple of)?',
  unit: 'hours?|hrs?|h|minutes?|mins?|m|days?',
  long: 'hours?|hrs?|days?',
  short: 'minutes?|mins?|m',
  each: 'every|each|per|in an|once an|once every|once per|an',
}

/** A way to say how long, or how often. */
export interface Span extends Row {
  /** A rhythm needs no "in" or "within" before it. */
  readonly rhythm?: true
  /** How many minutes what its brackets hold comes to. */
  readonly minutes: (found: readonly (string | undefined)[]) => number
}

/** The first row that fits is taken. */
const SPANS: readonly Span[] = [
  {
    name: 'half of one',
    pattern: '(?:an? )?half(?: an?)?[- ]({long})',
    minutes: ([unit]) => minutesOf('1', unit) / 2,
    examples: { 'We will post again in half an hour.': 30, 'Next update in the next half hour.': 30 },
  },
  {
    name: 'quarters',
    pattern: '(?:an? |(three) )?quarters? of an hour',
    minutes: ([three]) => (three ? 45 : 15),
    examples: { 'More in a quarter of an hour.': 15, 'More in three quarters of an hour.': 45 },
  },
  {
    name: 'one and a half',
    pattern: '(?:({number})|an?) (?:({long}) and a half|and a half ({long}))',
    minutes: ([number, unit, later]) => minutesOf(number, unit ?? later) + minutesOf('1', unit ?? later) / 2,
    examples: { 'Next update in an hour and a half.': 90, 'Next update in two and a half hours.': 150 },
  },
  {
    name: 'one or two: the later end',
    pattern: '{one} ({unit}) or (two|so)',
    minutes: ([unit, two]) => minutesOf(two === 'two' ? two : '1', unit),
    examples: { 'Next update in an hour or two.': 120, 'Next update in an hour or so.': 60 },
  },
  {
    name: 'from so many to so many: the later end',
    pattern:
      '(?:between {number}(?: {unit})? and|{number}(?: {unit})? (?:to|or)|\\d+ ?{unit}? ?-) ?({number})[- ]?({unit})',
    minutes: ([number, unit]) => minutesOf(number, unit),
    examples: {
      'Next update in 1-2 hours.': 120,
      'We will update this page in 30 to 45 minutes.': 45,
      'Expect news in between one and two hours.': 120,
      'Expect news in 30 minutes to 1 hour.': 60,
    },
  },
  {
    name: 'hours and minutes',
    pattern: '({number}|an?)[- ]?({long}|h),?(?: and)? ?({number})[- ]?{short}',
    minutes: ([hours, unit, minutes]) => minutesOf(hours, unit) + numberOf(minutes),
    examples: { 'We will be in touch in 1 hour and 30 minutes.': 90, 'Next update in 1h 15m.': 75 },
  },
  {
    name: 'so many times an hour',
    rhythm: true,
    pattern: '(?:(twice)|({number}) times) {each} ({long})',
    minutes: ([twice, times, unit]) => minutesOf('1', unit) / (twice ? 2 : numberOf(times) || 1),
    examples: { 'We will update this page twice an hour.': 30, 'We post news three times an hour.': 20 },
  },
  {
    name: 'every second one',
    rhythm: true,
    pattern: '{each} (?:other|second) ({long})',
    minutes: ([unit]) => minutesOf('2', unit),
    examples: { 'We will post updates every other hour.': 120 },
  },
  {
    name: 'every one',
    rhythm: true,
    pattern: '(?:once )?(?:every|each|per) ({long})|once an? ({long})',
    minutes: ([unit, once]) => minutesOf('1', unit ?? once),
    examples: { 'We keep you posted every hour.': 60, 'Updates will be posted once an hour.': 60 },
  },
  {
    name: 'hourly',
    rhythm: true,
    pattern: '(?:on an? )?(half[- ]?)?(?:hourly|(daily))(?: basis)?',
    minutes: ([half, daily]) => (daily ? 1440 : half ? 30 : 60),
    examples: {
      'We will update this page hourly.': 60,
      'Hourly updates will follow.': 60,
      'Expect half-hourly updates.': 30,
      'Hourly exports are late.': null,
    },
  },
  {
    name: 'at intervals',
    rhythm: true,
    pattern: '(?:(?:at|in|on) )?(?:an? )?({number})[- ]?({unit})[- ](?:intervals?|cadence|rhythm|basis)',
    minutes: ([number, unit]) => minutesOf(number, unit),
    examples: {
      'Updates will be shared at 30-minute intervals.': 30,
      'We update this page on a 2 hour cadence.': 120,
    },
  },
  {
    name: 'a number of them',
    pattern: '({number}|{one})[- ]?({unit})',
    minutes: ([number, unit]) => minutesOf(number, unit),
    examples: {
      'The next update follows within the next 30 minutes.': 30,
      'Expect an update in 45 min.': 45,
      'Further notice within forty-five minutes.': 45,
      'Another update in 24h.': 1440,
      'Next update in a couple of hours.': 120,
      'Next update in a few hours.': null,
      'Next update within hours.': null,
    },
  },
  {
    name: 'the hour',
    pattern: '(?:the |this )?(?:next |coming |following )?hour',
    minutes: () => 60,
    examples: { 'More follows within the hour.': 60, 'Expect news in the next hour.': 60 },
  },
]

export const spanRows = SPANS
const isSpan = anyOf(SPANS, LISTS)
const spans = SPANS.map(({ pattern, ...row }) => ({ ...row, at: compile(`(?:${pattern})\\b`, LISTS, 'y') }))

/** Reads the span that begins at a place in a sentence. */
export const spanAt = (
  sentence: string,
  start: number,
): { minutes: number; rhythm: boolean; end: number } | null => {
  if (!isSpan(sentence, start)) return null
  for (const { at, minutes, rhythm } of spans) {
    at.lastIndex = start
    const found = at.exec(sentence)
    if (found !== null)
      return { minutes: minutes(found.slice(1)), rhythm: rhythm === true, end: at.lastIndex }
  }
  return null
}
