import type { Term } from './lexicon.ts'
import { LABELS, PEOPLE } from './rules/nouns.ts'
import { ADVERBS, CONDITIONS, RELATIVES } from './rules/particles.ts'
import { AUXILIARIES, IMPACT, MODALS } from './rules/verbs.ts'

const VOID: Term = { role: 'void', text: '' }
const STOPS = /^;$/
const COMMA = /^(?:[,()[\]–—:]| -+ )$/

/** Where a stretch that a modifier opens has its end: the term that is no longer in it. */
const endOf = (terms: readonly Term[], from: number, until: Term['until']): number => {
  for (let i = from; i < terms.length; i++) {
    const { role, text } = terms[i] as Term
    if (until === 'sentence') continue
    // "Until about 21:00 UTC search is slow": the time is all that belongs to it.
    if (until === 'comma' && i - from < 3 && /^\d/.test(text))
      return i + (terms[i + 1]?.role === 'plain' ? 2 : 1)
    if (role === 'but' || STOPS.test(text)) return i
    if (COMMA.test(text)) return i
    if (until === 'verb' && (CONDITIONS.has(text) || text === 'where')) return i
    if (until === 'verb' && role === 'affected' && /ing$/.test(text)) return i
  }
  return terms.length
}

/** "Because of a network issue chat is down": without a comma, a cause that comes first ends where we begin. */
const endAtStart = (terms: readonly Term[]): number => {
  const end = endOf(terms, 1, 'verb')
  if (end < terms.length) return end
  const ours = terms.findIndex(({ role }, at) => at > 1 && role === 'capability')
  return ours < 0 ? end : ours
}

/** A capability or a symptom that only adorns the noun after it: "outage drill", "chat operations team". */
const ornamentsBefore = (terms: readonly Term[], bearer: number): number => {
  let from = bearer
  for (let i = bearer - 1; i >= 0 && bearer - i <= 4; i--) {
    const { role, text } = terms[i] as Term
    if (
      /^(?:capability|symptom|works|affected|machinery|repair|bearer|product|and|half)$/.test(role) ||
      text === '&'
    )
      from = i
    else if (role !== 'word' || i < bearer - 1) break
  }
  const first = terms[from]?.role
  if (from === bearer && terms[bearer]?.role === 'machinery' && terms[bearer - 1]?.role === 'symptom')
    return bearer - 1
  return first === 'and' || terms[from]?.text === '&' ? from + 1 : from
}

/** "We called", "our engineers are routing traffic": after its subject such a word is a verb of ours. */
const isOurVerb = (terms: readonly Term[], at: number): boolean => {
  for (let i = at - 1; i >= 0; i--) {
    const { role, text } = terms[i] as Term
    if (role === 'us') return true
    if (role !== 'verb' && ![AUXILIARIES, MODALS, ADVERBS].some((words) => words.has(text))) return false
  }
  return false
}

/** "Customers in Prod1 report late texts": a verb, and no report. */
const isTelling = (terms: readonly Term[], at: number): boolean => {
  if (terms[at]?.text !== 'report' || terms[at - 1]?.role === 'preposition') return false
  let before = at - 1
  while (/^(?:pod|void|preposition)$/.test(terms[before]?.role ?? '')) before--
  return before < at - 1 && PEOPLE.has(terms[before]?.text ?? '')
}

/** Back to the last mark or "but". */
const beforeComma = (terms: readonly Term[], at: number): number => {
  let i = at
  while (
    i > 0 &&
    terms[i - 1]?.role !== 'but' &&
    !COMMA.test(terms[i - 1]?.text ?? '') &&
    terms[i - 1]?.text !== ';'
  )
    i--
  return i
}

/** The start of the clause a term stands in. */
const startOf = (terms: readonly Term[], at: number): number => {
  let i = at
  while (i > 0 && !/^(?:mark|and|but|aside)$/.test(terms[i - 1]?.role ?? '')) i--
  return i
}

/** "Our SMS carrier has an outage": theirs, until the words come back to us. */
const companyStretch = (terms: readonly Term[], at: number): { from: number; end: number } | null => {
  const start = startOf(terms, at)
  const before = terms.slice(start, Math.max(start, at - 1))
  if (before.some(({ role }) => role === 'capability')) return null
  let end = at + 1
  for (; end < terms.length; end++) {
    const { role, text } = terms[end] as Term
    // "Our supplier, who reports that its API is down".
    if (text === ',' && RELATIVES.has(terms[end + 1]?.text ?? '')) {
      end++
      continue
    }
    if (/^(?:link|and|but|mark)$/.test(role)) break
    if (IMPACT.has(text)) break
    if (role === 'symptom' && text.endsWith('ing')) break
  }
  return { from: start, end }
}

/**
 * Takes out what affects nothing: each modifier that opens a stretch sets aside all that stands in it. What is left is
 * what the sentence is about.
 */
export const withoutAsides = (terms: readonly Term[]): readonly Term[] => {
  let left: Term[] | null = null
  const clear = (from: number, end: number): void => {
    left ??= [...terms]
    for (let i = from; i < end; i++) left[i] = VOID
  }
  for (let i = 0; i < terms.length; i++) {
    const term = (left ?? terms)[i] as Term
    // "Yesterday chat was down."
    if (i === 0 && term.text === 'yesterday') clear(0, endOf(terms, 0, 'comma'))
    if (i === 0 && LABELS.has(term.text) && terms[1]?.text === ':') clear(1, terms.length)
    if (term.role === 'bearer') clear(ornamentsBefore(left ?? terms, i), i)
    else if (term.role === 'capability' && (isOurVerb(terms, i) || isTelling(terms, i))) clear(i, i + 1)
    else if (term.role === 'company') {
      const stretch = companyStretch(left ?? terms, i)
      if (stretch !== null) clear(stretch.from, stretch.end)
    } else if (i === 0 && (CONDITIONS.has(term.text) || term.text === 'to')) {
      const end = endOf(terms, 1, 'comma')
      if (end < terms.length) clear(0, end)
    } else if (term.role === 'aside') {
      if (term.back) clear(beforeComma(terms, i), i)
      clear(i + 1, i === 0 && term.until === 'verb' ? endAtStart(terms) : endOf(terms, i + 1, term.until))
    } else if (term.role === 'no') {
      // "No pod other than Prod2": Prod2 alone.
      const except = terms.findIndex(({ role }, at) => at > i && at <= i + 4 && role === 'except')
      if (except > 0) clear(i, except + 1)
    }
  }
  return left ?? terms
}
