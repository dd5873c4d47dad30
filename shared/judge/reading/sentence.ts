import type { Vendor } from '../../vendors/vendor.ts'
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
import { ERROR_CODE } from './trouble.ts'

/** What one sentence says. */
export interface SentenceReading extends Statements {
  /** Pods that may be affected, which nobody knows yet ("checking whether Prod1 is"). */
  readonly doubtedPods: readonly string[]
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
  !terms.some(({ role, text }) => SPEAKING.has(role) || (role === 'word' && ERROR_CODE.test(text)))

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

const podsAfter = (terms: readonly Term[], word: string): string[] => {
  const at = terms.findIndex(({ text }) => text === word)
  return at < 0 ? [] : terms.slice(at).flatMap(({ role, pods = [] }) => (role === 'pod' ? pods : []))
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
  if (isSilent(terms)) return SILENCE
  const ours = withoutAsides(terms)
  const has = (...roles: readonly Term['role'][]): boolean => ours.some(({ role }) => roles.includes(role))

  const clauses = clausesOf(ours)
  settleEffects(clauses, has('some', 'few'))
  dropHints(clauses)
  dropTails(clauses, vendor.part)
  if (!isTitle) dropMachinery(clauses)
  borrowPredicates(clauses)
  spreadRepair(clauses)

  const statements = statementsOf({ clauses, isTitle, vendor })
  return {
    ...statements,
    // What ails the machinery is not yet what people feel.
    loose: has('machinery') ? null : statements.loose,
    doubtedPods: podsAfter(terms, 'whether'),
  }
}
