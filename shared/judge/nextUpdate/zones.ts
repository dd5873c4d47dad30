import { type Examples, type Reader, values } from './grammar.ts'

/** A way to name a time zone. */
export interface Zone {
  readonly name: string
  readonly phrases: string
  /** Names three zones: E is for ET, which is EST in winter and EDT in summer. The first phrase spells it. */
  readonly letter?: string
  /** How far its clocks are ahead of UTC, in hours. */
  readonly hours: number
  /** A general name, whose clocks are an hour further ahead in summer. */
  readonly summer?: 'american' | 'european'
  readonly examples: Examples
}

export const ZONES: readonly Zone[] = [
  {
    name: 'universal time',
    phrases: 'utc|gmt|z|zulu|universal|coordinated universal|greenwich mean',
    hours: 0,
    examples: {
      'Next update: 14:30 UTC': 330,
      'Next update at 14:30Z.': 330,
      'Next update at 14:30 (GMT).': 330,
    },
  },
  {
    name: 'London',
    phrases: 'london|uk|british',
    hours: 0,
    summer: 'european',
    examples: { 'Next update at 14:30 London time.': 270 },
  },
  {
    name: 'British summer time',
    phrases: 'bst|british summer',
    hours: 1,
    examples: { 'Next update at 14:30 BST.': 270 },
  },
  {
    name: 'Central Europe',
    phrases: 'central european|berlin|paris|amsterdam|frankfurt|cet / cest',
    hours: 1,
    summer: 'european',
    examples: { 'Next update at 18:00 Central European Time.': 420 },
  },
  {
    name: 'Central European standard time',
    phrases: 'cet|central european standard',
    hours: 1,
    examples: { 'Next update at 18:00 CET.': 480 },
  },
  {
    name: 'Central European summer time',
    phrases: 'cest|central european summer',
    hours: 2,
    examples: { 'Next update at 18:00 CEST.': 420 },
  },
  {
    name: 'India',
    phrases: 'ist|india|indian|india standard|indian standard',
    hours: 5.5,
    examples: { 'Next update by 6:30 pm IST.': 240 },
  },
  {
    name: 'Singapore, Hong Kong',
    phrases: 'sgt|hkt|singapore|hong kong',
    hours: 8,
    examples: { 'Next update at 18:00 SGT.': 60 },
  },
  {
    name: 'Japan',
    phrases: 'jst|japan|japan standard|tokyo',
    hours: 9,
    examples: { 'Next update at 19:00 JST.': 60 },
  },
  {
    name: 'Eastern Australia in winter',
    phrases: 'aest|australian eastern standard',
    hours: 10,
    examples: { 'Next update at 8pm AEST.': 60 },
  },
  {
    name: 'Eastern Australia in summer',
    phrases: 'aedt|australian eastern daylight',
    hours: 11,
    examples: { 'Next update at 9pm AEDT.': 60 },
  },
  {
    name: 'Eastern',
    phrases: 'eastern|us eastern|new york|est / edt',
    letter: 'e',
    hours: -5,
    summer: 'american',
    examples: {
      'Next update at 9 a.m. Eastern.': 240,
      'Next update by 3pm ET.': 600,
      'More at 9 am New York time.': 240,
      'Next update by 9am EST.': 300,
      'Next update by 9:00 AM EDT.': 240,
      'Next update by 9:00 AM Eastern Standard Time.': 300,
    },
  },
  {
    name: 'Central',
    phrases: 'central|us central|chicago|cst / cdt',
    letter: 'c',
    hours: -6,
    summer: 'american',
    examples: {
      'Next update at 9 AM Central.': 300,
      'Next update by 9am CST.': 360,
      'Next update by 9am CDT.': 300,
    },
  },
  {
    name: 'Mountain',
    phrases: 'mountain|us mountain|denver|mst / mdt',
    letter: 'm',
    hours: -7,
    summer: 'american',
    examples: { 'Next update at 9 AM Mountain Time.': 360, 'Next update by 9am MST.': 420 },
  },
  {
    name: 'Pacific',
    phrases: 'pacific|us pacific|san francisco|pst / pdt',
    letter: 'p',
    hours: -8,
    summer: 'american',
    examples: {
      'Next update no later than noon PT.': 600,
      'Next update at 9 AM Pacific time.': 420,
      'Next update by 9am PST.': 480,
      'Next update by 9am Pacific Daylight Time.': 420,
    },
  },
]

/** What is needed to tell the time in a zone. */
export type Offset = Pick<Zone, 'hours' | 'summer'>

const phrasesOf = ({ phrases, letter, hours, summer }: Zone): [string, Offset][] => {
  const [spelled = ''] = phrases.split('|')
  const named = (names: string, offset: Offset): [string, Offset][] =>
    names.split('|').map((name) => [name, offset])
  const general = named(phrases, { hours, ...(summer && { summer }) })
  if (letter === undefined) return general
  return [
    ...general,
    [`${letter}t`, { hours, ...(summer && { summer }) }],
    ...named(`${letter}st|${spelled} standard`, { hours }),
    ...named(`${letter}dt|${spelled} daylight`, { hours: hours + 1 }),
  ]
}

/** Reads the name of a zone. */
export const zoneAt: Reader<{ readonly zone: Offset }> = values(
  ZONES.flatMap(phrasesOf).map(([phrase, zone]) => [phrase, { zone }]),
)

const HOUR = 3_600_000

/** Midnight in UTC of the first Sunday of a month that is no earlier than the day. */
const sunday = (year: number, month: number, day: number): number =>
  Date.UTC(year, month, day + ((7 - new Date(Date.UTC(year, month, day)).getUTCDay()) % 7))

const isSummer = (time: number, rule: Zone['summer']): boolean => {
  const year = new Date(time).getUTCFullYear()
  if (rule === 'european') return time >= sunday(year, 2, 25) + HOUR && time < sunday(year, 9, 25) + HOUR
  return rule === 'american' && time >= sunday(year, 2, 8) + 7 * HOUR && time < sunday(year, 10, 1) + 7 * HOUR
}

/** How far the clocks of a zone are ahead of UTC at a time. */
export const aheadOfUtc = ({ hours, summer }: Offset, time: number): number =>
  (hours + (isSummer(time, summer) ? 1 : 0)) * HOUR
