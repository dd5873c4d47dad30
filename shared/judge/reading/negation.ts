import { BOTH_PODS, EVERY_POD } from '../../model/pod.ts'
import type { Effect } from '../../model/verdict.ts'
import type { Term } from './lexicon.ts'
import { PEOPLE, THINGS } from './rules/nouns.ts'
import { ADVERBS, DETERMINERS } from './rules/particles.ts'
import {
  ABILITY,
  ANTICIPATION,
  AUXILIARIES,
  HANDLING,
  LOSS,
  MODALS,
  OPEN_MATTERS,
  PERCEPTION,
  SHARING,
} from './rules/verbs.ts'

/** What a negation says: a symptom, that a thing works, that what follows is left out, or nothing of weight. */
export interface Negated {
  readonly meaning: Effect | 'works' | 'except' | 'neither' | 'few' | 'bare' | 'lossless' | 'still' | null
  /** The last term it used up. */
  readonly end: number
  /** What is denied: not being late says nothing of failing. */
  readonly denied?: Effect | null
  /** The term that names a capability by what is not done. */
  readonly verbal?: number
}

type Terms = readonly Term[]

const says = (meaning: Negated['meaning'], end: number): Negated => ({ meaning, end })

const isTrouble = (term: Term | undefined): boolean => term?.role === 'symptom' || term?.role === 'affected'

const isEnd = (term: Term | undefined): boolean => term === undefined || /^(?:mark|and|but)$/.test(term.role)

/** "Not experiencing any delays": the symptom belongs to the denial. */
const pastSymptom = (terms: Terms, from: number): number => {
  for (let i = from + 1; i <= from + 3 && !isEnd(terms[i]); i++) if (terms[i]?.role === 'symptom') return i
  return from
}

const deniesTrouble = (terms: Terms, at: number): Negated => {
  const end = pastSymptom(terms, at)
  return { meaning: 'works', end, denied: terms[end]?.effect ?? null }
}

// After "not".

/** What is not done to messages, or by customers, is felt. */
const isFelt = (terms: Terms, not: number): boolean => {
  for (let i = not - 1; i >= 0; i--) {
    const { role, text } = terms[i] as Term
    if (role === 'us') return false
    if (role === 'capability' || role === 'pod' || PEOPLE.has(text) || THINGS.has(text)) return true
  }
  return false
}

/** "Not chat" leaves it out. "Not routing", "can't assign", "does not export": a capability that is not done fails. */
const deniesCapability = (terms: Terms, at: number, not: number): Negated => {
  const [before = '', denial = '', named = ''] = [not - 1, not, at].map((i) => terms[i]?.text)
  const isDoing = MODALS.has(denial) || MODALS.has(before) || /(?:ing|ed)(?: |$)/.test(named)
  return isDoing && terms[not - 1]?.role !== 'but'
    ? { meaning: 'failing', end: not, verbal: at }
    : says('except', not)
}

const saysNothing = (_: Terms, at: number): Negated => says(null, at)

const DEGREES = /^(?:fully|badly|equally|severely|heavily|less|wholly|completely|entirely)$/

/** What it means that such a word is denied. Any other that is not done to us is a fault. */
const DENIED: { readonly [role in Term['role']]?: (terms: Terms, at: number, not: number) => Negated } = {
  affected: (terms, at, not) => {
    // "Not as badly affected" is affected.
    if (terms.slice(not + 1, at).some(({ text }) => DEGREES.test(text))) return says('still', at)
    // "Not seeing errors" is good news, "not seeing replies" is not.
    const isGood = !PERCEPTION.has(terms[at]?.text ?? '') || terms.slice(at + 1, at + 5).some(isTrouble)
    return isGood ? deniesTrouble(terms, at) : says('failing', at)
  },
  symptom: (terms, at) =>
    DEGREES.test(terms[at]?.text ?? '')
      ? says('still', at)
      : { meaning: 'works', end: at, denied: terms[at]?.effect ?? null },
  capability: deniesCapability,
  pod: deniesCapability,
  works: (terms, at) => {
    const sense = terms[at]?.sense
    // Not unaffected is affected, nobody knows how.
    if (sense === 'spared') return says('bare', at)
    if (sense === 'again' || terms[at - 1]?.text === 'fully') return says('still', at)
    return says(sense === 'reachable' ? 'down' : 'failing', at)
  },
  // "Rate limits have not been changed": what nobody knows is not done to what nobody knows.
  word: (terms, at, not) =>
    says(HANDLING.has(terms[at]?.text ?? '') || isFelt(terms, not) ? 'failing' : null, at),
  // "Customers do not have to sign in", "not over", "not due to", "not related to".
  verb: saysNothing,
  over: saysNothing,
  'not-yet': saysNothing,
  aside: saysNothing,
  about: saysNothing,
  lookalike: saysNothing,
}

/** What stands between "not" and the word that it denies. */
const isBetween = (terms: Terms, at: number): boolean => {
  const { role, text } = terms[at] ?? { role: 'void', text: '' }
  if (role === 'verb') return terms[at + 1]?.text !== 'to'
  return (
    (role === 'preposition' && text !== 'over') ||
    [AUXILIARIES, MODALS, ADVERBS, DETERMINERS].some((words) => words.has(text))
  )
}

