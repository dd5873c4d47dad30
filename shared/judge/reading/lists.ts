import type { Vendor } from '../../vendors/vendor.ts'
import { type Clause, has, isBlank } from './clause.ts'

const isSetOff = ({ join }: Clause): boolean => join === 'contrast' || join === 'apart'

/** A clause that only lists: it takes its predicate from the list's end ("a, b and c are slow") or from its start. */
const predicateFor = (clauses: readonly Clause[], at: number): Clause | null => {
  const before = clauses[at - 1]
  const clause = clauses[at]
  if (before !== undefined && clause?.join === 'list' && before.leads && !isBlank(before)) return before
  for (let i = at + 1; i < clauses.length; i++) {
    const next = clauses[i]
    if (next === undefined || isSetOff(next)) break
    if (isBlank(next)) continue
    if (next.mentions.length > 0 && (next.leads || next.join === 'mark')) break
    return next
  }
  if (clause === undefined || isSetOff(clause)) return null
  // "Fine: all the rest, chat and email": the head of the list may stand further back.
  let back = at - 1
  while (back > 0 && clauses[back]?.join === 'list' && isBlank(clauses[back] as Clause)) back--
  const head = clauses[back]
  return head !== undefined && !isBlank(head) ? head : null
}

/** Lists pass on what their end said, so a clause may borrow from one that borrowed. */
export const borrow = (clauses: readonly Clause[]): void => {
  clauses.forEach((clause, i) => {
    if (!isBlank(clause) || (clause.mentions.length === 0 && clause.pods.length === 0)) return
    if (has(clause, 'verb') && !clause.affected && !clause.bare) return
    // "..., we keep working on Prod2" says something of its own.
    if (has(clause, 'us')) return
    // A pod set apart, as in a title's brackets, stands for itself.
    const alone = clause.mentions.length === 0
    const before = clauses[i - 1]
    const isHeaded =
      before !== undefined &&
      before.health !== null &&
      !before.excepted &&
      before.mentions.length + before.pods.length === 0
    if (alone && !isHeaded && clauses[i + 1]?.join !== 'list' && clause.join !== 'list') return
    const from = predicateFor(clauses, i)
    if (from === null) return
    clause.borrowed = true
    clause.effect = from.effect
    clause.health = from.health
    clause.leads = from.leads
  })
}

/** "..., affecting search": what is affected comes after. */
const affectsNext = ({ affected, mentions: [first], at }: Clause): boolean =>
  affected && first !== undefined && first.at > at.link

/** "Surveys for voice, email and SMS": the rest of a complement's list is no more affected than its start. */
export const dropTails = (clauses: readonly Clause[], part: Vendor['part']): void => {
  for (let i = 1; i < clauses.length; i++) {
    const before = clauses[i - 1]
    const clause = clauses[i]
    if (!before?.trailing || clause?.join !== 'list' || clause.leads || clause.bare || affectsNext(clause))
      continue
    // "Surveys for chat and email are late": a predicate at the end speaks of the head.
    if (!isBlank(clause) && !isBlank(before)) continue
    const ofPart = before.mentions.some(({ naming }) => naming.capability === part.capability)
    // "Attachments in email and chat": of each channel it is the attachments that are affected.
    if (!ofPart) clause.mentions = []
    else
      clause.mentions.push(...before.mentions.filter(({ naming }) => naming.capability === part.capability))
    clause.trailing = true
  }
}

/** "Visitors" are those in the chat only where nothing else is spoken of. */
export const dropHints = (clauses: readonly Clause[]): void => {
  const named = new Set(clauses.flatMap(({ mentions }) => mentions.map(({ naming }) => naming.capability)))
  for (const clause of clauses)
    clause.mentions = clause.mentions.filter(
      ({ naming }) => !naming.unless?.some((other) => named.has(other)),
    )
  const isHint = ({ naming }: Clause['mentions'][number]): boolean => naming.kind === 'hint'
  if (!clauses.some(({ mentions }) => mentions.some((mention) => !isHint(mention)))) return
  for (const clause of clauses) clause.mentions = clause.mentions.filter((mention) => !isHint(mention))
}

/** "Search nodes" are no search, as long as nothing is said to be wrong with them. */
export const dropMachinery = (clauses: readonly Clause[]): void => {
  for (const clause of clauses)
    if (clause.effect === null) clause.mentions = clause.mentions.filter(({ at }) => at !== clause.at.inner)
}
