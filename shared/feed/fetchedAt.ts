import { SLACK } from '../model/age.ts'
import type { Sent } from '../polling/ports.ts'
import type { News } from './news.ts'

/** What was heard before, and the time it is as old as. */
export interface Before {
  readonly news: News | null
  readonly at: number | null
}

/** When a relay fetched the document that it judged, by its own clock; no number where it does not say. */
const fetchedByRelay = (news: News | null): number =>
  news?.kind === 'relay' ? Date.parse(news.relayed.judgements[0]?.asOf ?? '') : Number.NaN

/**
 * The time of a relay's document by our own clock, held against the one before it. The lag is by how much, by the
 * relay's clock, it was fetched earlier than that one. One that was fetched no later has not got younger since, whatever
 * it says: a cache may have stood still. No number where it is older than what is known already.
 */
export const datedAfter = (dated: number, lag: number, before: number): number => {
  if (!(lag >= 0)) return dated
  if (lag > 0 && dated < before - SLACK) return Number.NaN
  return Math.min(dated, before - lag)
}

/**
 * When the document behind an answer was fetched, by our own clock. A relay says how old it is, and caches how long it
 * lay there. No number where it is older than what is known already.
 */
export const fetchedAt = (news: News, { at, age, cached }: Sent, before: Before): number => {
  const own = news.kind === 'relay' ? (age ?? news.relayed.age) : 0
  const dated = Math.floor(at - (own + cached) * 1000)
  const lag = fetchedByRelay(before.news) - fetchedByRelay(news)
  return before.at === null ? dated : datedAfter(dated, lag, before.at)
}
