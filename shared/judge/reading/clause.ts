import type { Naming } from '../../vendors/vendor.ts'
import type { Effect } from '../verdict.ts'

/** How a clause hangs on the one before: as more of the same list, beside it as in a title, set against it, or on its own. */
export type Join = 'list' | 'mark' | 'contrast' | 'apart'

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
  /** Trouble of no particular kind ("an issue"). */
  bare: boolean
  leads: boolean
  /** Took its predicate from another clause of its list. */
  borrowed: boolean
  /** Says that something is affected, and whether before the first capability ("affecting search"). */
  affected: boolean
  affectedLeads: boolean
  /** `works`: works or was never affected. `over`: the matter is said to be done with. */
  health: 'works' | 'over' | null
  /** Known only by words of recovery, which tell where the trouble was. */
  again: boolean
  /** "Few exports arrive": most of them do not. */
  few: boolean
  /** Works only in that this is denied of it. */
  denied: Effect | null
  /** Named as an exception from what is affected. */
  excepted: boolean
  /** Is only said to be there. */
  reachable: boolean
  /** Works only by a verb of doing ("timelines load"), which is no proof of what was never said to be affected. */
  byDoing: boolean
  /** Begins with a preposition, as an addition to what was said before (", with delays"). */
  adds: boolean
  repair: boolean
  /** A capability named only as a part of the machinery. */
  inner: Mention | null
  /** Words that make of a capability one part of it: "inbound" calls, calls "on mobile". */
  readonly qualifiers: string[]
  /** Has a verb of its own, so it is no mere item of a list. */
  verb: boolean
  /** Ends in a complement that is not affected ("surveys for voice"), so the rest of its list is not either. */
  trailing: boolean
  /** What the complements of this clause's head belong to ("attachments in chat" and then "email"). */
  readonly owners: Naming[]
  /** At which term the last word of a kind stood; -1 for none. */
  readonly at: {
    symptom: number
    symptomNoun: number
    works: number
    over: number
    can: number
    doing: number
    notYet: number
    preposition: number
    link: number
    /** A capability that is a verb, and so nobody's complement: "calls to not route". */
    verbal: number
    machinery: number
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
  affected: false,
  affectedLeads: false,
  health: null,
  again: false,
  few: false,
  denied: null,
  excepted: false,
  reachable: false,
  byDoing: false,
  adds: false,
  repair: false,
  inner: null,
  qualifiers: [],
  verb: false,
  trailing: false,
  owners: [],
  at: {
    symptom: -1,
    symptomNoun: -1,
    works: -1,
    over: -1,
    can: -1,
    doing: -1,
    notYet: -1,
    preposition: -1,
    link: -1,
    verbal: -1,
    machinery: -1,
    about: -1,
    us: -1,
  },
})

/** Says neither that something is wrong nor that it works. */
export const isBlank = (clause: Clause): boolean => clause.effect === null && clause.health === null
