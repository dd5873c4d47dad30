import type { Naming } from '../../vendors/vendor.ts'
import type { Term } from './lexicon.ts'
import { COMPANY_ACTS, REACHING } from './rules/verbs.ts'

/** What may stand between the product and what is said of it. */
const BETWEEN: ReadonlySet<Term['role'] | undefined> = new Set(['verb', 'plain', 'not-yet', 'some'] as const)
const SAID: ReadonlySet<Term['role'] | undefined> = new Set(['symptom', 'not', 'no', 'works'] as const)

const isOfCompany = (term: Term | undefined): boolean => term !== undefined && COMPANY_ACTS.has(term.text)

/** "Kustomer is slow", "Kustomer does not load"; but "Kustomer is aware" and "is working on it" are said of the company. */
const isSaidOfProduct = (terms: readonly Term[], at: number): boolean => {
  let next = at + 1
  while (BETWEEN.has(terms[next]?.role) && !isOfCompany(terms[next])) next++
  return SAID.has(terms[next]?.role) && !isOfCompany(terms[next]) && !isOfCompany(terms[next + 1])
}

/** "Cannot get into Kustomer", "in all of Kustomer": the last word before the product tells. */
const isReaching = ({ role, text }: Term = { role: 'void', text: '' }): boolean =>
  role === 'every' || REACHING.has(text.slice(text.lastIndexOf(' ') + 1))

/**
 * The product by its name: it is affected itself where people cannot get at it, or where something is said of it. In
 * "Kustomer is aware of an event" it is the company that speaks.
 */
export const withProduct = (terms: readonly Term[], whole: Naming): readonly Term[] => {
  if (!terms.some(({ role }) => role === 'product')) return terms
  return terms.map((term, i) => {
    if (term.role !== 'product') return term
    const isSaid = isSaidOfProduct(terms, i)
    const before = terms[i - 1]
    if (!isSaid && !isReaching(before)) return { role: 'plain', text: term.text }
    const isWhole = isSaid || before?.role !== 'preposition'
    return { role: 'capability', text: term.text, namings: [isWhole ? whole : { ...whole, kind: 'hint' }] }
  })
}
