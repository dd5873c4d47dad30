/** What the extension loads to judge: reading the feed, judging it by one vendor's words, and its promises. */
import { readJson } from '../../shared/feed/body.ts'
import { readStatuspage } from '../../shared/feed/statusPage.ts'
import { createJudge } from '../../shared/judge/judge.ts'
import { promiseOf } from '../../shared/judge/nextUpdate/nextUpdate.ts'
import { kustomer } from '../../shared/vendors/kustomer.ts'

export { createJudge, kustomer, promiseOf, readJson, readStatuspage }
