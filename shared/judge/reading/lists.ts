import type { Naming, Vendor } from '../../vendors/vendor.ts'
import { type Clause, has, isBlank, type Mention, namesNothing } from './clause.ts'

// What the clauses of a sentence give to each other, and take away.

/** A bare issue counts as failing where no symptom is named, and what is down for some only fails. */
export const settleEffects = (clauses: readonly Clause[], isForSome: boolean): void => {
  const isBare = clauses.every(({ effect }) => effect === null)
  for (const clause of clauses)
    if ((isBare && clause.bare) || (isForSome && clause.effect === 'down')) clause.effect = 'failing'
}

/** "Visitors" are those in the chat only where nothing else is spoken of, and "webhook calls" are no calls. */
export const dropHints = (clauses: readonly Clause[]): void => {
  const namings = clauses.flatMap(({ mentions }) => mentions.map(({ naming }) => naming))
  const isElse = ({ unless }: Naming): boolean =>
    unless?.some((other) => namings.some(({ capability }) => capability === other)) ?? false
  const hasMore = namings.some((naming) => naming.kind !== 'hint' && !isElse(naming))
  for (const clause of clauses)
    clause.mentions = clause.mentions.filter(
      ({ naming }) => !isElse(naming) && !(hasMore && naming.kind === 'hint'),
    )
}

/** "..., affecting search": what is affected comes after. */
const affectsNext = ({ affected, mentions: [first], at }: Clause): boolean =>
  affected && first !== undefined && first.at > at.link

/** "Surveys for voice, email and SMS": the rest of a complement's list is no more affected than its start. */
export const dropTails = (clauses: readonly Clause[], part: Vendor['part']): void => {
  const isPart = ({ naming }: Mention): boolean => naming.capability === part.capability
  for (const [i, clause] of clauses.entries()) {
    const before = clauses[i - 1]
    if (!before?.trailing || clause.join !== 'list') continue
    if (clause.leads || clause.bare || affectsNext(clause)) continue
    // "Surveys for chat and email are late": a predicate at the end speaks of the head.
    if (!isBlank(clause) && !isBlank(before)) continue
    const carried = before.mentions.find(isPart)
    // "Attachments in email and chat": of each channel it is the attachments that are affected.
    clause.mentions = carried === undefined ? [] : [...clause.mentions, carried]
    clause.trailing = true
  }
}

/** "Search nodes" are no search, as long as nothing is said to be wrong with them. */
export const dropMachinery = (clauses: readonly Clause[]): void => {
  for (const clause of clauses)
    if (clause.effect === null) clause.mentions = clause.mentions.filter(({ at }) => at !== clause.at.inner)
}

const isSetOff = ({ join }: Clause): boolean => join === 'contrast' || join === 'apart'

/** What says more of itself, as "Prod1 not yet" or "Prod1 is affected", takes no good news from its neighbour. */
const isOpen = (clause: Clause): boolean =>
  !clause.affected &&
  !clause.bare &&
  !(['notYet', 'few', 'over', 'repair', 'machinery', 'us', 'verb'] as const).some((kind) => has(clause, kind))

/** Words that narrow it are no part of a bare name, but for those that are the name, as "bots" of assistants. */
const isBareName = (clause: Clause): boolean =>
  isOpen(clause) && clause.qualifiers.length <= clause.mentions.filter(({ naming }) => naming.isPart).length

/** "A, b and c are slow": the next clause that says something, unless it has a subject of its own after that. */
const predicateAhead = (clauses: readonly Clause[], at: number): Clause | undefined => {
  for (const next of clauses.slice(at + 1)) {
    if (isSetOff(next)) return undefined
    // "Prod1: investigating, Prod2: fine": that was said of the first.
    const isOwn = has(next, 'verb') || (next.join === 'mark' && !isBareName(next))
    if (isBlank(next) && namesNothing(next) && isOwn) return undefined
    if (!isBlank(next))
      return next.mentions.length > 0 && (next.leads || next.join === 'mark') ? undefined : next
  }
  return undefined
}

