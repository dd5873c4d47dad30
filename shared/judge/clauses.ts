import type { Clause } from './clause.ts'
import { ClauseReader } from './clauseReader.ts'
import { complementOf, headOf, isNear } from './heads.ts'
import { afterNo, afterNot, type Negated } from './negation.ts'
import type { Term } from './phrases.ts'

/** Takes in one term; may say which term was the last it used up. */
type Take = (reader: ClauseReader, at: number, term: Term) => number | undefined

const STOPS = /^[;:]$/
const LISTS = /^(?:[,()[\]+/–—|]|&+| -+ )$/

const joinAt: Take = (reader, _, { text }) => {
  if (STOPS.test(text)) reader.stop(text === ';' ? 'contrast' : 'mark')
  else if (LISTS.test(text)) {
    if (text !== '/' && text !== '&') reader.aside = null
    reader.close(/^[,/+&]/.test(text) ? 'list' : 'mark')
  }
  return undefined
}

/** "This issue", "the issue": the one already spoken of, unless the words go on to say where it is. */
const isKnown = ({ terms }: ClauseReader, i: number): boolean => {
  const text = (at: number): string => terms[at]?.text ?? ''
  if (terms[i - 1]?.sense === 'anaphor' || terms[i - 2]?.sense === 'anaphor') return true
  const tied = /^(?:with|in|on|where)$/.test(text(i + 1)) || terms[i + 1]?.sense === 'hurt'
  return text(i - 1) === 'the' && !tied
}

const symptomAt: Take = (reader, i, { sense }) => {
  const denied = /^(?:any|further|additional|future|potential)$/.test(reader.text(i - 1))
  if (sense === 'bare' && !isKnown(reader, i)) reader.symptom(i, null)
  else if (!denied && (sense === 'down' || sense === 'failing' || sense === 'delayed'))
    reader.symptom(i, sense)
  return undefined
}

const negated = (reader: ClauseReader, { meaning, end, doing }: Negated, symptom: number): number => {
  if (meaning === 'except') reader.except()
  else if (meaning === 'fine') reader.clause.polarity = 'fine'
  else if (meaning !== null) reader.symptom(symptom, meaning)
  if (doing !== undefined) reader.clause.at.doing = doing
  return end
}

const endsClause = (term: Term | undefined): boolean => term === undefined || term.sense === 'mark'

/** "Chat works, email does not": the contrary of what was said last. */
const contrary = (reader: ClauseReader, i: number): number => {
  const before = reader.clauses.at(-1)
  if (before?.polarity === 'fine') reader.symptom(i, 'failing')
  else if (before !== undefined && before.effect !== null) reader.clause.polarity = 'fine'
  return i
}

const hurtAt: Take = (reader, i, { text }) => {
  const { clause } = reader
  if (/^(?:event|incident)$/.test(text) && /^(?:the|this|that)$/.test(reader.text(i - 1))) return undefined
  clause.hurt = true
  if (clause.mentions.length === 0) clause.hurtLeads = true
  clause.at.link = i
  if (reader.aside === 'party' && /^(?:affect|impact)/.test(text)) reader.aside = null
  return undefined
}

const linkAt: Take = (reader, i, { text }) => {
  reader.clause.at.link = i
  if (reader.aside === 'party') reader.aside = null
  if (reader.aside === 'cause' && /^(?:when|where)$/.test(text)) reader.stop('list')
  return undefined
}

/** "Our SMS carrier has an outage": theirs, until the words come back to us. */
const partyAt: Take = (reader, i) => {
  const { clause } = reader
  if (clause.mentions.at(-1)?.at === i - 1) clause.mentions.pop()
  if (clause.mentions.length > 0 || reader.aside !== null) return undefined
  clause.effect = null
  clause.bare = false
  reader.aside = 'party'
  return undefined
}

/** "Search nodes" are a part of the machinery. */
const insideAt: Take = (reader, i) => {
  const last = reader.clause.mentions.at(-1)
  reader.inside = true
  reader.clause.at.inside = i
  if (last?.at === i - 1) reader.clause.inner = last
  return undefined
}

/** Whether what is named now only completes what was named before: "surveys for voice". */
const isComplement = ({ mentions, at }: Clause, i: number): boolean => {
  const head = mentions.at(-1)
  if (head === undefined || at.doing === i) return false
  // "The API, causing delays in chat": here the preposition belongs to the symptom.
  const ofSymptom = at.symptomNoun > head.at + 1 && at.symptomNoun < at.preposition
  return at.preposition > head.at && at.preposition > at.link && !ofSymptom
}

/** "Signing in with a password" is one way of many. */
const WAYS = /^(?:with|using|through|via|by)$/

