import type { Vendor } from '../vendors/vendor.ts'
import { isBlank } from './clause.ts'
import { clausesOf } from './clauses.ts'
import { worse } from './effects.ts'
import { borrow, dropMachinery, dropTails } from './lists.ts'
import { type Hit, settlePart } from './part.ts'
import { type Phrasebook, type Term, termsOf } from './phrases.ts'
import { withPods } from './pods.ts'
import type { Effect } from './verdict.ts'

/** Said to work, with the word that narrows it ("inbound calls"), if there is one. */
export interface Fine {
  readonly capability: string
  readonly narrowed: string | null
  /** The pods it is said of; none for all. */
  readonly pods: readonly string[]
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

const SPEAKING: ReadonlySet<Term['sense']> = new Set([
  'capability',
  'pod',
  'down',
  'failing',
  'delayed',
  'bare',
  'not',
  'no',
  'none',
] as const)

/** About half of all sentences thank, promise or explain: they name nothing and say nothing of trouble. */
const isSilent = (terms: readonly Term[]): boolean =>
  terms.every(({ sense, text }) => !SPEAKING.has(sense) && !(sense === 'word' && text >= '4' && text < '6'))

const SILENCE: SentenceReading = {
  hits: [],
  named: [],
  fine: [],
  over: [],
  pods: [],
  contextPods: [],
  exceptPods: [],
  loose: null,
}

/** Reads a sentence: who is hit, how, and who is not. A title's words all count; a sentence must speak of trouble. */
export const readSentence = (
  text: string,
  isTitle: boolean,
  book: Phrasebook,
  vendor: Vendor,
): SentenceReading => {
  const terms = withPods(termsOf(text, book))
  if (isSilent(terms)) return SILENCE
  const { clauses, some, inside } = clausesOf(terms)
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
  const ofPart = clauses.some(({ mentions }) =>
    mentions.some(({ naming }) => naming.capability === vendor.part.capability),
  )
  for (const clause of clauses) {
    // "The event in chat, where attachments fail": what chat borrows is the attachments' trouble.
    const settled = settlePart(clause, vendor.part, chat).map((hit) =>
      clause.borrowed && ofPart && hit.capability === vendor.part.of
        ? { ...hit, effect: null, beside: true }
        : hit,
    )
    const names = settled.map(({ capability }) => capability)
    if (clause.polarity === 'fine') {
      const parts = clause.mentions.filter(({ naming }) => naming.kind !== 'act')
      const freed =
        parts.length > 0
          ? names.filter((name) => parts.some(({ naming }) => naming.capability === name))
          : names
      if (!clause.ofWhom)
        fine.push(
          ...freed.map((capability) => ({ capability, narrowed: clause.narrowed, pods: clause.pods })),
        )
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
