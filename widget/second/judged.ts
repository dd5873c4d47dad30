import { isRow, type Row } from '../../shared/feed/guards.ts'
import { judgeForCustomers } from '../../shared/judge/customers/judge.ts'
import { PAGE } from '../../shared/judge/customers/vocabulary.ts'
import type { Judgement } from '../../shared/judge/verdict.ts'
import { OLD } from '../../shared/poll/news.ts'
import { verdictOf } from './stored.ts'

/** The vendor's pods, as its file names them all; that file is too long to send. A test holds the two together. */
export const PODS = ['prod1', 'prod2', 'prod4']

const isoOf = (time: number): string => new Date(time).toISOString()

/** A relay's answer already is a verdict; its age is in seconds, since clients' clocks are not to be trusted. */
const relayed = ({ vendor, page, age, verdict }: Row, pod: string, now: number): Judgement | null => {
  // What it says is stored as of now, so it must be of now.
  const isFresh = typeof age === 'number' && age >= 0 && age * 1000 <= OLD
  return vendor === 'kustomer' && page === PAGE && isFresh ? verdictOf(verdict, pod, isoOf(now)) : null
}

/** What a document means for the page's pod. Where no pod is known it is only what hits them all. */
export const judged = (document: unknown, pod: string, now: number): Judgement | null => {
  if (isRow(document) && document['podlight'] === 1) return relayed(document, pod, now)
  const judge = (one: string): Judgement => judgeForCustomers(document, one, now)
  if (pod) return judge(pod)
  const all = PODS.map(judge)
  const [first] = all
  if (!first) return null
  const { banner } = first
  // Where they are hit in different ways, nobody knows which is this page's.
  const kinds = new Set(
    all.map(({ banner }) => banner && `${banner.subject} ${banner.effect} ${banner.certainty}`),
  )
  const shared = banner &&
    !kinds.has(null) && {
      ...banner,
      certainty: kinds.size > 1 ? 'possible' : banner.certainty,
      recovering: all.every(({ banner }) => banner?.recovering),
    }
  return { ...first, pod, level: 'unknown', impacts: [], banner: shared || null } as Judgement
}
