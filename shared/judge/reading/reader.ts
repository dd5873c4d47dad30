import { worse } from '../effects.ts'
import type { Effect } from '../verdict.ts'
import { type Clause, isBlank, type Join, newClause } from './clause.ts'
import type { Term } from './lexicon.ts'

const SYMPTOM_NOUN =
  /^(?:errors?|failures?|issues?|delays?|latency|problems?|outages?|slowness|degradation|disruptions?|timeouts?|interruptions?|difficult(?:y|ies)|trouble|backlog|lag|instability)$/

/** "Delays have cleared" takes its symptom back; "works, with delays" does not. */
const settleHealth = (clause: Clause): void => {
  const { symptom, works, over, notYet, can, doing } = clause.at
  if (clause.few && clause.effect === null && !clause.bare && !clause.affected) clause.effect = 'failing'
  if (notYet >= 0 || clause.few) return
  if (Math.max(works, over) > symptom) {
    clause.health = works >= 0 ? 'works' : 'over'
    if (works < 0) return
    clause.effect = null
    clause.bare = false
  } else if ((can >= 0 || doing >= 0) && symptom < 0 && !clause.affected && clause.health === null) {
    clause.health = 'works'
    clause.byDoing = true
  }
}

/** The state of reading one sentence, clause by clause. */
export const createReader = (terms: readonly Term[]) => ({
  terms,
  clauses: [] as Clause[],
  clause: newClause('list'),
  /** The sentence speaks of fewer than all, or of the inside of the machine. */
  some: false,
  machinery: false,
  /** What is named is left out of what the sentence says, and from which clause. */
  excluding: false,
  exceptedFrom: undefined as Clause | undefined,
  /** Whether the exception names things, so that a pod after it is no part of it. */
  exceptsThings: false,
  /** After "neither": what is said is denied of all that is named, from which clause on. */
  denying: false,
  deniedFrom: 0,
  /** After "no messages are lost": what is listed with it did not happen either. */
  comforted: false,
  empty: true,

  text(i: number): string {
    return this.terms[i]?.text ?? ''
  },

  role(i: number): Term['role'] | undefined {
    return this.terms[i]?.role
  },

  /** Ends the clause. Two joins in a row (", and") are one. */
  close(join: Join): void {
    if (this.empty) {
      if (join !== 'list') this.clause.join = join
      return
    }
    settleHealth(this.clause)
    this.clauses.push(this.clause)
    this.clause = newClause(join)
    this.empty = true
    if (this.excluding) this.leaveOut()
  },

  /** Ends the clause and all that was excepted. */
  stop(join: Join): void {
    this.excluding = false
    this.exceptsThings = false
    this.denying = false
    this.comforted = false
    if (this.empty && this.clause.excepted) this.clause = newClause(join)
    this.close(join)
  },

  /** "Neither chat nor email is slow". */
  deny(): void {
    this.except()
    if (!this.denying) this.deniedFrom = this.clauses.length
    this.excluding = true
    this.denying = true
    this.leaveOut()
  },

  /** From here to the end of the list, what is named is not affected. */
  except(): void {
    if (this.clause.mentions.length > 0 || this.clause.pods.length > 0) this.close('contrast')
    this.excluding = true
    this.exceptedFrom = this.clauses.at(-1)
    // "Everything works except exports": what is left out of health is in trouble.
    if (this.exceptedFrom?.health === 'works' && !this.exceptedFrom.excepted) {
      this.excluding = false
      this.clause.bare = true
      this.clause.affected = true
    } else this.leaveOut()
  },

  /**
   * "All pods except Prod1 have recovered", "Apart from chat, all works": what is left out of health is in trouble. Says
   * whether the health was that of the others.
   */
  exceptFromHealth(): boolean {
    if (!this.excluding) return false
    const { exceptedFrom: list, clause } = this
    const named = clause.mentions.length + clause.pods.length > 0
    const before = this.clauses.at(-1)
    const left = list === undefined && named && before?.excepted ? before : clause
    if (left === clause && (list === undefined || !isBlank(list) || list.bare)) return false
    left.health = null
    left.excepted = false
    left.bare = true
    left.affected = true
    const fine = left === clause ? list : clause
    if (fine !== undefined) {
      fine.health = 'works'
      fine.excepted = false
    }
    this.excluding = false
    return true
  },

  /** "Neither chat nor email works": none of them does. */
  denyHealth(effect: Effect): void {
    this.denying = false
    this.excluding = false
    for (const clause of [...this.clauses.slice(this.deniedFrom), this.clause]) {
      clause.health = null
      clause.excepted = false
      clause.effect = effect
    }
  },

  /** "Every pod other than Prod2 sees errors": what comes after the exception is said of the others. */
  endException(): void {
    if (!this.excluding || this.denying || this.clause.mentions.length > 0 || this.clause.pods.length === 0)
      return
    this.stop('list')
  },

  leaveOut(): void {
    this.clause.bare = false
    this.clause.health = 'works'
    this.clause.excepted = true
  },

  /** Takes in a symptom; null is trouble of no particular kind. */
  symptom(i: number, effect: Effect | null): void {
    const { clause, exceptedFrom: list } = this
    // "Error rates have dropped": less trouble, not more.
    if (/^drop/.test(this.text(i)) && clause.effect !== null) {
      clause.at.over = i
      return
    }
    if (this.denying || (this.comforted && effect !== 'delayed')) return
    // "A worker stopped": what ails the machinery is not yet what people feel.
    const { machinery, link } = clause.at
    const felt = clause.mentions.filter((mention) => mention !== clause.inner)
    if (machinery >= 0 && link < machinery && felt.length === 0) return
    if (
      this.excluding &&
      list !== undefined &&
      list.health === null &&
      list.effect === null &&
      !list.bare &&
      list.mentions.length > 0
    ) {
      // "All channels except voice are slow": the predicate is that of the list the exception was made from.
      list.effect = effect
      list.bare = effect === null
      return
    }
    if (this.excluding) {
      this.excluding = false
      clause.health = null
      clause.excepted = false
    }
    if (effect === null) clause.bare = true
    else clause.effect = worse(effect, clause.effect)
    clause.at.symptom = i
    if (SYMPTOM_NOUN.test(this.text(i))) clause.at.symptomNoun = i
    if (clause.mentions.length === 0) clause.leads = true
  },

  /** The clause has begun to say something. */
  began(clause: Clause, role: Term['role']): void {
    if (this.clause !== clause) return
    if (this.empty) clause.adds = role === 'preposition'
    this.empty = false
  },
})

export type Reader = ReturnType<typeof createReader>
