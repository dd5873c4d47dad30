import { type Clause, isBlank, takeBackIn } from './clause.ts'
import { deny, except } from './exemptions.ts'
import type { Term } from './lexicon.ts'
import { afterNo, afterNot, type Negated } from './negation.ts'
import { beside, close, type Reader } from './reader.ts'
import { takeSymptom } from './trouble.ts'

// What "not", "no" and "nobody" make of the clause they stand in.

/** The clause ends here: at a mark, or where what follows was set aside. */
const ENDS = /^(?:mark|void)$/

const sayWorks = (clause: Clause, denied: Negated['denied'] = null): void => {
  clause.health = 'works'
  clause.acquittal.denied = denied
}

/** What it means is said here, and what it used up is not read again. */
const take = (reader: Reader, { meaning, end, verbal, denied }: Negated): void => {
  const { clause, at } = reader
  reader.at = end
  if (meaning === 'except') except(reader)
  else if (meaning === 'neither') deny(reader)
  else if (meaning === 'few') clause.at.few = clause.at.notYet = at
  else if (meaning === 'lossless') reader.exemption = { kind: 'comfort' }
  else if (meaning === 'still') clause.affected = true
  else if (meaning === 'works') sayWorks(clause, denied)
  else if (meaning === 'bare') takeSymptom(reader, null)
  else if (meaning !== null) takeSymptom(reader, meaning)
  if (verbal !== undefined) reader.clause.at.verbal = verbal
}

/** "Chat works, email does not": the contrary of what was said last. */
const sayContrary = (reader: Reader): void => {
  const before = [...reader.clauses].reverse().find((clause) => !isBlank(clause) || clause.affected)
  if (before?.health === 'works') takeSymptom(reader, 'failing')
  else if (before !== undefined && before.health === null) sayWorks(reader.clause)
}

export const readNot = (reader: Reader): void => {
  const next = beside(reader, 1)
  // "Who isn't:" heads a list of what is spared.
  if (next.text === ':') {
    // "What works: email. What doesn't: chat."
    if (/^(?:doesnt|dont)$/.test(beside(reader, 0).text)) takeSymptom(reader, 'failing')
    else sayWorks(reader.clause)
  } else if (ENDS.test(next.role)) sayContrary(reader)
  else take(reader, afterNot(reader.terms, reader.at))
}

/** "Search is slow, and so are exports": what was said last is said again. */
export const readSame = (reader: Reader): void => {
  close(reader, 'contrast')
  const before = [...reader.clauses].reverse().find((clause) => !isBlank(clause))
  if (before?.health === 'works') sayWorks(reader.clause, before.acquittal.denied)
  else if (before?.effect) takeSymptom(reader, before.effect)
}

const refuse = ({ clauses }: Reader): void => {
  const before = clauses.at(-1)
  if (before?.health !== 'works') return
  takeBackIn(before)
  before.affected = true
}

export const readNo = (reader: Reader, { text }: Term): void => {
  const { clause, at, terms } = reader
  // "Chat without an assistant" speaks of chat.
  if (text === 'without') clause.at.about = at
  // "Working: no."
  if (beside(reader, -1).text === ':' && ENDS.test(beside(reader, 1).role)) {
    refuse(reader)
    return
  }
  const found = afterNo(terms, at)
  // "No messages are getting through": the good word is what does not happen.
  if (found.meaning === 'failing') clause.at.notYet = at
  take(reader, found)
}

export const readNobody = (reader: Reader): void => {
  const found = afterNo(reader.terms, reader.at)
  // "None of the chats are working": as with "no".
  if (found.meaning === 'failing' || found.meaning === 'down') reader.clause.at.notYet = reader.at
  take(reader, found)
}
