import { OTHER_PODS } from '../../model/pod.ts'
import type { Vendor } from '../../vendors/vendor.ts'
import type { Clause } from './clause.ts'
import { clausesOf } from './clauses.ts'
import { type Lexicon, type Term, termsOf } from './lexicon.ts'
import {
  borrowPredicates,
  dropHints,
  dropMachinery,
  dropTails,
  settleEffects,
  spreadRepair,
} from './lists.ts'
import { withPods } from './pods.ts'
import { withProduct } from './product.ts'
import { withoutAsides } from './scopes.ts'
import { type Statements, statementsOf } from './statements.ts'

/** What one sentence says. */
export interface SentenceReading extends Statements {
  /** Speaks of the place of the sentence before it: "Chats there are still slow." */
  readonly pointsThere: boolean
  /** Says that what was over is not: "The fix did not hold." */
  readonly isReopened: boolean
  /** Says of what it names what the sentence before it said: "The same goes for exports." */
  readonly isLikeBefore: boolean
}

/** Opens what nobody knows yet: "checking if Prod1 is affected", "cannot rule out that it is". */
const DOUBT = /^whether$| if$|rule out$|exclude$/

/** "Chats there are still slow"; in "there is an outage" it points nowhere. */
const isPointing = ({ text }: Term, at: number, terms: readonly Term[]): boolean =>
  text === 'there' &&
  !(terms[at + 1]?.role === 'verb' && /^(?:|mark|and|but|void)$/.test(terms[at - 1]?.role ?? ''))

/** "This is not limited to Prod2." */
const WIDER = /(?:limited|confined|restricted) to$|^beyond$/

const doubtedIn = (terms: readonly Term[]): string[] => {
  const wider = terms.findIndex(({ role, text }) => role === 'aside' && WIDER.test(text))
  if (wider >= 0 && terms[wider + 1]?.role === 'pod') return [OTHER_PODS]
  const at = terms.findIndex(({ role, text }) => role === 'aside' && DOUBT.test(text))
  return at < 0 ? [] : terms.slice(at).flatMap(({ role, pods = [] }) => (role === 'pod' ? pods : []))
}

/** Without one of these a sentence says nothing of anybody: about half of all sentences thank, promise or explain. */
const SPEAKING: ReadonlySet<Term['role']> = new Set([
  'capability',
  'product',
  'pod',
  'symptom',
  'not',
  'no',
  'nobody',
] as const)

const isSilent = (terms: readonly Term[]): boolean =>
  terms.every(({ role, text }) => !SPEAKING.has(role) && !(role === 'word' && text >= '4' && text < '6'))

/** The clauses of a sentence, with what they give to each other. */
const connectedClauses = (terms: readonly Term[], isTitle: boolean, vendor: Vendor): Clause[] => {
  const clauses = clausesOf(terms)
  settleEffects(
    clauses,
    terms.some(({ role }) => role === 'some' || role === 'few'),
  )
  dropHints(clauses)
  dropTails(clauses, vendor.part)
  if (!isTitle) dropMachinery(clauses)
  borrowPredicates(clauses)
  spreadRepair(clauses)
  return clauses
}

/** Reads a sentence: who is affected, how, and who is not. A title's words all count; a sentence must speak of trouble. */
export const readSentence = (
  text: string,
  isTitle: boolean,
  lexicon: Lexicon,
  vendor: Vendor,
): SentenceReading => {
  const whole = { capability: vendor.whole, kind: 'whole', phrases: '' } as const
  const terms = withProduct(withPods(termsOf(text, lexicon)), whole)
  const ours = withoutAsides(terms)
  const hasRole = (wanted: Term['role']): boolean => ours.some(({ role }) => role === wanted)
  const clauses = isSilent(terms) ? [] : connectedClauses(ours, isTitle, vendor)
  const statements = statementsOf({ clauses, isTitle, vendor })
  return {
    ...statements,
    // What ails the machinery is not yet what people feel.
    loose: hasRole('machinery') ? null : statements.loose,
    doubtedPods: [...statements.doubtedPods, ...doubtedIn(terms)],
    pointsThere: terms.some(isPointing),
    isReopened: terms.some(({ role }) => role === 'reopened'),
    isLikeBefore: hasRole('same') && statements.named.length > 0,
  }
}
