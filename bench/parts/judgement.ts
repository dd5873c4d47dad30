/** What the extension loads to judge: reading the feed, judging it by one vendor's words, and its promises. */
import { readJson } from '../../shared/feed/body.ts'
import { readStatuspage } from '../../shared/feed/summary.ts'
import { createJudge } from '../../shared/judge/judge.ts'
import { promiseOf } from '../../shared/judge/promise/promise.ts'
import { kustomer } from '../../shared/vendors/kustomer.ts'

export { createJudge, kustomer, promiseOf, readJson, readStatuspage }
