import type { Vendor } from '../vendors/vendor.ts'
import { type Clause, clausesOf } from './clauses.ts'
import { worse } from './effects.ts'
import { type Phrasebook, termsOf } from './phrases.ts'
import { withPods } from './pods.ts'
import type { Effect } from './verdict.ts'

export interface Hit {
  readonly capability: string
  /** Null where it is only said to be hit. */
  readonly effect: Effect | null
  /** Named beside the part it carries: alone it is not hit by this sentence. */
  readonly beside: boolean
  /** Hit only as far as attachments go. */
  readonly ofPart: boolean
}

/** Said to work, with the word that narrows it ("inbound calls"), if there is one. */
export interface Fine {
  readonly capability: string
  readonly narrowed: string | null
}

/** What one sentence says. */
export interface SentenceReading {
  readonly hits: readonly Hit[]
  /** Named without a word of trouble: they count where nothing else does. */
  readonly named: readonly string[]
  /** Said to work, or never to have been hit. */
  readonly fine: readonly Fine[]
  /** Said to be done with. */
  readonly over: readonly string[]
  readonly pods: readonly string[]
  /** Pods in which something is said to work: they tell where, if nothing else does. */
  readonly contextPods: readonly string[]
  /** Pods said to be left out. */
  readonly exceptPods: readonly string[]
  /** A symptom of nothing in particular. */
  readonly loose: Effect | null
}

const isBlank = (clause: Clause): boolean => clause.effect === null && clause.polarity === null

/** A clause that only lists: it takes its predicate from the list's end ("a, b and c are slow") or from its start. */
const predicateFor = (clauses: readonly Clause[], at: number): Clause | null => {
  const before = clauses[at - 1]
  const clause = clauses[at]
  if (before !== undefined && clause?.join === 'list' && before.leads && !isBlank(before)) return before
  for (let i = at + 1; i < clauses.length; i++) {
    const next = clauses[i]
    if (next === undefined || next.join === 'contrast') break
    if (isBlank(next)) continue
    if (next.mentions.length > 0 && (next.leads || next.join === 'mark')) break
    return next
  }
  return before !== undefined && clause?.join !== 'contrast' && !isBlank(before) ? before : null
}

/** Lists pass on what their end said, so a clause may borrow from one that borrowed. */
const borrow = (clauses: readonly Clause[]): void => {
  clauses.forEach((clause, i) => {
    if (!isBlank(clause) || (clause.mentions.length === 0 && clause.pods.length === 0)) return
    if (clause.verb && !clause.hurt) return
    // A pod set apart, as in a title's brackets, stands for itself.
    const alone = clause.mentions.length === 0
    if (alone && clauses[i + 1]?.join !== 'list' && clause.join !== 'list') return
    const from = predicateFor(clauses, i)
    if (from === null) return
    clause.effect = from.effect
    clause.polarity = from.polarity
    clause.leads = from.leads
  })
}

/** "Surveys for voice, email and SMS": the rest of a complement's list is no more hit than its start. */
const dropTails = (clauses: readonly Clause[], part: Vendor['part']): void => {
  for (let i = 1; i < clauses.length; i++) {
    const before = clauses[i - 1]
    const clause = clauses[i]
    if (!before?.trailing || clause?.join !== 'list' || clause.leads || clause.bare || clause.hurtLeads)
      continue
    // "Surveys for chat and email are late": a predicate at the end speaks of the head.
    if (!isBlank(clause) && !isBlank(before)) continue
    const ofPart = before.mentions.some(({ naming }) => naming.capability === part.capability)
    // "Attachments in email and chat": of each channel it is the attachments that are hit.
    if (!ofPart) clause.mentions = []
    else
      clause.mentions.push(...before.mentions.filter(({ naming }) => naming.capability === part.capability))
    clause.trailing = true
  }
}

/** "Search nodes" are no search, as long as nothing is said to be wrong with them. */
const dropMachinery = (clauses: readonly Clause[]): void => {
  for (const clause of clauses)
    if (clause.inner !== null && clause.effect === null)
      clause.mentions = clause.mentions.filter((mention) => mention !== clause.inner)
}

