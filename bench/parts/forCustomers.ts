/** What a page loads to judge trouble for its customers, who are promised nothing. */
import { readJson } from '../../shared/feed/body.ts'
import { readStatuspage } from '../../shared/feed/summary.ts'
import { createJudge } from '../../shared/judge/judge.ts'
import { kustomer } from '../../shared/vendors/kustomer.ts'

const judge = createJudge(kustomer, () => null)

export { judge, readJson, readStatuspage }
