import { type Clause, has, type Kind } from './clause.ts'
import { readCapability } from './compoundHeads.ts'
import { except, meet, settleDenial, takesHealth } from './exemptions.ts'
import type { Term } from './lexicon.ts'
import { begin, beside, close, newReader, type Reader, stop } from './reader.ts'
import { limitHealth, readDoing, readNotYet, readWorks } from './readHealth.ts'
import { readNo, readNobody, readNot, readSame } from './readNegation.ts'
import { isErrorCode, readAffected, readSymptom, takeSymptom } from './trouble.ts'

/** Takes in one term. What it uses up of the terms after it is not read again. */
type Take = (reader: Reader, term: Term) => void

const LISTS = /^[,/+&]/
const PAUSES = /^(?:[([\]–—|]| -+ )$/
const CLOSING = /^[)\]:]$/
const PEOPLE = /^agents?$/
const EVERYTHING = /^(?:everything|anything|all|every|everyone|everybody)$/
/** "Between 9:00 and 10:00", "between 9 and 10 am". */
const STRETCH = 3

const readMark: Take = (reader, { text }) => {
  if (text === ';') stop(reader, 'apart')
  else if (CLOSING.test(text)) stop(reader, 'mark')
  else if (LISTS.test(text)) close(reader, 'list')
  else if (PAUSES.test(text)) close(reader, 'mark')
}

const readAnd: Take = (reader) => {
  const { preposition } = reader.clause.at
  // "Between 9:00 and 10:00" is one stretch of time.
  const isStretch = reader.at - preposition <= STRETCH && reader.terms[preposition]?.text === 'between'
  if (!isStretch) close(reader, 'list')
}

/** A word that makes the subject narrower, or what comes after it in a complement. */
const narrow: Take = ({ clause: { at, qualifiers } }, { role, text }) => {
  const predicate = Math.max(at.works, at.over, at.can, at.doing)
  const isOfSubject = predicate < 0 || at.preposition > predicate || role !== 'word'
  if (isOfSubject && !/^\d/.test(text)) qualifiers.push(text)
}

/** Only remembers where a word of a kind stood last. */
const place =
  (...kinds: readonly Kind[]): Take =>
  ({ clause, at }) => {
    for (const kind of kinds) clause.at[kind] = at
  }

/** What each role does to the clause it stands in. */
const GRAMMAR: { readonly [role in Term['role']]?: Take } = {
  // What is spoken of.
  capability: readCapability,
  pod: (reader, { pods = [] }) => {
    meet(reader, 'pods')
    reader.clause.pods.push(...pods)
  },

  // What is said of it.
  symptom: readSymptom,
  affected: readAffected,
  works: readWorks,
  can: (reader) => {
    // "Neither agents nor customers can use chat."
    if (reader.exemption?.kind !== 'denial' || !takesHealth(reader, 'failing'))
      reader.clause.at.can = reader.at
  },
  doing: readDoing,
  over: place('over'),

  // What turns that into its contrary, or limits it.
  not: readNot,
  no: readNo,
  nobody: readNobody,
  few: place('few', 'notYet'),
  some: place('notYet'),
  'not-yet': readNotYet,

  // What narrows the subject.
  whom: narrow,
  half: narrow,
  word: (reader, term) => {
    if (isErrorCode(reader)) takeSymptom(reader, 'failing')
    narrow(reader, term)
  },
  plain: (reader, term) => {
    // "Works again for agents" says nothing of customers.
    if (PEOPLE.test(term.text) && beside(reader, -1).text === 'for') narrow(reader, term)
  },
  about: place('about'),

  // Who or what acts.
  us: place('us'),
  machinery: (reader) => {
    const { clause, at } = reader
    clause.at.machinery = at
    if (beside(reader, -1).role === 'capability') clause.at.inner = at - 1
  },
  repair: place('repair'),

  // Joints.
  mark: readMark,
  and: readAnd,
  but: (reader) => {
    // "Everything but chat works."
    if (EVERYTHING.test(beside(reader, -1).text)) {
      close(reader, 'contrast')
      except(reader)
    } else stop(reader, 'contrast')
  },
  except: (reader) => {
    close(reader, 'contrast')
    except(reader)
  },
  aside: (reader) => {
    limitHealth(reader)
    close(reader, 'contrast')
  },
  preposition: (reader, { text }) => {
    const { clause, at } = reader
    clause.at.preposition = at
    // "Back to normal by 10:00."
    if (text === 'by' && has(clause, 'works') && /^\d/.test(beside(reader, 1).text)) clause.at.notYet = at
  },
  link: place('link'),
  same: readSame,
  verb: place('verb'),
}

/** Roles that part clauses, and belong to none. */
const PARTING: ReadonlySet<Term['role']> = new Set(['mark', 'and', 'but', 'except', 'aside', 'void'] as const)

/** Cuts a sentence into clauses. What was set aside is not looked at again. */
export const clausesOf = (terms: readonly Term[]): Clause[] => {
  const reader = newReader(terms)
  for (; reader.at < terms.length; reader.at++) {
    const term = beside(reader, 0)
    GRAMMAR[term.role]?.(reader, term)
    if (!PARTING.has(term.role)) begin(reader, term.role)
  }
  settleDenial(reader)
  close(reader, 'list')
  return reader.clauses
}
