import type { Naming } from '../../vendors/vendor.ts'
import type { Term } from './lexicon.ts'

/** What people do to get at the product, and where things happen in it. */
const BEFORE =
  /(?:access|accessing|access to|open|opening|load|loading|reach|reaching|use|using|get into|getting into|log into|logging into|in|into|across|throughout|of|with|all of|whole|entire|inside|within|to)$/
/** Words between the product and what is said of it. */
const BETWEEN = /^(?:verb|plain|not-yet|some)$/
const SAID = /^(?:symptom|not|no|works)$/
const OURS = /^(?:aware|investigat\w*|know|working)$/

/**
 * The product by its name: it is affected itself where people cannot get at it, or where something is said of it. In
 * "Kustomer is aware of an event" it is the company that speaks.
 */
export const withProduct = (terms: readonly Term[], whole: Naming): readonly Term[] => {
  if (!terms.some(({ role }) => role === 'product')) return terms
  return terms.map((term, i) => {
    if (term.role !== 'product') return term
    const before = terms[i - 1]
    let next = i + 1
    while (BETWEEN.test(terms[next]?.role ?? '') && !OURS.test(terms[next]?.text ?? '')) next++
    const { role = '', text = '' } = terms[next] ?? {}
    const isSaid = SAID.test(role) && !OURS.test(terms[next + 1]?.text ?? '') && !OURS.test(text)
    const isReached = before !== undefined && before.role !== 'mark' && BEFORE.test(before.text)
    return isSaid || isReached
      ? {
          role: 'capability',
          text: term.text,
          namings: [isSaid || before?.role !== 'preposition' ? whole : { ...whole, kind: 'hint' }],
        }
      : { role: 'plain', text: term.text }
  })
}
