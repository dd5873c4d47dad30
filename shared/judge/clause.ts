import type { Naming } from '../vendors/vendor.ts'
import type { Effect } from './verdict.ts'

/** How a clause hangs on the one before: as more of the same list, beside it as in a title, or set against it. */
export type Join = 'list' | 'mark' | 'contrast'

/** A capability named in a clause, and at which term. */
export interface Mention {
  readonly naming: Naming
  readonly at: number
}

/** A stretch of a sentence that says at most one thing. */
export interface Clause {
  join: Join
  mentions: Mention[]
  readonly pods: string[]
  /** The worst symptom named here, and whether it stands before the first capability. */
  effect: Effect | null
  bare: boolean
  leads: boolean
  /** Took its predicate from another clause of its list. */
  borrowed: boolean
  /** Says that something is hit, and whether before the first capability ("affecting search"). */
  hurt: boolean
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
  /** At which term the last word of a kind stood; -1 for none. */
  readonly at: {
    symptom: number
    symptomNoun: number
    well: number
    over: number
    notYet: number
    preposition: number
    link: number
    /** A capability that is a verb, and so nobody's complement: "calls to not route". */
    doing: number
    inside: number
    who: number
    about: number
    us: number
  }
}

export const newClause = (join: Join): Clause => ({
  join,
  mentions: [],
  pods: [],
  effect: null,
  bare: false,
  leads: false,
  borrowed: false,
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
  at: {
    symptom: -1,
    symptomNoun: -1,
    well: -1,
    over: -1,
    notYet: -1,
    preposition: -1,
    link: -1,
    doing: -1,
    inside: -1,
    who: -1,
    about: -1,
    us: -1,
  },
})

/** Says neither that something is wrong nor that it is fine. */
export const isBlank = (clause: Clause): boolean => clause.effect === null && clause.polarity === null
