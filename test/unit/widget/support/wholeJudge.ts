import { readStatuspage } from '../../../../shared/feed/statusPage.ts'
import { createJudge } from '../../../../shared/judge/judge.ts'
import { promiseOf } from '../../../../shared/judge/nextUpdate/nextUpdate.ts'
import type { Judgement } from '../../../../shared/model/verdict.ts'
import { kustomer } from '../../../../shared/vendors/kustomer.ts'

const judge = createJudge(kustomer, promiseOf)

/** What agents are told of a document that was fetched just now; null where it is refused. */
export const wholeJudgement = (document: unknown, pod: string, now: number): Judgement | null => {
  const read = readStatuspage(document, kustomer)
  return read.ok ? judge(read.value, pod, { now, fetchedAt: now }) : null
}

/** As much of a judgement as customers' pages get: no reasons, no promises, no upcoming work. */
export const forPages = ({ level, recovering, impacts, banner }: Judgement) => ({
  level,
  recovering,
  impacts: impacts.map((impact) => ({ ...impact, because: [] })),
  banner,
})
