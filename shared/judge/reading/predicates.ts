import type { Term } from './lexicon.ts'
import { beside, type Reader } from './reader.ts'

// Whether a word is said of the subject of its clause, or only stands beside it.

const COPULA = /^(?:is|are|was|were|be|been|being|go|goes|went|gone|stays?|remains?|appears?|seems?)$/
/** May stand between a copula and what is said: "is completely down". */
const BETWEEN = /^(?:plain|some|word|every)$/
const DASH = /^[:–—]$| - /
/** Good words that may only tell how something fails, or when: "is not working as expected". */
const MANNER =
  /^(?:as |normal|usual|once again|fine|on time|promptly|at |back$|come back|online|available|reliably|good|stable|successfully|smoothly|without|flow|in good)/
const COMPARED = /^(?:than|above|below|to|from)$/
const RETURN = /^(?:back|come back)$/

/** "Is completely down", "search down": said of a thing, and not of its errors or their number. */
export const isPredicate = (reader: Reader): boolean => {
  if (reader.clause.at.symptom >= 0) return false
  const before = beside(reader, -1)
  // "Up in Prod2 and down in Prod1".
  if (before.role === 'and' && beside(reader, 1).role === 'preposition') return true
  // "Chat: down", and "Down: chat".
  if (DASH.test(before.text) || beside(reader, 1).text === ':') return true
  let offset = -1
  const isBetween = ({ role, text }: Term): boolean =>
    BETWEEN.test(role) && text !== 'going' && !COPULA.test(text)
  while (isBetween(beside(reader, offset))) offset--
  const { role, text } = beside(reader, offset)
  return COPULA.test(text) || role === 'verb' || before.role === 'capability'
}

/**
 * "Is not working as expected", "slower than normal", "errors are back", "fails to come back", "down for those who are
 * online": good words that only complete the bad ones before them.
 */
export const isComplementOfTrouble = (reader: Reader): boolean => {
  const { symptom, symptomNoun } = reader.clause.at
  const { text } = beside(reader, 0)
  const before = beside(reader, -1)
  // "Failed to recover", "unable to work".
  if (symptom >= 0 && before.text === 'to') return true
  if (symptom < 0 || !MANNER.test(text)) return before.text === 'than'
  if (COMPARED.test(before.text) || RETURN.test(text)) return true
  const isSaid = before.role === 'verb' || COPULA.test(before.text)
  return !isSaid || symptomNoun < 0
}
