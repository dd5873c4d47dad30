import { isRow } from '../../shared/feed/guards.ts'
import { judgeForCustomers } from '../../shared/judge/customers/judge.ts'
import { PAGE } from '../../shared/judge/customers/vocabulary.ts'
import type { Judgement } from '../../shared/judge/verdict.ts'
import { verdictOf } from './stored.ts'

/** The vendor's pods, as its file names them all; that file is too long to send. A test holds the two together. */
export const PODS = ['prod1', 'prod2', 'prod4']

const isoOf = (time: number): string => new Date(time).toISOString()

/** A relay's answer already is a verdict; its age is in seconds, since clients' clocks are not to be trusted. */
const relayed = (answer: Record<string, unknown>, pod: string, now: number): Judgement | null => {
  const { vendor, page, age, verdict } = answer
  const isOurs = vendor === 'kustomer' && page === PAGE && typeof age === 'number' && age >= 0 && age < 900
  return isOurs ? verdictOf(verdict, pod, isoOf(now - age * 1000)) : null
}

/** What a document means for the page's pod. Where no pod is known it is only what hits them all. */
export const judged = (document: unknown, pod: string, now: number): Judgement | null => {
  if (isRow(document) && document['podlight'] === 1) return relayed(document, pod, now)
  const judge = (one: string): Judgement => judgeForCustomers(document, one, { now, fetchedAt: now })
  if (pod) return judge(pod)
  const all = PODS.map(judge)
  const [first] = all
  if (!first) return null
  return {
    ...first,
    pod: '',
    level: 'unknown',
    impacts: [],
    banner: all.every(({ banner }) => banner) ? first.banner : null,
  }
}
