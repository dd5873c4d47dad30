/** What a page loads to judge trouble: reading the feed and judging it by one vendor's words. */
import { readJson } from '../../shared/feed/body.ts'
import { readStatuspage } from '../../shared/feed/summary.ts'
import { createJudge } from '../../shared/judge/judge.ts'
import { kustomer } from '../../shared/vendors/kustomer.ts'

export { createJudge, kustomer, readJson, readStatuspage }
