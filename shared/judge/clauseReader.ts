import { type Clause, type Join, newClause } from './clause.ts'
import { worse } from './effects.ts'
import type { Term } from './phrases.ts'
import type { Effect } from './verdict.ts'

const SYMPTOM_NOUN =
  /^(?:errors?|failures?|issues?|delays?|latency|problems?|outages?|slowness|degradation|disruptions?|timeouts?|interruptions?|difficult(?:y|ies)|trouble|backlog|lag|instability)$/

/** The state of reading one sentence, clause by clause. */
export class ClauseReader {
  readonly terms: readonly Term[]
  readonly clauses: Clause[] = []
  clause = newClause('list')
  /** What is named meanwhile is a cause, a time or another's trouble, and not hit. */
  aside: 'cause' | 'time' | 'party' | null = null
  /** The sentence speaks of fewer than all, or of the inside of the machine. */
  some = false
  inside = false
  private excluding = false
  private exceptedFrom: Clause | undefined
  private empty = true

  constructor(terms: readonly Term[]) {
    this.terms = terms
  }

  text(i: number): string {
    return this.terms[i]?.text ?? ''
  }

  /** Ends the clause. Two joins in a row (", and") are one. */
  close(join: Join): void {
    if (this.empty) {
      if (join !== 'list') this.clause.join = join
      return
    }
    const { clause } = this
    const { symptom, well, over, notYet } = clause.at
    // "Delays have cleared" takes its symptom back; "works, with delays" does not.
    if (Math.max(well, over) > symptom && notYet < 0) {
      clause.polarity = well >= 0 ? 'fine' : 'over'
      if (well >= 0) clause.effect = null
      if (well >= 0) clause.bare = false
    }
    this.clauses.push(clause)
    this.clause = newClause(join)
    this.empty = true
    if (this.excluding) this.clause.polarity = 'fine'
  }

  /** Ends the clause and all that was set aside or excepted. */
  stop(join: Join): void {
    this.aside = null
    this.excluding = false
    this.close(join)
  }

  /** From here to the end of the list, what is named is not hit. */
  except(): void {
    if (this.clause.mentions.length > 0 || this.clause.pods.length > 0) this.close('contrast')
    this.excluding = true
    this.exceptedFrom = this.clauses.at(-1)
    this.clause.polarity = 'fine'
  }

  /** Takes in a symptom; null is one without a face. */
  symptom(i: number, effect: Effect | null): void {
    // "An outage at our carrier is delaying SMS": from the verb on it is our trouble.
    if (this.aside === 'party' && this.text(i).endsWith('ing')) this.aside = null
    if (this.aside !== null) return
    const { clause, exceptedFrom: list } = this
    // "A worker stopped": what ails the machinery is not yet what people feel.
    const { inside, link } = clause.at
    if (inside >= 0 && link < inside && clause.mentions.length === 0) return
    if (
      this.excluding &&
      list !== undefined &&
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
      clause.polarity = null
    }
    if (effect === null) clause.bare = true
    else clause.effect = worse(effect, clause.effect)
    clause.at.symptom = i
    if (SYMPTOM_NOUN.test(this.text(i))) clause.at.symptomNoun = i
    if (clause.mentions.length === 0) clause.leads = true
  }

  /** The clause has begun to say something. */
  began(clause: Clause): void {
    if (this.clause === clause) this.empty = false
  }
}
