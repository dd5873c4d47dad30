import { type Clause, has, isBlank, type Join, leaveOut, newClause } from './clause.ts'
import type { Term } from './lexicon.ts'

/**
 * What is exempt from what the sentence says, until a stop, a "but" or the word that settles it. One at a time is open.
 * - exception: "all channels except voice", from the clause of the list it was made from, if there is one.
 * - denial: "neither chat nor email works", from the clause where it begins; whether it goes on with what was said, as in
 *   "works neither here nor there".
 * - comfort: "no messages are lost or damaged": what is listed with it did not happen either.
 */
export type Exemption =
  | { readonly kind: 'exception'; readonly list: Clause | undefined; of: 'pods' | 'things' | null }
  | { readonly kind: 'denial'; readonly from: number; readonly goesOn: boolean }
  | { readonly kind: 'comfort' }

/** The state of reading one sentence, clause by clause. */
export interface Reader {
  readonly terms: readonly Term[]
  /** Which term is being read. */
  at: number
  readonly clauses: Clause[]
  clause: Clause
  /** Nothing of the clause has been read yet. */
  isEmpty: boolean
  exemption: Exemption | null
}

export const newReader = (terms: readonly Term[]): Reader => ({
  terms,
  at: 0,
  clauses: [],
  clause: newClause('list'),
  isEmpty: true,
  exemption: null,
})

const NOTHING: Term = { role: 'void', text: '' }

/** The term so many places after the one that is being read, or before it. */
export const beside = ({ terms, at }: Reader, offset: number): Term => terms[at + offset] ?? NOTHING

/** "Delays have cleared" takes its symptom back; "works, with delays" does not. */
const settleHealth = (clause: Clause): void => {
  const { symptom, works, over } = clause.at
  const saysNothing = isBlank(clause) && !clause.bare && !clause.affected
  if (has(clause, 'few') && saysNothing && clause.mentions.length > 0) clause.effect = 'failing'
  if (has(clause, 'notYet')) return
  if (works >= 0 && Math.max(works, over) > symptom) {
    clause.health = 'works'
    clause.effect = null
    clause.bare = false
  } else if (over > symptom) clause.health = 'over'
  else if (saysNothing && (has(clause, 'can') || has(clause, 'doing'))) {
    clause.health = 'works'
    clause.acquittal.byDoing = true
  }
}

/** The clause has begun to say something. */
export const begin = (reader: Reader, role: Term['role']): void => {
  if (reader.isEmpty) reader.clause.adds = role === 'preposition'
  reader.isEmpty = false
}

const open = (reader: Reader, join: Join): void => {
  reader.clause = newClause(join)
  reader.isEmpty = true
}

/** Ends the clause. Two joins in a row (", and") are one. */
export const close = (reader: Reader, join: Join): void => {
  const { clause, exemption } = reader
  if (reader.isEmpty) {
    if (join !== 'list') clause.join = join
    return
  }
  settleHealth(clause)
  reader.clauses.push(clause)
  open(reader, join)
  if (exemption !== null && exemption.kind !== 'comfort') leaveOut(reader.clause)
}

/** Ends the clause and what was exempt. */
export const stop = (reader: Reader, join: Join): void => {
  reader.exemption = null
  if (reader.isEmpty && reader.clause.excepted) open(reader, join)
  close(reader, join)
}
