import { SLACK } from '../model/age.ts'
import type { Sent } from '../polling/ports.ts'
import type { News } from './news.ts'

/** What was heard before, and the time it is as old as. */
export interface Before {
  readonly news: News | null
  readonly at: number | null
  /** When a relay fetched it, by its header. */
  readonly fetched?: number | null | undefined
}

/** When a relay fetched a document, by its own clock: as its header says, or its verdict; no number where neither does. */
const fetchedByRelay = (news: News | null, header: number | null | undefined): number =>
  header ?? (news?.kind === 'relay' ? Date.parse(news.relayed.judgements[0]?.asOf ?? '') : Number.NaN)

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
 * When the document behind an answer was fetched, by our own clock. A relay says how old it is, also of a page that it
 * hands on as it is, and caches say how long it lay there. No number where it is older than what is known already.
 */
export const fetchedAt = (news: News, { at, age, cached, fetched }: Sent, before: Before): number => {
  const own = age ?? (news.kind === 'relay' ? news.relayed.age : 0)
  const dated = Math.floor(at - (own + cached) * 1000)
  const lag = fetchedByRelay(before.news, before.fetched) - fetchedByRelay(news, fetched)
  return before.at === null ? dated : datedAfter(dated, lag, before.at)
}
