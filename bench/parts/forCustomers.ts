/** What a page loads to judge trouble for its customers. */
import { judgeForCustomers } from '../../shared/judge/customers/judge.ts'

export { judgeForCustomers }
