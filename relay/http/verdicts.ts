import { unknown } from '../../shared/judge/judge.ts'
import { isoOf } from '../../shared/model/guards.ts'
import { MINUTE, STALE } from '../../shared/model/limits.ts'
import type { Judgement, NextUpdate } from '../../shared/model/verdict.ts'
import { badged } from '../../shared/text/universalVoice.ts'
import type { Vendor } from '../../shared/vendors/vendor.ts'
import type { PodNews } from '../upstream/source.ts'
import type { Known } from './memory.ts'

/** Where the page could not be read for a while, an update that became due may have come: then nothing is said of it. */
const nextUpdateAt = ({ nextUpdate }: Judgement, { fetchedAt }: Known, age: number): NextUpdate | null => {
  if (nextUpdate === null || nextUpdate.overdue || age < MINUTE) return nextUpdate
  return Date.parse(nextUpdate.due) < fetchedAt + age ? null : nextUpdate
}

const verdictOf = ({ pod, judgement }: PodNews, known: Known, age: number, vendor: Vendor): object => {
  const now = known.fetchedAt + age
  // What it said may no longer be true.
  if (age > STALE) return badged(unknown(pod, 'stale', known.fetchedAt), now, vendor)
  const nextUpdate = nextUpdateAt(judgement, known, age)
  return badged({ ...judgement, asOf: isoOf(known.fetchedAt), nextUpdate }, now, vendor)
}

/** What an answer begins with: whose news it is, and how old. */
export const envelopeOf = (vendor: Vendor, seconds: number) => ({
  podlight: 1,
  vendor: vendor.id,
  page: vendor.page.id,
  age: seconds,
})

/** The answer for a pod, or for `pods`; null where the pod is none of the page's. */
export const answerOf = (known: Known, what: string, now: number, vendor: Vendor): object | null => {
  const age = now - known.at
  const envelope = envelopeOf(vendor, secondsOf(age))
  const { pods } = known.news
  if (what === 'pods') return { ...envelope, verdicts: pods.map((one) => verdictOf(one, known, age, vendor)) }
  const one = pods.find(({ pod }) => pod === what)
  return one === undefined ? null : { ...envelope, verdict: verdictOf(one, known, age, vendor) }
}

/** Whole seconds, rounded up. */
export const secondsOf = (age: number): number => Math.max(0, Math.ceil(age / 1000))

/** The ETag: it changes with the revision, with each fetch, and when the news turns old. */
export const tagOf = (known: Known, revision: string, now: number): string => {
  const age = now - known.at
  const state = age > STALE ? 's' : age > MINUTE ? 'o' : 'n'
  // Weak, since the age in the body changes under it.
  return `W/"${revision}.${known.fetchedAt.toString(36)}${state}"`
}

/** The id of the news about a pod, of all pods or of the document. Answers and events carry it; clients send it to resume. */
export const idOf = ({ news }: Known, what: string): string | null => {
  if (what === 'summary') return `${news.epoch}.d${news.document}`
  if (what !== 'pods') {
    const one = news.pods.find(({ pod }) => pod === what)
    return one === undefined ? null : `${news.epoch}.${one.number}`
  }
  // With the count, as a pod may vanish from the page while the others stay the same.
  const latest = Math.max(0, ...news.pods.map(({ number }) => number))
  return `${news.epoch}.${latest}.${news.pods.length}`
}
