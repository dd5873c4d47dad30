import type { Naming } from '../vendors/vendor.ts'
import { worse } from './effects.ts'
import { complementOf, headOf, isNear, type Mention } from './heads.ts'
import { afterNo, afterNot } from './negation.ts'
import type { Term } from './phrases.ts'
import type { Effect } from './verdict.ts'

/** How a clause hangs on the one before: as more of the same list, beside it as in a title, or set against it. */
export type Join = 'list' | 'mark' | 'contrast'

/** A stretch of a sentence that says at most one thing. */
export interface Clause {
  readonly join: Join
  mentions: Mention[]
  readonly pods: string[]
  /** The worst symptom named here, and whether it stands before the first capability. */
  effect: Effect | null
  bare: boolean
  leads: boolean
  hurt: boolean
  /** Says so before it names the first capability ("affecting search"). */
  hurtLeads: boolean
  /** `fine`: works or was never hit. `over`: the matter is said to be done with. */
  polarity: 'fine' | 'over' | null
  repair: boolean
  /** A capability named only as a part of the machinery. */
  inner: Mention | null
  /** Names whom it speaks of ("customers who log in"), which is not what works or fails. */
  ofWhom: boolean
  /** "Inbound" calls are not all calls. */
  narrowed: string | null
  /** Has a verb of its own, so it is no mere item of a list. */
  verb: boolean
  /** Ends in a complement that is not hit ("surveys for voice"), so the rest of its list is not either. */
  trailing: boolean
  /** What the complements of this clause's head belong to ("attachments in chat" and then "email"). */
  readonly headNamings: Naming[]
}

const newClause = (join: Join): Clause => ({
  join,
  mentions: [],
  pods: [],
  effect: null,
  bare: false,
  leads: false,
  hurt: false,
  hurtLeads: false,
  polarity: null,
  repair: false,
  inner: null,
  ofWhom: false,
  narrowed: null,
  verb: false,
  trailing: false,
  headNamings: [],
})

const SYMPTOM_NOUN =
  /^(?:errors?|failures?|issues?|delays?|latency|problems?|outages?|slowness|degradation|disruptions?|timeouts?|interruptions?|difficult(?:y|ies)|trouble|backlog|lag|instability)$/
const STOPS = /^[;:]$/
const LISTS = /^(?:[,()[\]+/–—|]|&+| -+ )$/

/** Where in a sentence the words stand that a clause's sense depends on. */
interface Places {
  symptom: number
  noun: number
  well: number
  over: number
  notYet: boolean
  prep: number
  link: number
  /** A capability that is a verb, and so nobody's complement: "calls to not route". */
  doing: number
  who: number
  about: number
}

const nowhere = (): Places => ({
  symptom: -1,
  noun: -1,
  well: -1,
  over: -1,
  notYet: false,
  prep: -1,
  link: -1,
  doing: -1,
  who: -1,
  about: -1,
})

const JOINING: ReadonlySet<string> = new Set(['mark', 'and', 'but', 'except', 'cause', 'when', 'advice'])