const POINTED = /^(?:this|it|that|these|them|any)$/

/** "Prod2 doesn't show this", "voice isn't seeing it": the trouble that was spoken of is not theirs. */
const isSpared = (terms: Terms, not: number): boolean => {
  let subject = not - 1
  while (terms[subject]?.role === 'void' || isBetween(terms, subject)) subject--
  const [object, after] = [terms[not + 2]?.text ?? '', terms[not + 3]]
  return (
    /^(?:pod|capability)$/.test(terms[subject]?.role ?? '') &&
    SHARING.has(terms[not + 1]?.text ?? '') &&
    POINTED.test(object) &&
    (isEnd(after) || /^(?:plain|preposition|symptom)$/.test(after?.role ?? ''))
  )
}

/** What the words right beside a "not" make of it, whatever comes after them. */
const besideNot = (terms: Terms, not: number): Negated | null => {
  const [before, denial, next, second] = [not - 1, not, not + 1, not + 2].map((i) => terms[i]?.text)
  if (denial === 'neither' || denial === 'nor') return says('neither', not)
  if (before === 'need') return says(null, not)
  if (isSpared(terms, not)) return deniesTrouble(terms, not + 2)
  // "Not all searches work", "not every pod has recovered".
  const isAll = terms[not + 1]?.pods?.some((pod) => pod === EVERY_POD || pod === BOTH_PODS) ?? false
  if (isAll || terms[not + 1]?.role === 'every') return says('few', not + 1)
  // "Barely affected" is affected.
  if (/^(?:hardly|barely)$/.test(denial ?? '') && isTrouble(terms[not + 1])) return says('still', not)
  if (next === 'at' && second === 'all' && isEnd(terms[not + 3])) return says('failing', not + 2)
  return null
}

export const afterNot = (terms: Terms, not: number): Negated => {
  const beside = besideNot(terms, not)
  if (beside !== null) return beside
  let at = not + 1
  while (at < terms.length && isBetween(terms, at)) at++
  const denied = terms[at]
  // "Prod2 has recovered, Prod1 not yet."
  if (isEnd(denied) && terms[at - 1]?.text === 'yet') return says('still', at - 1)
  if (denied === undefined || denied.role === 'mark') return says(null, not)
  // That nothing is lost is a comfort, and no word on what works.
  if (OPEN_MATTERS.has(denied.text) || LOSS.has(denied.text)) return says(null, at)
  return DENIED[denied.role]?.(terms, at, not) ?? says('failing', at)
}

// After "no", "without" and "nobody".

/** A "no" reaches no further than this, and not beyond one of these. */
const REACH = 7
const ENDS: ReadonlySet<Term['role']> = new Set(['mark', 'and', 'but', 'link', 'over'] as const)

const WORKING = /^(?:works|can|doing)$/

/** All that a "no" may be said of. */
const reached = (terms: Terms, no: number): Terms => {
  const after = terms.slice(no + 1, no + 1 + REACH)
  // "Chat without attachments is slow": it is left out, and nothing is denied.
  const ofOthers = terms[no]?.text === 'without'
  const end = after.findIndex(
    ({ role }) => ENDS.has(role) || (ofOthers && (role === 'capability' || role === 'verb')),
  )
  return end < 0 ? after : after.slice(0, end)
}

/** "No longer slow", "no longer available", "no longer sent". */
const noLonger = (terms: Terms, at: number): Negated => {
  const next = terms[at]
  if (isTrouble(next)) return says('works', pastSymptom(terms, at))
  return says(next?.sense === 'reachable' ? 'down' : 'failing', at)
}

/** "No delays", "no longer available", "no messages are sent", "nobody can log in", "without affecting chat". */
export const afterNo = (terms: Terms, no: number): Negated => {
  const isNobody = terms[no]?.role === 'nobody'
  const isWithout = terms[no]?.text === 'without'
  const words = reached(terms, no)
  if (words[0]?.text === 'longer') return noLonger(terms, no + 2)
  // "Prod2 sees none of this."
  if (
    isNobody &&
    POINTED.test(words[0]?.text ?? '') &&
    isEnd(terms[no + 2]) &&
    terms[no - 1]?.role === 'affected'
  )
    return deniesTrouble(terms, no + 1)
  for (const [i, term] of words.entries()) {
    const at = no + 1 + i
    if (LOSS.has(term.text)) return says('lossless', at)
    if (isNobody && ANTICIPATION.has(term.text)) return says(null, at)
    if (isWithout && term.role === 'affected') return says('except', pastSymptom(terms, at))
    // "Nobody sees chat working": what is not seen may be good.
    const isSeen =
      term.role === 'affected' && PERCEPTION.has(term.text) && !words.slice(i + 1).some(isTrouble)
    if (isTrouble(term) && !isSeen) return deniesTrouble(terms, at)
  }
  if (isNobody)
    return says(words.some(({ role, text }) => role === 'can' || ABILITY.has(text)) ? 'down' : 'failing', no)
  // "Nothing works."
  if (terms[no]?.text === 'nothing' && words.some(({ role }) => WORKING.test(role)))
    return says('failing', no)
  const isThing = words.some(({ role, text }) => role === 'capability' || THINGS.has(text))
  return says(isThing && !isWithout ? 'failing' : null, no)
}