/** Attachments belong to the channel named beside them; beside chat they stand for it. */
const settlePart = (clause: Clause, part: Vendor['part'], chatInSentence: boolean): Hit[] => {
  const named = clause.mentions.map(({ naming }) => naming)
  const isPart = (kind: string) => (naming: (typeof named)[number]) =>
    naming.capability === part.capability && (kind === 'any' || naming.kind === kind)
  const effect = clause.effect
  const hit = (capability: string, beside = false, ofPart = false): Hit => ({
    capability,
    effect,
    beside,
    ofPart,
  })
  if (!named.some(isPart('any'))) return named.map(({ capability }) => hit(capability))

  const channels = [...named, ...clause.headNamings].filter(({ kind }) => kind === 'channel')
  const others = named.filter((naming) => naming.kind !== 'channel' && !isPart('any')(naming))
  const rest = others.map(({ capability }) => hit(capability))
  const own = channels
    .filter(({ capability }) => capability !== part.of)
    .map(({ capability }) => hit(capability, false, true))
  const strict = named.some(isPart('thing'))
  const ofChat =
    channels.some(({ capability }) => capability === part.of) || (chatInSentence && channels.length === 0)
  if (ofChat) return [...rest, ...own, hit(part.capability), { ...hit(part.of, true), effect: null }]
  if (channels.length > 0) return [...rest, ...own]
  if (strict) return [...rest, hit(`${part.capability}?`)]
  // "Images in articles": without a channel the word is no capability, and what it stands in is hit.
  return [...rest, ...clause.headNamings.map(({ capability }) => hit(capability))]
}

/** Reads a sentence: who is hit, how, and who is not. A title's words all count; a sentence must speak of trouble. */
export const readSentence = (
  text: string,
  isTitle: boolean,
  book: Phrasebook,
  vendor: Vendor,
): SentenceReading => {
  const { clauses, some, inside } = clausesOf(withPods(termsOf(text, book)))
  const symptom = clauses.some((clause) => clause.effect !== null)
  const hurt = clauses.some((clause) => clause.hurt)
  for (const clause of clauses) {
    if (clause.bare && !symptom && clause.effect === null) clause.effect = 'failing'
    if (some && clause.effect === 'down') clause.effect = 'failing'
  }
  dropTails(clauses, vendor.part)
  if (!isTitle) dropMachinery(clauses)
  const speaks = isTitle || hurt || clauses.some((clause) => !isBlank(clause))
  const aboutWhole = clauses.some(
    ({ mentions, effect }) =>
      effect !== null && mentions.length > 0 && mentions.every(({ naming }) => naming.kind === 'whole'),
  )
  borrow(clauses)

  const hits: Hit[] = []
  const named: string[] = []
  const fine: Fine[] = []
  const over: string[] = []
  const pods: string[] = []
  const contextPods: string[] = []
  const exceptPods: string[] = []
  const chat = clauses.some(({ mentions }) =>
    mentions.some(({ naming }) => naming.capability === vendor.part.of),
  )
  let loose: Effect | null = null
  let repairing = false
  let last: Hit[] = []
  let unclaimed: Effect | null = null
  for (const clause of clauses) {
    const settled = settlePart(clause, vendor.part, chat)
    const names = settled.map(({ capability }) => capability)
    if (clause.polarity === 'fine') {
      const parts = clause.mentions.filter(({ naming }) => naming.kind !== 'act')
      const freed =
        parts.length > 0
          ? names.filter((name) => parts.some(({ naming }) => naming.capability === name))
          : names
      if (!clause.ofWhom) fine.push(...freed.map((capability) => ({ capability, narrowed: clause.narrowed })))
      if (clause.mentions.length > 0) contextPods.push(...clause.pods)
      else exceptPods.push(...clause.pods)
      if (names.length > 0) last = settled
      continue
    }
    pods.push(...clause.pods)
    if (clause.polarity === 'over') over.push(...names)
    if (settled.length > 0) {
      // A clause with a verb of its own and no word of trouble says something else.
      const elsewhere = !isTitle && clause.verb && !hurt && isBlank(clause)
      // "Scaled the API and search": what is listed after a repair is repaired too.
      const own = clause.effect !== null || clause.hurt
      const repaired: boolean = !own && (clause.repair || (clause.join === 'list' && repairing))
      repairing = repaired
      if (elsewhere || repaired || !speaks) {
        if (!repaired) named.push(...names)
        continue
      }
      if (unclaimed !== null) {
        for (const hit of settled) hits.push({ ...hit, effect: hit.beside ? null : unclaimed })
        unclaimed = null
      }
      hits.push(...settled)
      last = settled
    } else if (clause.effect !== null && clause.polarity === null) {
      if (last.length === 0) unclaimed = worse(clause.effect, unclaimed)
      for (const hit of last) {
        const back = fine.findIndex(({ capability }) => capability === hit.capability)
        if (back >= 0) fine.splice(back, 1)
        hits.push({ ...hit, effect: hit.beside ? null : clause.effect })
      }
    }
  }
  if (unclaimed !== null && !inside) loose = unclaimed

  const parts = hits.filter(({ capability }) => capability !== vendor.whole)
  const wholes = aboutWhole || (parts.length === 0 && fine.length === 0) ? hits : parts
  return { hits: wholes, named, fine, over, pods, contextPods, exceptPods, loose }
}
