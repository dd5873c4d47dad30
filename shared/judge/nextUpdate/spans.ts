import {
  figures,
  type Names,
  namesOf,
  phrases,
  type Reader,
  type Row,
  rowsReader,
  values,
} from './grammar.ts'

const HOUR = 60
const DAY = 24 * HOUR

const ONES = 'one two three four five six seven eight nine ten eleven twelve'.split(' ')
const TENS = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ')
const small = ONES.map((word, at): [string, number] => [word, at + 1])
const large = TENS.map((word, at): [string, number] => [word, 20 + 10 * at])

/** "Forty" and "five" are written one after the other. */
const together = (read: Reader<number>): Reader<number> =>
  rowsReader([{ read }], (_, said: readonly number[]) => said.reduce((sum, one) => sum + one, 0))

const PARTS: Names<number> = {
  figures: figures(/^(\d{1,3}(?:\.\d{1,2})?)$/, ([figures]) => Number(figures)),
  ones: values([...small, ['fifteen', 15]]),
  tens: values(large),
  one: values([
    ['a|an', 1],
    ['a couple of|couple of|a couple', 2],
  ]),
  long: values([
    ['hour(s)|hr(s)|h', HOUR],
    ['day(s)', DAY],
  ]),
  short: values([['minute(s)|min(s)|m', 1]]),
}
const NAMES: Names<number> = namesOf(
  {
    unit: '<long>|<short>',
    many: '<number>|<one>',
    to: 'to|or|-|–',
    each: 'every|each|per|in an|once an|once every|once per|an|a',
    rhythm: 'interval(s)|cadence|rhythm|basis|schedule',
  },
  { ...PARTS, number: together(phrases('<figures>|<ones>|<tens>|<tens> <ones>', PARTS)) },
)

/** A way to say how long, or how often. */
export interface SpanRow extends Row {
  /** A rhythm needs no "in" or "within" before it. */
  readonly rhythm?: true
  /** How many minutes its numbers and units come to. */
  readonly minutes: (...said: readonly number[]) => number
}

const times = (number = 1, unit = 1): number => number * unit

