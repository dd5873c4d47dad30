import type { Vendor } from '../../vendors/vendor.ts'
import { worse } from '../effects.ts'
import type { Effect } from '../verdict.ts'
import { has, isBlank } from './clause.ts'
import { clausesOf } from './clauses.ts'
import { type Lexicon, type Term, termsOf } from './lexicon.ts'
import { borrow, dropHints, dropMachinery, dropTails } from './lists.ts'
import { type Finding, settlePart } from './part.ts'
import { withPods } from './pods.ts'
import { withProduct } from './product.ts'
import { withoutAsides } from './scopes.ts'

/** Said to work. It takes away only what it names, in the way it names it. */
export interface Working {
  readonly capability: string
  /** Words that narrow it: of "inbound calls on mobile", inbound and mobile. */
  readonly qualifiers: readonly string[]
  /** The pods it is said of; none for all. */
  readonly pods: readonly string[]
  readonly byDoing: boolean
  /** Only this effect is denied of it; null where it simply works. */
  readonly denied: Effect | null
  /** Only that it can be reached, which takes nothing from its being slow. */
  readonly reachable: boolean
}

/** What one sentence says. */
export interface SentenceReading {
  readonly findings: readonly Finding[]
  /** Named without a word of trouble: they count where nothing else does. */
  readonly named: readonly string[]
  readonly working: readonly Working[]
  /** Said to be done with. */
  readonly over: readonly string[]
  readonly pods: readonly string[]
  /** Pods in which something is said to work: they tell where, if nothing else does. */
  readonly contextPods: readonly string[]
  /** Pods said to be left out, or to have recovered. */
  readonly sparedPods: readonly string[]
  /** Pods that may be affected, which nobody knows yet ("checking whether Prod1 is"). */
  readonly doubtedPods: readonly string[]
  /** A symptom of nothing in particular. */
  readonly loose: Effect | null
}

const SPEAKING: ReadonlySet<Term['role']> = new Set([
  'capability',
  'product',
  'pod',
  'symptom',
  'not',
  'no',
  'nobody',
] as const)

/** About half of all sentences thank, promise or explain: they name nothing and say nothing of trouble. */
const isSilent = (terms: readonly Term[]): boolean =>
  terms.every(({ role, text }) => !SPEAKING.has(role) && !(role === 'word' && text >= '4' && text < '6'))

const SILENCE: SentenceReading = {
  findings: [],
  named: [],
  working: [],
  over: [],
  pods: [],
  contextPods: [],
  sparedPods: [],
  doubtedPods: [],
  loose: null,
}

