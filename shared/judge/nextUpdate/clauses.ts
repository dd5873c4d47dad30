import { namesOf, phrases } from './grammar.ts'
import type { Item } from './items.ts'
import { NAMES } from './vocabulary.ts'

/** A part of a sentence that can say something by itself. */
export interface Clause {
  readonly items: readonly Item[]
  /** It depends on an "if": what it says need not happen. */
  readonly unsure: boolean
}

const JOINTS = namesOf(
  {
    more: 'more',
    'we tell': 'we will',
    that: 'then|that',
    'next news': 'our <next>|the <next>',
    'whose time': 'our <word> <time>|our <word> <word> <time>|your <word> <time>|all <word> <time>',
  },
  NAMES,
)
/** Parts clauses, and belongs to none. */
const joint = phrases(
  ';|–|(|)|,|and <unless whose time>|but|while|when|once <unless more>|as soon as|because|whether|so|though|although|after <unless that>|before <unless that>|until <unless next news>',
  JOINTS,
)
const CONDITIONS = 'if|unless|should you|should this|should it|should the|in case'
const condition = phrases(CONDITIONS)
/** Begins a clause. */
const opening = phrases(`which|that|who|${CONDITIONS}`)

/** What is told after it, and in how long, counts from then. */
const occasion = phrases('once <unless more>|when <unless we tell>|as soon as|after', JOINTS)
const withoutSpans = (items: readonly Item[]): Item[] =>
  items.filter((item) => typeof item === 'string' || !item.counted)

/** The clauses of a sentence. */
export const clausesOf = (items: readonly Item[]): Clause[] => {
  const clauses: Item[][] = [[]]
  for (let at = 0; at < items.length; ) {
    const end = joint(items, at)?.end
    if (end !== undefined || opening(items, at) !== null) clauses.push([])
    if (end === undefined) clauses.at(-1)?.push(items[at] as Item)
    at = end ?? at + 1
  }
  const whole = clauses.filter((own) => own.length > 0)
  const isUnsure = (own: readonly Item[] | undefined): boolean =>
    own !== undefined && condition(own, 0) !== null
  // "If it lasts, we will post again": a sentence that begins with a condition says what follows from it.
  const isLater = occasion(items, 0) !== null
  return whole.map((own, at) => ({
    items: isLater && at <= 1 ? withoutSpans(own) : own,
    unsure: isUnsure(own) || (at === 1 && isUnsure(whole[0])),
  }))
}
