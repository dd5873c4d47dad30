import { readStatuspage } from '../../shared/feed/statusPage.ts'
import { createJudge } from '../../shared/judge/judge.ts'
import { promiseOf } from '../../shared/judge/nextUpdate/nextUpdate.ts'
import { kustomer } from '../../shared/vendors/kustomer.ts'
import { MADE_AT } from './wholeDocument.ts'

/** What is read in a document that was made just now. */

export const judge = createJudge(kustomer, promiseOf)
const NOW = Date.parse(MADE_AT)

export const judged = (feed: unknown, pod = 'prod1') => {
  const parsed = readStatuspage(feed, kustomer)
  if (!parsed.ok) throw new Error(parsed.detail)
  return judge(parsed.value, pod, { now: NOW, fetchedAt: NOW })
}

/** A level, or why the document was refused. */
export const levelOf = (feed: unknown, pod = 'prod1'): string => {
  const parsed = readStatuspage(feed, kustomer)
  return parsed.ok ? judge(parsed.value, pod, { now: NOW, fetchedAt: NOW }).level : parsed.failure
}

export const levelsOf = (feed: unknown) => [levelOf(feed, 'prod1'), levelOf(feed, 'prod2')]

export const INCOMPLETE = { level: 'unknown', reason: 'incomplete' }
export const CHAT = 'Channel - Chat'