/** Reads a sentence: who is affected, how, and who is not. A title's words all count; a sentence must speak of trouble. */
export const readSentence = (
  text: string,
  isTitle: boolean,
  lexicon: Lexicon,
  vendor: Vendor,
): SentenceReading => {
  const terms = withProduct(withPods(termsOf(text, lexicon)), {
    capability: vendor.whole,
    kind: 'whole',
    phrases: '',
  })
  if (isSilent(terms)) return SILENCE
  const doubt = terms.findIndex(({ text: word }) => word === 'whether')
  const ours = withoutAsides(terms)
  const clauses = clausesOf(ours)
  const some = ours.some(({ role }) => role === 'some' || role === 'few')
  const machinery = ours.some(({ role }) => role === 'machinery')
  const symptom = clauses.some((clause) => clause.effect !== null)
  const affected = clauses.some((clause) => clause.affected)
  for (const clause of clauses) {
    if (clause.bare && !symptom && clause.effect === null) clause.effect = 'failing'
    if (some && clause.effect === 'down') clause.effect = 'failing'
  }
  dropHints(clauses)
  dropTails(clauses, vendor.part)
  if (!isTitle) dropMachinery(clauses)
  const speaks = isTitle || affected || clauses.some((clause) => !isBlank(clause))
  const aboutWhole = clauses.some(
    ({ mentions, effect }) =>
      effect !== null && mentions.length > 0 && mentions.every(({ naming }) => naming.kind === 'whole'),
  )
  borrow(clauses)

  const findings: Finding[] = []
  const named: string[] = []
  const working: Working[] = []
  const over: string[] = []
  const pods: string[] = []
  const contextPods: string[] = []
  const sparedPods: string[] = []
  const names = (capability: string): boolean =>
    clauses.some(({ mentions }) => mentions.some(({ naming }) => naming.capability === capability))
  const chat = names(vendor.part.of)
  const ofPart = names(vendor.part.capability)
  let loose: Effect | null = null
  let repairing = false
  let last: Finding[] = []
  let unclaimed: Effect | null = null
  let lastWorks = false
  /** The pods of what was said to work, should a "but" follow. */
  let lastPods: readonly string[] = []
  let carried: readonly string[] = []
  const spared: { readonly at: number; readonly pods: readonly string[] }[] = []
  for (const [at, clause] of clauses.entries()) {
    // "Chat works; it only takes a while": what comes after is no word about chat.
    if (
      (clause.join === 'apart' || (clause.join === 'list' && !clause.adds)) &&
      lastWorks &&
      clause.mentions.length === 0
    )
      last = []
    lastWorks = clause.health === 'works' && !clause.excepted
    // "Prod1 has recovered: everyone there can log in."
    const where = clause.pods.length === 0 && clause.join === 'mark' ? carried : clause.pods
    carried = clause.mentions.length === 0 ? clause.pods : []
    // "The event in chat, where attachments fail": what chat borrows is the attachments' trouble.
    const settled = settlePart(clause, vendor.part, chat).map((finding) =>
      clause.borrowed && ofPart && finding.capability === vendor.part.of
        ? { ...finding, effect: null, beside: true }
        : finding,
    )
    const capabilities = settled.map(({ capability }) => capability)
    if (clause.health === 'works') {
      const parts = clause.mentions.filter(({ naming }) => naming.kind !== 'act')
      const freed =
        parts.length > 0
          ? capabilities.filter((name) => parts.some(({ naming }) => naming.capability === name))
          : capabilities
      const { qualifiers, acquittal } = clause
      working.push(...freed.map((capability) => ({ capability, qualifiers, pods: where, ...acquittal })))
      if (clause.mentions.length > 0)
        contextPods.push(...(has(clause, 'again') || isTitle ? clause.pods : []))
      else if (qualifiers.length === 0) {
        // "The fix has been deployed to Prod1": what is well is the fix.
        const isOurs = has(clause, 'repair') || has(clause, 'machinery') || has(clause, 'us')
        if (isOurs) contextPods.push(...clause.pods)
        else spared.push({ at: clause.excepted ? clauses.length : at, pods: clause.pods })
      }
      if (capabilities.length > 0 && !clause.excepted) {
        last = settled
        lastPods = where
      }
      continue
    }
    // "We have restarted a server in Prod2" tells where we are at work.
    const isWork =
      !isTitle &&
      isBlank(clause) &&
      !clause.affected &&
      !clause.bare &&
      (has(clause, 'us') || has(clause, 'repair'))
    ;(isWork ? contextPods : pods).push(...clause.pods)
    if (clause.health === 'over' && clause.qualifiers.length === 0) over.push(...capabilities)
    if (settled.length > 0) {
      // A clause with a verb of its own and no word of trouble says something else.
      const elsewhere = !isTitle && has(clause, 'verb') && !affected && isBlank(clause)
      // "Scaled the API and search": what is listed after a repair is repaired too.
      const own = clause.effect !== null || clause.affected
      const repaired: boolean = !own && (has(clause, 'repair') || (clause.join === 'list' && repairing))
      repairing = repaired
      if (elsewhere || repaired || !speaks) {
        if (!repaired) named.push(...capabilities)
        continue
      }
      if (unclaimed !== null) {
        for (const finding of settled)
          findings.push({ ...finding, effect: finding.beside ? null : unclaimed })
        unclaimed = null
      }
      findings.push(...settled)
      last = settled
      lastPods = []
    } else if (clause.effect !== null && clause.health === null) {
      // "Prod1 is down": all of it.
      if (last.length === 0 && clause.pods.length > 0 && clause.effect === 'down')
        findings.push({
          capability: vendor.whole,
          effect: 'down',
          beside: false,
          ofPart: false,
          unless: [],
          hint: false,
        })
      else if (last.length === 0) unclaimed = worse(clause.effect, unclaimed)
      for (const finding of last) {
        const back = working.findIndex(({ capability }) => capability === finding.capability)
        if (back >= 0) working.splice(back, 1)
        findings.push({ ...finding, effect: finding.beside ? null : clause.effect })
        pods.push(...lastPods)
      }
    }
  }
  if (unclaimed !== null && !machinery) loose = unclaimed
  // "Prod1 works, but with delays": trouble that follows without a pod of its own is that pod's.
  for (const { at, pods: named } of spared) {
    const isBack = clauses.some(
      ({ effect, health, bare, pods: own }, other) =>
        other > at && own.length === 0 && health === null && (effect !== null || bare),
    )
    ;(isBack ? pods : sparedPods).push(...named)
  }

  const parts = findings.filter(({ capability }) => capability !== vendor.whole)
  // "All channels except voice" names voice among all, and takes it back.
  const excepted = clauses
    .filter((clause) => clause.excepted)
    .flatMap(({ mentions }) => mentions.map(({ naming }) => naming.capability))
  const kept = aboutWhole || (parts.length === 0 && working.length === 0) ? findings : parts
  return {
    findings: kept.filter(({ capability }) => !excepted.includes(capability)),
    named,
    working,
    over,
    pods,
    contextPods,
    sparedPods,
    doubtedPods:
      doubt < 0
        ? []
        : terms.slice(doubt).flatMap(({ pods: named = [], role }) => (role === 'pod' ? named : [])),
    loose,
  }
}
