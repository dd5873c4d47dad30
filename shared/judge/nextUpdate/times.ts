import { MINUTE } from '../../model/limits.ts'
import { comes, type Moment, zoneIn } from './calendar.ts'
import { figures, longestOf, type Names, namesOf, phrases, type Row, remembered, search } from './grammar.ts'
import type { Item, TimeKind } from './items.ts'
import { momentAt } from './moments.ts'
import { rhythmAt, spanAt } from './spans.ts'
import { wordsOf } from './words.ts'
import { type Offset, zoneAt } from './zones.ts'

type Said = { readonly minutes: number } | Moment
export interface TimeRow extends Row {
  /** Where it is missing the time is not to come. */
  readonly kind?: TimeKind
}

const number = figures<Said>(/^(\d+)$/, () => ({}))
const NAMES: Names<Said> = namesOf<Said>(
  {
    around:
      'about|around|approximately|approx|roughly|circa|another|the|next|coming|following|at most|at the latest|less than|under|up to|no more than|no later than|a? maximum of|say|maybe|probably|likely|only|just|a? further|additional|latest|or before|a',
    roughly: 'about|around|approximately|approx|roughly|at least|at least once|no less than',
    within:
      'within|in|inside|every|each|after|no later than|not later than|at most|under|over the course of|t +',
    by: 'by|before|no later than|not later than|prior to|ahead of|latest|within|at the latest',
    at: 'at|on|around|about|for|is|approximately|is at',
    till: 'until|till|before',
    'not to come': 'ago|late|later|long|old|behind|earlier|of',
    since: 'from|since|of|as of|last|past',
    'instead of': 'stop|stopping|pausing|instead of|rather than|from',
    'from now': 'from now|hence',
    named: 'prod|pod|error|ticket|case|tier|version|step',
  },
  {
    span: remembered<Said>(spanAt),
    rhythm: rhythmAt,
    moment: remembered<Said>(momentAt),
    figures: number,
  },
)
export const TIMES: readonly TimeRow[] = [
  {
    name: 'past',
    phrases:
      '<span> <not to come>|<within> <around>* <span> <not to come>|<since> <moment>|<instead of> <rhythm>',
    examples: {
      'More on what we found 30 minutes ago.': null,
      'The update of 08:00 UTC still holds.': null,
      'We are going from hourly updates to updates every two hours.': 120,
      'We will write within 30 minutes of the fix.': null,
    },
  },
  {
    name: 'a number that is a name',
    phrases: '<named> <figures>',
    examples: { 'Next update for Prod 4 (India) follows.': null },
  },
  {
    name: 'till then there is nothing',
    kind: 'till',
    phrases: '<till> <around>* <moment>',
    examples: { 'Do not expect news before noon UTC.': 180 },
  },
  {
    name: 'by then',
    kind: 'deadline',
    phrases:
      '<roughly>? <rhythm>|<roughly>? <within> <around>* <span>|<within>? <around>* <span> <from now>|<by> <around>* <moment>',
    examples: {
      'Update within the next 30 minutes.': 30,
      'Update about an hour from now.': 60,
      'Updates roughly every 30 minutes until further notice.': 30,
      'News by around noon UTC.': 180,
      'Next update: T+45 min.': 45,
    },
  },
  {
    name: 'then',
    kind: 'moment',
    phrases: '<moment>|<at> <around>* <moment>',
    examples: { 'We will post again at about 10:00 UTC.': 60 },
  },
  { name: 'so long', kind: 'span', phrases: '<span>', examples: { 'Next update: 30 minutes': 30 } },
]
const rows = TIMES.map(({ kind, phrases: text }) => ({ kind, read: phrases(text, NAMES) }))
const timeAt = longestOf<Said, (typeof rows)[number]>(rows)

/** Words with the times among them, which may still lack a zone. */
interface Reading {
  readonly kind: TimeKind | undefined
  readonly said: Said | undefined
  readonly words: readonly string[]
}

/** A sentence with more figures than this is a table. */
const MOST_FIGURES = 20

const readingsOf = (words: readonly string[]): Reading[] => {
  const readings: Reading[] = []
  let figuresLeft = MOST_FIGURES
  for (let at = 0; at < words.length; ) {
    if (/^\d/.test(words[at] ?? '')) figuresLeft--
    const found = figuresLeft < 0 ? null : timeAt(words, at)
    const end = found?.end ?? at + 1
    readings.push({ kind: found?.row.kind, said: found?.said.at(-1), words: words.slice(at, end) })
    at = end
  }
  return readings
}

const IN_ALL = phrases<{ readonly zone: Offset }>(
  'times <are>* in? <zone>',
  namesOf({ are: 'are|shown|given|listed|below' }, { zone: zoneAt }),
)

/** The zone that a text gives for all of its clock times. */
export const zoneOfAll = (text: string): Offset | undefined => {
  const about = /\btimes [^.\n]{2,60}/i.exec(text)?.[0]
  return about === undefined ? undefined : search(IN_ALL, wordsOf(about))?.said[0]?.zone
}

/** Reads the times of a sentence. A clock without a zone goes by another one of the sentence, else of the text. */
export const withTimes = (words: readonly string[], from: number, zoneOfText: Offset | undefined): Item[] => {
  const readings = readingsOf(words)
  const zone =
    readings.map(({ said = {} }) => ('minutes' in said ? undefined : zoneIn(said))).find(Boolean) ??
    zoneOfText
  return readings.flatMap(({ kind, said, words: own }): readonly Item[] => {
    if (said === undefined) return own
    if (kind === undefined) return []
    if ('minutes' in said) return [{ kind, due: from + said.minutes * MINUTE, counted: true }]
    const where = zoneIn(said) ?? zone
    const due = where === undefined ? null : comes(said, from, where)
    return due === null ? own : [{ kind, due, counted: false }]
  })
}
