import { rowsOf } from '../../shared/model/guards.ts'
import type { RelayAnswer } from '../protocol.ts'
import { PAGE_ID, VENDOR } from './vendorFacts.ts'

/** Whether it speaks of the vendor's page, in the words we know. */
export const isOurRelay = ({ podlight, vendor, page }: Omit<RelayAnswer, 'age'>): boolean =>
  podlight === 1 && vendor === VENDOR && page === PAGE_ID

/** Its verdicts, of one pod or of all. */
export const verdictsIn = ({ verdict, verdicts }: RelayAnswer): readonly RelayAnswer['verdict'][] => [
  verdict,
  ...(rowsOf(verdicts) as RelayAnswer['verdict'][]),
]
