import type { Effect } from '../../model/verdict.ts'
import type { Naming } from '../../vendors/vendor.ts'

/** How a clause hangs on the one before: as more of the same list, beside it as in a title, set against it, or on its own. */
export type Join = 'list' | 'mark' | 'contrast' | 'apart'

/** A capability named in a clause, and at which term. */
export interface Mention {
  readonly naming: Naming
  readonly at: number
}

/** How far good news goes. */
export interface Acquittal {
  /** Known only by a verb of doing ("timelines load"), which is no proof of what was never said to be affected. */
  byDoing: boolean
  /** Only this effect is denied; null where it simply works. */
  denied: Effect | null
  /** Only that it can be reached, which takes nothing from its being slow. */
  reachable: boolean
}

const NOWHERE = {
  symptom: -1,
  symptomNoun: -1,
  works: -1,
  /** Words of recovery, which tell where the trouble was. */
  again: -1,
  over: -1,
  can: -1,
  doing: -1,
  /** What takes the force out of good news. */
  notYet: -1,
  /** "Few exports arrive": most of them do not. */
  few: -1,
  preposition: -1,
  link: -1,
  /** A verb of its own, so the clause is no mere item of a list. */
  verb: -1,
  /** A capability that is a verb, and so nobody's complement: "calls to not route". */
  verbal: -1,
  machinery: -1,
  /** A capability named only as a part of the machinery: "search nodes". */
  inner: -1,
  repair: -1,
  about: -1,
  us: -1,
}

/** Kinds of words whose place in the clause matters. */
export type Kind = keyof typeof NOWHERE

/** A stretch of a sentence that says at most one thing. */
export interface Clause {
  join: Join
  /** Begins with a preposition, as an addition to what was said before (", with delays"). */
  adds: boolean

  // What it is about.
  mentions: Mention[]
  readonly pods: string[]
  /** Words that make of a capability one part of it: "inbound" calls, calls "on mobile". */
  readonly qualifiers: string[]
  /** What the complements of its head belong to ("attachments in chat" and then "email"). */
  readonly owners: Naming[]
  /** Ends in a complement that is not affected ("surveys for voice"), so the rest of its list is not either. */
  trailing: boolean

  // What it says of that.
  /** The worst symptom. */
  effect: Effect | null
  /** Trouble of no particular kind ("an issue"). */
  bare: boolean
  affected: boolean
  /** The symptom stands before the first capability: "slow search". */
  leads: boolean
  /** `works`: works or was never affected. `over`: the matter is said to be done with. */
  health: 'works' | 'over' | null
  readonly acquittal: Acquittal
  /** Named as an exception from what is affected. */
  excepted: boolean
  /** Took its predicate from another clause of its list. */
  borrowed: boolean

  /** At which term the last word of a kind stood; -1 for none. */
  readonly at: Record<Kind, number>
}

export const newClause = (join: Join): Clause => ({
  join,
  adds: false,
  mentions: [],
  pods: [],
  qualifiers: [],
  owners: [],
  trailing: false,
  effect: null,
  bare: false,
  affected: false,
  leads: false,
  health: null,
  acquittal: { byDoing: false, denied: null, reachable: false },
  excepted: false,
  borrowed: false,
  at: { ...NOWHERE },
})

export const has = (clause: Clause, kind: Kind): boolean => clause.at[kind] >= 0

/** Says neither that something is wrong nor that it works. */
export const isBlank = (clause: Clause): boolean => clause.effect === null && clause.health === null

/** Says what is wrong, or at least that something is. */
export const isTrouble = (clause: Clause): boolean => clause.effect !== null || clause.bare

export const namesNothing = (clause: Clause): boolean => clause.mentions.length + clause.pods.length === 0

/** What is left out of what the sentence says is not affected by it. */
export const leaveOut = (clause: Clause): void => {
  clause.bare = false
  clause.health = 'works'
  clause.excepted = true
}

export const takeBackIn = (clause: Clause): void => {
  clause.health = null
  clause.excepted = false
}
