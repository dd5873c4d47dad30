import { unknown } from '../../shared/judge/judge.ts'
import { isoOf } from '../../shared/model/guards.ts'
import { MINUTE, STALE } from '../../shared/model/limits.ts'
import type { Judgement, NextUpdate } from '../../shared/model/verdict.ts'
import { badged } from '../../shared/text/universalVoice.ts'
import type { Vendor } from '../../shared/vendors/vendor.ts'
import type { PodNews } from '../upstream/source.ts'
import type { Known } from './memory.ts'

/** One that fell due since may have been kept, and nobody could see, where the page was not read for a while. */
const nextUpdateAt = ({ nextUpdate }: Judgement, { fetchedAt }: Known, age: number): NextUpdate | null => {
  if (nextUpdate === null || nextUpdate.overdue || age < MINUTE) return nextUpdate
  return Date.parse(nextUpdate.due) < fetchedAt + age ? null : nextUpdate
}

const verdictOf = ({ pod, judgement }: PodNews, known: Known, age: number, vendor: Vendor): object => {
  const now = known.fetchedAt + age
  // Old news is no news: what it said may be true no more.
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

/** Whole seconds, never fewer than it is. */
export const secondsOf = (age: number): number => Math.max(0, Math.ceil(age / 1000))

/** What tells one answer from another, apart from the seconds: the time of fetching, and what it is taken for. */
export const tagOf = (known: Known, revision: string, now: number): string => {
  const age = now - known.at
  const state = age > STALE ? 's' : age > MINUTE ? 'o' : 'n'
  // Weak, as the age in the body moves on under it.
  return `W/"${revision}.${known.fetchedAt.toString(36)}${state}"`
}

/** What tells one change from the next: an answer says it, and an event, and who comes back says it again. */
export const idOf = ({ news }: Known, what: string): string | null => {
  if (what === 'summary') return `${news.epoch}.d${news.document}`
  if (what !== 'pods') {
    const one = news.pods.find(({ pod }) => pod === what)
    return one === undefined ? null : `${news.epoch}.${one.number}`
  }
  // A pod may also be gone, and leave the others as they were.
  const latest = Math.max(0, ...news.pods.map(({ number }) => number))
  return `${news.epoch}.${latest}.${news.pods.length}`
}