/** Cuts a sentence into clauses. Causes, times and ways to reach people are left out: what they name is not hit. */
export const clausesOf = (terms: readonly Term[]): { clauses: Clause[]; some: boolean; inside: boolean } => {
  const clauses: Clause[] = []
  let clause = newClause('list')
  let places = nowhere()
  let some = false
  let aside: 'cause' | 'time' | 'party' | null = null
  let inside = false
  let excluding = false
  let listed: Clause | undefined
  let empty = true

  const close = (join: Join): void => {
    // Two joins in a row (", and") are one.
    if (empty) {
      if (join !== 'list') clause = { ...clause, join }
      return
    }
    empty = true
    const { symptom, well, over } = places
    const done = Math.max(well, over)
    // "Delays have cleared" takes its symptom back; "works, with delays" does not.
    if (done >= 0 && !places.notYet && done > symptom) {
      clause.polarity = well >= 0 ? 'fine' : 'over'
      if (well >= 0) clause.effect = null
      if (well >= 0) clause.bare = false
    }
    clauses.push(clause)
    clause = newClause(join)
    places = nowhere()
    if (excluding) clause.polarity = 'fine'
  }
  const symptomAt = (i: number, effect: Effect | null): void => {
    // "An outage at our carrier is delaying SMS": from the verb on it is our trouble.
    if (aside === 'party' && /ing$/.test(terms[i]?.text ?? '')) aside = null
    if (aside !== null) return
    if (
      excluding &&
      listed !== undefined &&
      listed.effect === null &&
      !listed.bare &&
      listed.mentions.length > 0
    ) {
      // "All channels except voice are slow": the predicate is that of the list the exception was made from.
      listed.effect = effect
      listed.bare = effect === null
      return
    }
    if (excluding) {
      excluding = false
      clause.polarity = null
    }
    if (effect === null) clause.bare = true
    else clause.effect = worse(effect, clause.effect)
    places.symptom = i
    if (SYMPTOM_NOUN.test(terms[i]?.text ?? '')) places.noun = i
    if (clause.mentions.length === 0) clause.leads = true
  }
  /** From here to the end of the list, what is named is not hit. */
  const exclude = (): void => {
    if (clause.mentions.length > 0 || clause.pods.length > 0) close('contrast')
    excluding = true
    listed = clauses.at(-1)
    clause.polarity = 'fine'
  }
  const isAnaphor = (i: number): boolean => {
    const before = [terms[i - 1], terms[i - 2]]
    if (before.some((term) => term?.sense === 'anaphor')) return true
    const next = terms[i + 1]
    const tied = next !== undefined && (/^(?:with|in|on|where)$/.test(next.text) || next.sense === 'hurt')
    return before[0]?.text === 'the' && !tied
  }

  for (let i = 0; i < terms.length; i++) {
    const term = terms[i]
    if (term === undefined) continue
    if (term.sense === 'contact') break
    const from = clause
    switch (term.sense) {
      case 'pod':
        clause.pods.push(...(term.pods ?? []))
        break
      case 'mark':
        if (STOPS.test(term.text)) {
          aside = null
          excluding = false
          close(term.text === ';' ? 'contrast' : 'mark')
        } else if (LISTS.test(term.text)) {
          if (term.text !== '/' && term.text !== '&' && aside !== null) aside = null
          close(/^[,/+&]/.test(term.text) ? 'list' : 'mark')
        }
        break
      case 'and':
        if (aside === 'party') aside = null
        close('list')
        break
      case 'but':
        aside = null
        excluding = false
        close('contrast')
        break
      case 'except':
        close('contrast')
        exclude()
        break
      case 'cause':
        close('contrast')
        aside = 'cause'
        break
      case 'when':
      case 'advice':
        close('contrast')
        aside = 'time'
        break
      case 'down':
      case 'failing':
      case 'delayed':
        if (!/^(?:any|further|additional|future|potential)$/.test(terms[i - 1]?.text ?? ''))
          symptomAt(i, term.sense)
        break
      case 'bare':
        if (!isAnaphor(i)) symptomAt(i, null)
        break
      case 'not': {
        const { meaning, end, doing } = afterNot(terms, i)
        if (meaning === 'except') exclude()
        else if (meaning === 'fine') clause.polarity = 'fine'
        else if (meaning !== null) symptomAt(end, meaning)
        if (doing !== undefined) places.doing = doing
        i = end
        break
      }
      case 'no':
      case 'none': {
        const { meaning, end } = afterNo(terms, i)
        if (meaning === 'except') exclude()
        else if (meaning === 'fine') clause.polarity = 'fine'
        else if (meaning !== null) symptomAt(i, meaning)
        i = end
        break
      }
      case 'hurt':
        // "The event" is the one already spoken of.
        if (/^(?:event|incident)$/.test(term.text) && /^(?:the|this|that)$/.test(terms[i - 1]?.text ?? ''))
          break
        clause.hurt = true
        if (clause.mentions.length === 0) clause.hurtLeads = true
        places.link = i
        if (aside === 'party' && /^(?:affect|impact)/.test(term.text)) aside = null
        break
      case 'link':
        places.link = i
        if (aside === 'party') aside = null
        if (aside === 'cause' && /^(?:when|where)$/.test(term.text)) {
          aside = null
          close('list')
        }
        break
      case 'well':
        if (!clause.bare || clause.mentions.length > 0 || clause.pods.length > 0) places.well = i
        break
      case 'over':
        places.over = i
        break
      case 'notYet':
        places.notYet = true
        break
      case 'some':
        some = true
        places.notYet = true
        break
      case 'prep':
        places.prep = i
        break
      case 'inside': {
        inside = true
        // "Search nodes" are no search, as long as nothing is wrong with them.
        const last = clause.mentions.at(-1)
        if (last?.at === i - 1) clause.inner = last
        break
      }
      case 'who':
        places.who = i
        break
      case 'about':
        places.about = i
        break
      case 'party': {
        const last = clause.mentions.at(-1)
        if (last !== undefined && last.at === i - 1) clause.mentions.pop()
        if (clause.mentions.length > 0 || aside !== null) break
        clause.effect = null
        clause.bare = false
        aside = 'party'
        break
      }
      case 'repair':
        clause.repair = true
        break
      case 'capability': {
        if (aside !== null) break
        if (places.about >= 0 && i - places.about <= 3) {
          clause.trailing = true
          break
        }
        const last = clause.mentions.at(-1)
        const complement =
          last !== undefined &&
          places.doing !== i &&
          places.prep > last.at &&
          places.prep > places.link &&
          !(places.noun > last.at + 1 && places.noun < places.prep)
        if (last !== undefined && complement) complementOf(clause, last, term.namings ?? [], i)
        else {
          const near = last !== undefined && isNear(terms, last.at, i)
          headOf(clause, clauses.at(-1), near ? last : undefined, term.namings ?? [], i)
        }
        if (places.who >= 0) clause.ofWhom = true
        break
      }
      case 'verb':
        clause.verb = true
        break
      case 'narrow':
        clause.narrowed = term.text
        break
      default:
        if (term.text === 'down' && terms[i - 1]?.sense === 'capability') symptomAt(i, 'down')
        break
    }
    if (clause === from && !JOINING.has(term.sense)) empty = false
  }
  close('list')
  return { clauses, some, inside }
}