const capabilityAt: Take = (reader, i, { namings = [] }) => {
  const { clause } = reader
  if (reader.aside !== null) return undefined
  if (clause.at.about >= 0 && i - clause.at.about <= 3) {
    clause.trailing = true
    return undefined
  }
  const last = clause.mentions.at(-1)
  if (last !== undefined && isComplement(clause, i)) complementOf(clause, last, namings, i)
  else {
    const near = last !== undefined && isNear(reader.terms, last.at, i)
    headOf(clause, reader.clauses.at(-1), near ? last : undefined, namings, i)
  }
  if (clause.at.who >= 0) clause.ofWhom = true
  if (WAYS.test(reader.text(i + 1)))
    clause.narrowed = /^(?:an?|the)$/.test(reader.text(i + 2)) ? reader.text(i + 3) : reader.text(i + 2)
  return undefined
}

/** Remembers where a word of a kind stood last. */
const placed =
  (kind: keyof Clause['at']): Take =>
  (reader, i) => {
    reader.clause.at[kind] = i
    return undefined
  }

const setAside =
  (kind: 'cause' | 'time'): Take =>
  (reader) => {
    reader.close('contrast')
    reader.aside = kind
    return undefined
  }

/** "A 502", "404 pages": numbers alone may count anything. */
const isErrorCode = (reader: ClauseReader, i: number): boolean =>
  /^[45]\d\d$/.test(reader.text(i)) &&
  (/^(?:an?|http|code|status|return|returns|returning)$/.test(reader.text(i - 1)) ||
    /^(?:page|response|code|status)s?$/.test(reader.text(i + 1)))

const TAKES: { readonly [sense in Term['sense']]?: Take } = {
  pod: (reader, _, { pods = [] }) => {
    reader.clause.pods.push(...pods)
    return undefined
  },
  mark: joinAt,
  and: (reader) => {
    if (reader.aside === 'party') reader.aside = null
    reader.close('list')
    return undefined
  },
  but: (reader) => {
    reader.stop('contrast')
    return undefined
  },
  except: (reader) => {
    reader.close('contrast')
    reader.except()
    return undefined
  },
  cause: setAside('cause'),
  when: setAside('time'),
  advice: setAside('time'),
  down: symptomAt,
  failing: symptomAt,
  delayed: symptomAt,
  bare: symptomAt,
  not: (reader, i) => {
    if (endsClause(reader.terms[i + 1])) return contrary(reader, i)
    const found = afterNot(reader.terms, i)
    return negated(reader, found, found.end)
  },
  no: (reader, i) => {
    // "Chat without an assistant" speaks of chat.
    if (reader.text(i) === 'without') reader.clause.at.about = i
    return negated(reader, afterNo(reader.terms, i), i)
  },
  none: (reader, i) => negated(reader, afterNo(reader.terms, i), i),
  hurt: hurtAt,
  link: linkAt,
  well: (reader, i, term) => {
    const { bare, mentions, pods, at } = reader.clause
    if (at.us >= 0 && /work|operat/.test(term.text)) return undefined
    if (!bare || mentions.length > 0 || pods.length > 0) at.well = i
    return undefined
  },
  over: placed('over'),
  notYet: (reader, i, term) => {
    // After the good word only a limit takes its force: "works for most", but "works as expected".
    const limits = /^(?:most|mostly|partly|majority|until|once|if|before|expected to)$/.test(term.text)
    return reader.clause.at.well >= 0 && !limits ? undefined : placed('notYet')(reader, i, term)
  },
  some: (reader, i, term) => {
    reader.some = true
    return placed('notYet')(reader, i, term)
  },
  prep: placed('preposition'),
  who: placed('who'),
  about: placed('about'),
  us: placed('us'),
  inside: insideAt,
  party: partyAt,
  repair: (reader) => {
    reader.clause.repair = true
    return undefined
  },
  capability: capabilityAt,
  verb: (reader) => {
    reader.clause.verb = true
    return undefined
  },
  narrow: (reader, _, { text }) => {
    reader.clause.narrowed = text
    return undefined
  },
  word: (reader, i, { text }) => {
    if (text === 'down' && reader.terms[i - 1]?.sense === 'capability') reader.symptom(i, 'down')
    if (text.length === 3 && isErrorCode(reader, i)) reader.symptom(i, 'failing')
    return undefined
  },
}

const JOINING: ReadonlySet<string> = new Set(['mark', 'and', 'but', 'except', 'cause', 'when', 'advice'])

/** Cuts a sentence into clauses. Causes, times and ways to reach people are left out: what they name is not hit. */
export const clausesOf = (terms: readonly Term[]): ClauseReader => {
  const reader = new ClauseReader(terms)
  for (let i = 0; i < terms.length; i++) {
    const term = terms[i]
    if (term === undefined) break
    const { clause } = reader
    i = TAKES[term.sense]?.(reader, i, term) ?? i
    if (!JOINING.has(term.sense)) reader.began(clause)
  }
  reader.close('list')
  return reader
}
