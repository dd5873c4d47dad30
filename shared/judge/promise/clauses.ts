import { mended } from '../reading/words.ts'
import { comes, momentAt, zoneWithin } from './moments.ts'
import { compile } from './pattern.ts'
import { spanAt } from './spans.ts'
import type { Offset } from './zones.ts'

/** No pattern ever works on more than this. */
const LONGEST = 800
/** No sentence names more times, and one figure is enough to number them. */
const MOST_TIMES = 10
const MINUTE = 60_000

/** A part of a sentence that can say something by itself, with its times as signs: see the lists of news. */
export interface Clause {
  readonly text: string
  /** It depends on an "if": what it says need not happen. */
  readonly unsure: boolean
}
export interface Sentence {
  readonly clauses: readonly Clause[]
  /** When the times of the sentence come. */
  readonly dues: readonly number[]
}

/** Words whose slips are mended. */
const COMMON: ReadonlySet<string> = new Set(
  'next update updates within minute minutes hour hours another further'.split(' '),
)

/** Points that end no sentence. */
const ABBREVIATED =
  /\b(?:([ap])\.m\.?|u\.(s)\.|(approx|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec|mins?|hrs?)\.(?= \d))/gi
/** Where vendors forget the full stop. */
const NEW_START =
  /(\s[a-z\d]\S*)\s(?=(?:We|Our|Please|You|The|This|Next|Another|Further|Additional|More|Expect|Look|Kustomer)\b)/g

/** The sentences of a text that may hold a time. */
export const sentencesOf = (text: string): string[] =>
  text
    .replace(ABBREVIATED, (_, half = '', us = '', short = '') => (half ? `${half}m` : us ? 'us' : short))
    .replace(
      /\bwhen [^?.\n]{0,50}(?:hear|update|tell|know|more|news|post|report|write)[^?.\n]{0,30}\?\s*/gi,
      'next update: ',
    )
    .replace(/(:|next [a-z]+)[*_\s]*\n\s*/gi, '$1 ')
    .replace(NEW_START, '$1\n')
    .split(/[.!?](?=\s)|\n/)
    .flatMap((sentence) => sentence.match(new RegExp(`.{1,${LONGEST}}`, 'gs')) ?? [])
    .filter((sentence) => /\d|hour|noon|midnight|daily|minute/i.test(sentence))

const LISTS = {
  around:
    'about|around|approximately|approx|roughly|circa|another|the|next|coming|following|at most|at the latest|less than|under|up to|no more than|no later than|maximum of|a|say|maybe|probably|likely|only|just|further|additional|latest|or before',
  within: 'within|in|inside|every|each|after|(?:no|not) later than|at most|under|over the course of',
  by: 'by|before|(?:no|not) later than|prior to|ahead of|latest|within|at the latest',
  at: 'at|on|around|about|for|is|approximately|is at',
}
const SIGNS: readonly (readonly [RegExp, string])[] = [
  // "30 minutes ago", "since 10:00 UTC": nothing to come.
  [
    compile(
      '~\\d (?:ago|late|later|long|old|behind|earlier|of)\\b|\\b(?:from|since|of|as of|last|past) #\\d',
      LISTS,
      'g',
    ),
    '',
  ],
  [compile('(?:\\b{within} )?{around*}~(\\d) (?:from now|hence)', LISTS, 'g'), '@$1'],
  [compile('\\b{within} {around*}~(\\d)', LISTS, 'g'), '@$1'],
  [compile('\\b(?:until|till|before) {around*}#(\\d)', LISTS, 'g'), 'till @$1'],
  [compile('\\b{by} {around*}#(\\d)', LISTS, 'g'), '@$1'],
  [compile('\\b{at} {around*}#(\\d)', LISTS, 'g'), '#$1'],
]

/** Puts signs for the times of a sentence, and lists when they come. */
const signed = (
  sentence: string,
  from: number,
  zoneOfText: Offset | undefined,
): { text: string; dues: number[] } => {
  const dues: number[] = []
  let out = ''
  let timesRead = 0
  let elsewhere: Offset | null | undefined = null
  const zone = (): Offset | undefined => {
    if (elsewhere === null) elsewhere = zoneWithin(sentence) ?? zoneOfText
    return elsewhere
  }
  const note = (sign: string, due: number, end: number): number => {
    out += `${sign}${dues.length}`
    dues.push(due)
    return end
  }
  const read = (at: number): number => {
    const moment = momentAt(sentence, at)
    if (moment !== null) {
      timesRead++
      const due = comes(moment.moment, from, zone)
      if (due !== null) return note('#', due, moment.end)
      out += sentence.slice(at, moment.end)
      return moment.end
    }
    const span = spanAt(sentence, at)
    if (span === null) return at
    timesRead++
    return note(span.rhythm ? '@' : '~', from + span.minutes * MINUTE, span.end)
  }
  const WORD = /[a-z\d]+(?:'[a-z]+)?|[^a-z\d]+/y
  let at = 0
  while (at < sentence.length && timesRead < MOST_TIMES) {
    const end = /[a-z\d]/.test(sentence[at] ?? '') ? read(at) : at
    if (end > at) {
      at = end
      continue
    }
    WORD.lastIndex = at
    out += WORD.exec(sentence)?.[0] ?? ''
    at = WORD.lastIndex
  }
  out += sentence.slice(at)
  return { text: SIGNS.reduce((text, [sign, plain]) => text.replace(sign, plain), out), dues }
}

const JOINT =
  /;| - |[()]|,|\b(?:and(?! (?:our|your|all) (?:[a-z]+ ){1,2}[@#]\d)|but|while|when|once(?! more)|as soon as|because|whether|so|though|although|after|before|until)\b|\b(?=(?:which|that|who|if|unless|should you|in case)\b)/

/** The clauses of a sentence. */
export const read = (sentence: string, from: number, zoneOfText: Offset | undefined): Sentence => {
  const plain = sentence
    .toLowerCase()
    .replace(/@[\w.-]*\.\w+|[*_`"“”<>~#|]/g, ' ')
    .replace(/@/g, ' at ')
    .replace(/[’‘]/g, "'")
    .replace(/(\d)[–—](\d)/g, '$1-$2')
    .replace(/\s*[–—]\s*|\s-+\s/g, ' - ')
    .replace(/\((\d+)\)/g, ' ')
    .replace(/(\d) ?½/g, '$1.5')
    .replace(/\s+/g, ' ')
    .replace(/[a-z]{4,}/g, (word) => mended(word, (one) => COMMON.has(one), 4))
  const { text: marked, dues } = signed(plain, from, zoneOfText)
  const clauses = marked
    .split(JOINT)
    .map((clause) => clause.replace(/\s+/g, ' ').trim())
    .filter((clause) => clause !== '')
    .map((text) => ({ text, unsure: /^(?:if|unless|should you|in case)\b/.test(text) }))
  return { clauses, dues }
}
