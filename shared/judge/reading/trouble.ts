import { worse } from '../../model/effects.ts'
import type { Effect } from '../../model/verdict.ts'
import { meet, takesTrouble } from './exemptions.ts'
import type { Term } from './lexicon.ts'
import { isPredicate } from './predicates.ts'
import { beside, type Reader } from './reader.ts'

const SYMPTOM_NOUN =
  /^(?:errors?|failures?|issues?|delays?|latency|problems?|outages?|slowness|degradation|disruptions?|timeouts?|interruptions?|difficult(?:y|ies)|trouble|backlog|lag|instability)$/
const FALLING = /^drop/
/** Before a symptom: it is not there. */
const NOT_THERE = /^(?:any|further|additional|future|potential)$/
/** After "the issue": the words go on to say where it is. */
const WHERE = /^(?:with|in|on|where)$/
const EVENT = /^(?:event|incident)s?$/
const POINTING = /^(?:the|this|that)$/
const ERROR_CODE = /^[45]\d\d$/
const BEFORE_CODE = /^(?:an?|http|code|status|return|returns|returning)$/
const END = /^(?:mark|void|and|but)$/
const AFTER_CODE = /^(?:page|response|code|status)s?$/

/** "A worker stopped": what ails the machinery is not yet what people feel. */
const isInside = ({ clause }: Reader): boolean => {
  const { machinery, inner, link } = clause.at
  return link < machinery && clause.mentions.every(({ at }) => at === inner)
}

/** Takes in a symptom; null is trouble of no particular kind. */
export const takeSymptom = (reader: Reader, effect: Effect | null): void => {
  const { clause, at } = reader
  const { text } = beside(reader, 0)
  // "Error rates have dropped": less trouble, not more.
  if (FALLING.test(text) && clause.effect !== null) clause.at.over = at
  else if (!isInside(reader) && !takesTrouble(reader, effect)) {
    if (effect === null) clause.bare = true
    else clause.effect = worse(effect, clause.effect)
    clause.at.symptom = at
    if (SYMPTOM_NOUN.test(text)) clause.at.symptomNoun = at
    clause.leads ||= clause.mentions.length === 0
  }
}

/** "This issue", "the issue": the one already spoken of, unless the words go on to say where it is. */
const isKnown = (reader: Reader): boolean => {
  const before = beside(reader, -1)
  const next = beside(reader, 1)
  if (before.role === 'back' || beside(reader, -2).role === 'back') return true
  return before.text === 'the' && !WHERE.test(next.text) && next.role !== 'affected'
}

export const readSymptom = (reader: Reader, { effect, predicate }: Term): void => {
  if (predicate && !isPredicate(reader)) return
  const isIdle = effect === undefined ? isKnown(reader) : NOT_THERE.test(beside(reader, -1).text)
  if (!isIdle) takeSymptom(reader, effect ?? null)
}

export const readAffected = (reader: Reader, { text }: Term): void => {
  meet(reader, 'things')
  if (EVENT.test(text) && POINTING.test(beside(reader, -1).text)) return
  const { clause, at } = reader
  clause.affected = true
  clause.at.link = at
}

/** "A 502", "404 pages", "answer with 502.": numbers alone may count anything. */
export const isErrorCode = (reader: Reader): boolean => {
  const [before, after] = [beside(reader, -1).text, beside(reader, 1)]
  return (
    ERROR_CODE.test(beside(reader, 0).text) &&
    (BEFORE_CODE.test(before) || AFTER_CODE.test(after.text) || (before === 'with' && END.test(after.role)))
  )
}
