import type { Reader } from './reader.ts'

// Whether a word is said of the subject of its clause, or only stands beside it.

const COPULA = /^(?:is|are|was|were|be|been|being|go|goes|went|gone|stays?|remains?|appears?|seems?)$/

/** "Is completely down", "search down": said of a thing, and not of its errors or their number. */
export const isPredicate = (reader: Reader, i: number): boolean => {
  if (reader.clause.at.symptom >= 0) return false
  let at = i - 1
  while (
    /^(?:plain|some|word|every)$/.test(reader.role(at) ?? '') &&
    reader.text(at) !== 'going' &&
    !COPULA.test(reader.text(at)) &&
    i - at < 4
  )
    at--
  // "Chat: down", and "Down: chat".
  if (/^[:–—]$| - /.test(reader.text(i - 1)) || reader.text(i + 1) === ':') return true
  return COPULA.test(reader.text(at)) || reader.role(i - 1) === 'capability' || reader.role(at) === 'verb'
}

const MANNER =
  /^(?:as |normal|usual|once again|fine|on time|promptly|at |back$|come back|online|available|reliably|good|stable|successfully)/

/**
 * "Is not working as expected", "slower than normal", "errors are back", "fails to come back", "down for those who are
 * online": good words that only complete the bad ones before them.
 */
export const isComplementOfTrouble = (reader: Reader, i: number): boolean => {
  const { symptom, symptomNoun } = reader.clause.at
  const text = reader.text(i)
  if (symptom < 0 || !MANNER.test(text)) return reader.text(i - 1) === 'than'
  if (/^(?:than|above|below|to|from)$/.test(reader.text(i - 1))) return true
  if (text === 'back' || text === 'come back') return true
  const said = reader.role(i - 1) === 'verb' || COPULA.test(reader.text(i - 1))
  return !(said && symptomNoun >= 0)
}

/** "A 502", "404 pages": numbers alone may count anything. */
export const isErrorCode = (reader: Reader, i: number): boolean =>
  /^[45]\d\d$/.test(reader.text(i)) &&
  (/^(?:an?|http|code|status|return|returns|returning)$/.test(reader.text(i - 1)) ||
    /^(?:page|response|code|status)s?$/.test(reader.text(i + 1)))