/** "Prod1: down, Prod2: fine": what stands behind a mark was said of the name before it. */
const isAnswer = (clauses: readonly Clause[], at: number): boolean => {
  const [name, answer] = [clauses[at - 1], clauses[at]]
  return answer?.join === 'mark' && namesNothing(answer) && name !== undefined && !namesNothing(name)
}

/** "Affected: Prod1 and Prod2, unaffected: Prod4": the words at the head of a list, before a mark. */
const labelOf = (clauses: readonly Clause[], at: number): Clause | undefined => {
  let first = at
  while (clauses[first]?.join === 'list' && first > 0 && !namesNothing(clauses[first - 1] as Clause)) first--
  const label = clauses[first]?.join === 'mark' ? clauses[first - 1] : undefined
  const isLabel = label !== undefined && namesNothing(label) && !isAnswer(clauses, first - 1)
  return isLabel && (!isBlank(label) || label.affected || label.bare) ? label : undefined
}

/** "Fine: all the rest, chat and email": the head of the list may stand further back. */
const predicateBehind = (clauses: readonly Clause[], at: number): Clause | undefined => {
  if (isSetOff(clauses[at] as Clause) || isAnswer(clauses, at + 1)) return undefined
  let head = at - 1
  while (clauses[head]?.join === 'list' && isBlank(clauses[head] as Clause)) head--
  const found = clauses[head]
  return found !== undefined && !isBlank(found) && !isAnswer(clauses, head) ? found : undefined
}

const predicateFor = (clauses: readonly Clause[], at: number): Clause | undefined => {
  const before = clauses[at - 1]
  const clause = clauses[at] as Clause
  if (before?.leads && !isBlank(before) && clause.join === 'list' && !isAnswer(clauses, at - 1)) return before
  const label = labelOf(clauses, at)
  if (label !== undefined) return isBlank(label) ? undefined : label
  const ahead = predicateAhead(clauses, at)
  const from = ahead ?? predicateBehind(clauses, at)
  const isGood = from !== undefined && from.health !== null
  // "Those who write in chat, voice and email are fine"; but "Prod2 is fine, Prod1 by noon".
  const takesGood = ahead === undefined ? isBareName(clause) : isOpen(clause)
  return isGood && !takesGood ? undefined : from
}

/** Whether a clause says nothing itself, and is an item of a list. */
const isItem = (clauses: readonly Clause[], at: number): boolean => {
  const clause = clauses[at] as Clause
  const before = clauses[at - 1]
  if (!isBlank(clause) || namesNothing(clause)) return false
  if (has(clause, 'verb') && !clause.affected && !clause.bare) return false
  // "..., we keep working on Prod2" says something of its own.
  if (has(clause, 'us')) return false
  // A pod set apart, as in a title's brackets, stands for itself: "Affected:" before it makes it an item.
  const isHeaded = before !== undefined && before.health !== null && !before.excepted && namesNothing(before)
  const isListed = clause.join === 'list' || clauses[at + 1]?.join === 'list' || isAnswer(clauses, at + 1)
  return clause.mentions.length > 0 || isHeaded || isListed
}

/** An item takes the predicate of its list. Lists pass on what their end said, so it may come from one that took it. */
export const borrowPredicates = (clauses: readonly Clause[]): void => {
  for (const [i, clause] of clauses.entries()) {
    const from = isItem(clauses, i) ? predicateFor(clauses, i) : undefined
    if (from === undefined) continue
    clause.borrowed = true
    clause.effect = from.effect
    clause.health = from.health
    clause.leads = from.leads
  }
}

/** "Scaled the API and search": what is listed after a repair is repaired too. */
export const spreadRepair = (clauses: readonly Clause[]): void => {
  for (const [i, clause] of clauses.entries()) {
    const before = clauses[i - 1]
    if (before === undefined || clause.join !== 'list' || !isBlank(clause)) continue
    if (before.mentions.length > 0 && before.effect === null && !before.affected)
      clause.at.repair = Math.max(clause.at.repair, before.at.repair)
  }
}
