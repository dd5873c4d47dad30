import type { News } from '../feed/news.ts'
import { ageOf } from '../model/age.ts'
import type { Judgement, Reason } from '../model/verdict.ts'
import { kustomer } from '../vendors/kustomer.ts'
import { type Concerns, createJudge, unknown } from './judge.ts'
import { promiseOf } from './nextUpdate/nextUpdate.ts'

/** What is held of the feed: the last news, how old it is, and what went wrong since. */
export interface LastAnswer {
  readonly news: News | null
  /** The time that the news is as old as: when we asked, or when a relay did. */
  readonly at: number | null
  /** Why the last request brought none; null where it did. */
  readonly trouble: Reason | null
}

const judge = createJudge(kustomer, promiseOf)

/** A relay's verdict is as it is: what of it concerns whom, only its maker could tell. */
const relayed = (news: Extract<News, { kind: 'relay' }>, pod: string, at: number, now: number): Judgement => {
  const judgement = news.relayed.judgements.find((one) => one.pod === pod)
  if (judgement === undefined) return unknown(pod, 'not-listed', at)
  const { nextUpdate } = judgement
  return {
    ...judgement,
    // By our own clock: the relay's may be wrong.
    asOf: new Date(at).toISOString(),
    // A promise may have fallen due since the verdict was made.
    nextUpdate: nextUpdate && {
      ...nextUpdate,
      overdue: nextUpdate.overdue || Date.parse(nextUpdate.due) < now,
    },
  }
}

/**
 * What is known of a pod now. Requests that failed since do not hide it, as long as it is fresh enough; without such
 * proof it is unknown, with the reason.
 */
export const judgementOf = (
  { news, at, trouble }: LastAnswer,
  pod: string,
  now: number,
  concerns?: Concerns,
): Judgement => {
  if (news === null || at === null) return unknown(pod, trouble ?? 'never-asked', at)
  if (ageOf(at, now) === 'stale') return unknown(pod, trouble ?? 'stale', at)
  const judgement =
    news.kind === 'relay'
      ? relayed(news, pod, at, now)
      : judge(news.snapshot, pod, { now, fetchedAt: at }, concerns)
  // A promise that fell due since may have been kept: nobody could see.
  const isUnseen = trouble !== null && judgement.nextUpdate?.overdue
  return isUnseen ? { ...judgement, nextUpdate: null } : judgement
}
