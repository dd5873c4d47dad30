import { mended } from '../reading/words.ts'

/** No phrase is ever sought in more than this. */
const LONGEST = 800

/** Points that end no sentence. */
const ABBREVIATED =
  /\b(?:([ap])\.m\.?|u\.(s)\.|(approx|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec|mins?|hrs?)\.(?= \d))/gi
/** Where vendors forget the full stop. */
const NEW_START =
  /(\s[a-z\d]\S*)\s(?=(?:We|Our|Please|You|The|This|Next|Another|Further|Additional|More|Expect|Look|Kustomer)\b)/g
const QUESTION =
  /\bwhen [^?.\n]{0,50}(?:hear|update|tell|know|more|news|post|report|write)[^?.\n]{0,30}\?\s*/gi
const HEADING = /(:|next [a-z]+)[*_\s]*\n\s*/gi
/** Every time has a figure or one of these in it. */
const TIME = /\d|hour|noon|midday|midnight|day|dail|minute|half|quarter|clock/i

/** The sentences of a text that may hold a time. */
export const sentencesOf = (text: string): string[] =>
  text
    .replace(ABBREVIATED, (_, half = '', us = '', short = '') => (half ? `${half}m` : us ? 'us' : short))
    .replace(QUESTION, 'next update: ')
    .replace(HEADING, '$1 ')
    .replace(NEW_START, '$1\n')
    .split(/[.!?](?=\s)|\n/)
    .flatMap((sentence) => sentence.match(new RegExp(`.{1,${LONGEST}}`, 'gs')) ?? [])
    .filter((sentence) => TIME.test(sentence))

/** Words as the phrases have them. */
const PLAIN: readonly (readonly [RegExp, string])[] = [
  [/<\/?[a-z]+>/g, ' '],
  [/@[\w.-]*\.\w+/g, ' '],
  [/@/g, ' at '],
  [/&/g, ' and '],
  [/[’‘]/g, "'"],
  [/\bwon't\b/g, 'will not'],
  [/n't\b/g, ' not'],
  [/'ll\b/g, ' will'],
  [/o' ?clock\b/g, 'oclock'],
  [/(\d) ?½/g, '$1.5'],
  [/½/g, 'half'],
  // "thirty (30) minutes"
  [/\(\d+\)/g, ' '],
  // A dash between words is a joint, and one between figures is none.
  [/(\d)[–—](\d)/g, '$1-$2'],
  [/\s-+\s|[–—]/g, '–'],
  [/([a-z\d])-(?=[a-z])/g, '$1 '],
]
const WORD = /20\d\d-\d\d-\d\d|\d+(?:[.:]\d+)*|t(?=\d\d:)|h(?=\d)|[a-z]+\d*|[,;:()[\]/+%–-]/g

const SHORT: ReadonlyMap<string, string> = new Map([
  ['nxt', 'next'],
  ['upd', 'update'],
  ['upds', 'updates'],
  ['[', '('],
  [']', ')'],
])
/** Words whose slips are mended. */
const COMMON: ReadonlySet<string> = new Set(
  'next update updates within minute minutes hour hours another further again'.split(' '),
)
const isCommon = (word: string): boolean => COMMON.has(word)
const LONGEST_COMMON = 10

export const wordsOf = (sentence: string): string[] => {
  const plain = PLAIN.reduce((text, [found, instead]) => text.replace(found, instead), sentence.toLowerCase())
  return (plain.match(WORD) ?? []).map(
    (word) => SHORT.get(word) ?? (word.length > LONGEST_COMMON ? word : mended(word, isCommon, 4)),
  )
}
