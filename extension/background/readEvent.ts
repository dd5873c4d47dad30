import { readJson } from '../../shared/feed/body.ts'
import { type News, readNews } from '../../shared/feed/news.ts'
import { readRelayAge } from '../../shared/feed/relay.ts'
import { podOf } from '../../shared/model/pod.ts'
import { kustomer } from '../../shared/vendors/kustomer.ts'

/** What a relay's events say; `age` is that of the document behind it, in seconds. */
export type FeedEvent =
  | { readonly type: 'verdict'; readonly age: number; readonly body: string; readonly news: News }
  /** The document of a mirror is another one. */
  | { readonly type: 'changed'; readonly age: number }
  /** What was said last still holds. */
  | { readonly type: 'beat'; readonly age: number }

/** The pod that a relay's address is of; null where it is of all, or of the page. */
const podOfFeed = (feed: string): string | null => {
  const [, name = ''] = /\/([^/]+)\.json$/.exec(new URL(feed).pathname) ?? []
  return podOf(name)
}

const verdict = (feed: string, body: string): FeedEvent | null => {
  const read = readNews(body)
  if (!read.ok || read.value.kind !== 'relay') return null
  const { age, judgements } = read.value.relayed
  const pod = podOfFeed(feed)
  const isOurs = pod === null || judgements.every((one) => one.pod === pod)
  return isOurs ? { type: 'verdict', age, body, news: read.value } : null
}

/** Reads an event; null for one that cannot be believed. */
export const readEvent = (feed: string, type: string, data: string): FeedEvent | null => {
  if (type === 'verdict') return verdict(feed, data)
  const json = readJson(data)
  const age = json.ok ? readRelayAge(json.value, kustomer) : json
  return age.ok && (type === 'changed' || type === 'beat') ? { type, age: age.value } : null
}