/** The longest that fits is taken. */
export const SPANS: readonly SpanRow[] = [
  {
    name: 'a number of them',
    phrases: '<many> <unit>|<many> ( <number> ) <unit>',
    minutes: (...said) => times(said[0], said.at(-1)),
    examples: {
      'The next update follows within the next 30 minutes.': 30,
      'Expect an update in 45 min.': 45,
      'Further notice within forty-five minutes.': 45,
      'Another update in 24h.': 1440,
      'Another update in 2 (two) hours.': 120,
      'Another update in two days.': 2880,
      'Next update in a couple of hours.': 120,
      'Next update in a few hours.': null,
      'Next update within hours.': null,
    },
  },
  {
    name: 'the hour',
    phrases: 'the? hour|this hour',
    minutes: () => HOUR,
    examples: { 'More follows within the hour.': 60, 'Expect news in the next hour.': 60 },
  },
  {
    name: 'half of one',
    phrases: 'a? half <long>|half <one> <long>',
    minutes: (...said) => (said.at(-1) ?? 0) / 2,
    examples: {
      'We will post again in half an hour.': 30,
      'Next update in the next half hour.': 30,
      'Next update in ½ hour.': 30,
    },
  },
  {
    name: 'a quarter',
    phrases: 'a? quarter of <one> <long>',
    minutes: (_, unit = 1) => unit / 4,
    examples: { 'More in a quarter of an hour.': 15 },
  },
  {
    name: 'three quarters',
    phrases: 'three quarters of <one> <long>',
    minutes: (_, unit = 1) => (unit * 3) / 4,
    examples: { 'More in three quarters of an hour.': 45 },
  },
  {
    name: 'one and a half',
    phrases: '<many> <long> and a half|<many> and a half <long>',
    minutes: (number = 1, unit = 1) => (number + 0.5) * unit,
    examples: { 'Next update in an hour and a half.': 90, 'Next update in two and a half hours.': 150 },
  },
  {
    name: 'one and a quarter',
    phrases: '<many> <long> and a quarter',
    minutes: (number = 1, unit = 1) => (number + 0.25) * unit,
    examples: { 'We will write again in an hour and a quarter.': 75 },
  },
  {
    name: 'one or so',
    phrases: '<one> <unit> or so',
    minutes: times,
    examples: { 'Next update in an hour or so.': 60 },
  },
  {
    name: 'one or two: the later end',
    phrases: '<one> <unit> or <number>',
    minutes: (_, unit, number) => times(number, unit),
    examples: { 'Next update in an hour or two.': 120 },
  },
  {
    name: 'from so many to so many: the later end',
    phrases: 'between? <number> <to> <number> <unit>|between <many> and <number> <unit>',
    minutes: (_, number, unit) => times(number, unit),
    examples: {
      'Next update in 1-2 hours.': 120,
      'We will update this page in 30 to 45 minutes.': 45,
      'Expect news in between one and two hours.': 120,
    },
  },
  {
    name: 'from so long to so long: the later end',
    phrases: 'between? <many> <unit> <to> <many> <unit>|between <many> <unit> and <many> <unit>',
    minutes: (...said) => times(...said.slice(2)),
    examples: {
      'Expect news in 30 minutes to 1 hour.': 60,
    },
  },
  {
    name: 'hours and minutes',
    phrases: '<many> <long> ,? and? <number> <short>|<many> <long> <figures> <short>?',
    minutes: (number = 1, unit = 1, minutes = 0) => number * unit + minutes,
    examples: {
      'We will be in touch in 1 hour and 30 minutes.': 90,
      'Next update in 1h 15m.': 75,
      'Next update in 1h30.': 90,
    },
  },
  {
    name: 'twice an hour',
    rhythm: true,
    phrases: 'twice <each> <long>',
    minutes: (...said) => (said.at(-1) ?? 0) / 2,
    examples: { 'We will update this page twice an hour.': 30 },
  },
  {
    name: 'so many times an hour',
    rhythm: true,
    phrases: '<number> times <each> <long>',
    minutes: (number = 1, unit = 1) => unit / (number || 1),
    examples: { 'We post news three times an hour.': 20 },
  },
  {
    name: 'every second one',
    rhythm: true,
    phrases: '<each> other <long>|<each> second <long>',
    minutes: (unit = 1) => 2 * unit,
    examples: { 'We will post updates every other hour.': 120 },
  },
  {
    name: 'every one',
    rhythm: true,
    phrases: 'once? every <long>|once? each <long>|once? per <long>|once <one> <long>',
    minutes: (...said) => said.at(-1) ?? 0,
    examples: { 'We keep you posted every hour.': 60, 'Updates will be posted once an hour.': 60 },
  },
  {
    name: 'hourly',
    rhythm: true,
    phrases: 'hourly|on an hourly basis',
    minutes: () => HOUR,
    examples: {
      'We will update this page hourly.': 60,
      'Hourly updates will follow.': 60,
      'Hourly exports are late.': null,
    },
  },
  {
    name: 'half-hourly',
    rhythm: true,
    phrases: 'half hourly|on a half hourly basis',
    minutes: () => HOUR / 2,
    examples: { 'Expect half-hourly updates.': 30 },
  },
  {
    name: 'daily',
    rhythm: true,
    phrases: 'daily|on a daily basis',
    minutes: () => DAY,
    examples: { 'Daily updates will follow.': 1440 },
  },
  {
    name: 'at intervals',
    rhythm: true,
    phrases: 'at? a? <number> <unit> <rhythm>|on a <number> <unit> <rhythm>|in <number> <unit> <rhythm>',
    minutes: times,
    examples: {
      'Updates will be shared at 30-minute intervals.': 30,
      'We update this page on a 2 hour cadence.': 120,
    },
  },
]

type Span = { readonly minutes: number }
const reader = (wanted: readonly SpanRow[]): Reader<Span> =>
  rowsReader(
    wanted.map((row) => ({ row, read: phrases(row.phrases, NAMES) })),
    ({ row }, said: readonly number[]) => ({ minutes: row.minutes(...said) }),
  )
/** Reads how long. */
export const spanAt = reader(SPANS.filter(({ rhythm }) => rhythm === undefined))
/** Reads how often. */
export const rhythmAt = reader(SPANS.filter(({ rhythm }) => rhythm === true))
