import { type Before, fetchedAt } from '../../shared/feed/fetchedAt.ts'
import { type News, publishedAt, readNews } from '../../shared/feed/news.ts'
import type { Parsed } from '../../shared/model/parsed.ts'
import { refused, taken } from '../../shared/model/parsed.ts'
import { streamedBody } from '../../shared/polling/body.ts'
import { bucketOf } from '../../shared/polling/bucket.ts'
import type { Hosts } from '../../shared/polling/hosts.ts'
import { isOldCopy, type Newest } from '../../shared/polling/oldCopy.ts'
import { createPoller, type Poller } from '../../shared/polling/poller.ts'
import { firstState, parseState } from '../../shared/polling/pollState.ts'
import type { Fetch, Outcome, Store, Timer } from '../../shared/polling/ports.ts'
import { VENDOR_FEEDS } from '../domain/vendorPages.ts'
import type { Poll } from '../storage/storedKeys.ts'
import { LISTS, VENDOR_PAGE } from '../storage/storedKeys.ts'

/** An answer, with the body it was read from: that is what is stored. */
export interface Answer {
  readonly body: string
  readonly news: News
}

export interface PollerPorts {
  readonly fetch: Fetch<AbortSignal>
  readonly timer: Timer
  readonly clock: () => number
  readonly random: () => number
  readonly isSaving: () => boolean
}

/** The addresses to ask for a feed, the first choice first. */
const hostsOf = (feed: string): Hosts => {
  const [first = '', ...rest] = feed === VENDOR_PAGE ? VENDOR_FEEDS : [feed]
  return [first, ...rest]
}

const reader =
  (newest: () => Newest, clock: () => number) =>
  (body: string, host: string): Parsed<Answer> => {
    const read = readNews(body)
    if (!read.ok) return read
    const isOld = isOldCopy(publishedAt(read.value), newest(), clock())
    return isOld ? refused('old-copy', `an older copy from ${host}`) : taken({ body, news: read.value })
  }

/**
 * Nothing was asked yet: a request for each host, since some networks let only the second through, and one for each of
 * the lists that fill the history.
 */
const newRow = (now: number): object => ({
  ...firstState(now),
  bucket: bucketOf(VENDOR_FEEDS.length + LISTS.length, now),
})

/**
 * The row of a poll, for the poller of a feed. Another feed begins anew, but with the same bucket: the bucket is
 * this browser's, and going from address to address must not fill it.
 */
export const rowFor = (feed: string, poll: Poll, now: number): unknown => {
  if (poll.row === null || poll.row === undefined) return newRow(now)
  if (poll.feed === feed) return poll.row
  const row = parseState(poll.row)
  // One that cannot be read is left to the poller, which gives nothing for it.
  return row === null ? poll.row : { ...firstState(now), due: now, bucket: row.bucket }
}

/** A poller of a feed, with the browser's fetch and clock. */
export const pollerFor = (
  feed: string,
  ports: PollerPorts,
  store: Store,
  newest: () => Newest,
  before: () => Before,
  isAffected: (news: News) => boolean,
  onChange: (outcome: Outcome<Answer>) => void,
): Poller =>
  createPoller<Answer, AbortSignal>({
    fetch: ports.fetch,
    timer: ports.timer,
    clock: ports.clock,
    random: ports.random,
    isSaving: ports.isSaving,
    abort: () => new AbortController(),
    readBody: streamedBody(() => new TextDecoder()),
    parse: reader(newest, ports.clock),
    dateOf: ({ news }, sent) => fetchedAt(news, sent, before()),
    isAffected: ({ news }) => isAffected(news),
    hosts: hostsOf(feed),
    store,
    onChange,
  })
