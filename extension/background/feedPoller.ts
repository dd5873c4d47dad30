import type { ControlLine } from '../../shared/evidence/line.ts'
import { type Before, fetchedAt } from '../../shared/feed/fetchedAt.ts'
import { type News, publishedAt } from '../../shared/feed/news.ts'
import { ageOf } from '../../shared/model/age.ts'
import { STALE } from '../../shared/model/limits.ts'
import { type Bucket, refilled } from '../../shared/polling/bucket.ts'
import type { Newest } from '../../shared/polling/oldCopy.ts'
import type { Poller } from '../../shared/polling/poller.ts'
import { parseState } from '../../shared/polling/pollState.ts'
import type { Outcome } from '../../shared/polling/ports.ts'
import { WELL } from '../../shared/polling/waits.ts'
import { viewOf } from '../domain/podView.ts'
import { DEFAULT_SETTINGS, type Settings } from '../domain/settings.ts'
import { lastAnswerIn } from '../storage/lastAnswer.ts'
import type { Store } from '../storage/store.ts'
import { NO_POLL, type Poll, type Values, VENDOR_PAGE } from '../storage/storedKeys.ts'
import { createFeedEvents, type LastTold } from './feedEvents.ts'
import type { Heard, LookBack } from './lookBack.ts'
import type { PayFor } from './payFor.ts'
import { type Answer, type PollerPorts, pollerFor, rowFor } from './pollerFor.ts'
import type { BackgroundPorts, TaskQueue } from './ports.ts'
import type { Refresh } from './refresh.ts'
import { isStored, renewed, seenAt } from './renewal.ts'
import { rowOfLastAsker, sessionRow } from './sessionRow.ts'

export interface FeedPoller {
  /** Asks the feed: if it is time, if the news is old, or now if the bucket allows. */
  (how: 'look' | 'wake' | 'refreshNow'): Promise<void>
  /** Requests sent, and answers or failures heard, so far. */
  count(): number
  /** When the next is due; 0 while there is nobody to ask for. */
  due(): number
  /** Ends the poller of a feed that the settings no longer name. */
  settle(): Promise<void>
  /** Takes up what the background before this one asked and could not store. What it heard is lost. */
  takeUp(): Promise<void>
}

/** Whether the news calls for the shorter wait. */
export const isAffected = (settings: Settings, news: News, now: number): boolean =>
  viewOf({ news, at: now, trouble: null }, settings, [], now).pods.some(
    ({ mine }) => mine.level !== 'ok' && mine.level !== 'unknown',
  )

/** Another address may have been chosen while the one before it was asked: that has nothing more to say. */
const isUsed = (feed: string, settings: Settings): boolean => feed === (settings.feed ?? VENDOR_PAGE)

/** Whether something was asked: that what is known has become too old is told without that. */
const isAsked = (outcome: Outcome<Answer>): boolean =>
  outcome.ok || (outcome.reason !== 'stale' && outcome.reason !== 'never-asked')

/** The newest document that was heard. */
const newestIn = (values: Values): Newest => {
  const { news, at } = lastAnswerIn(values)
  const published = news === null ? Number.NaN : publishedAt(news)
  // One ahead of the clock proves nothing.
  return { published: published <= (at ?? 0) ? published : Number.NaN, at: at ?? 0 }
}

/**
 * The poller counts from what it read last, and its request may take long: what was paid from the stored bucket
 * meanwhile, for trying an address, is paid beside what the poller paid, not instead of it.
 */
const withPaid = (row: object, known: Bucket | null, stored: unknown, now: number): object => {
  const [before, next] = [parseState(stored), parseState(row)]
  if (before === null || next === null || known === null) return row
  const paid = Math.max(0, refilled(known, now).saved - refilled(before.bucket, now).saved)
  const saved = Math.max(0, refilled(next.bucket, now).saved - paid)
  return { ...next, bucket: { saved, at: now } }
}

/** Keeps a poller for the feed that the settings name, and stores what it hears. */
export const createFeedPoller = (
  ports: BackgroundPorts,
  store: Store,
  enqueue: TaskQueue,
  refresh: Refresh,
  lookBack: LookBack,
  payFor: PayFor,
  isOffered: (feed: string) => boolean,
  control: (line: ControlLine) => void,
): FeedPoller => {
  const { clock, session, wakeAt } = ports
  const paidRow = sessionRow(session)
  let count = 0
  let answers = 0
  let poller: { readonly feed: string; readonly runner: Poller } | null = null
  /** What a beat proves, until the poller's row is written: both are one write. */
  let renewal: { readonly feed: string; readonly told: LastTold; readonly at: number } | null = null

  /** Stores what was heard, and gives it with what was known before; null where that is nothing new. */
  const hear = async (feed: string, outcome: Outcome<Answer>): Promise<Heard | null> => {
    answers++
    const before = (await store.read()).values
    const { poll, news, settings } = before
    if (!isUsed(feed, settings)) return null
    const own: Poll =
      poll.feed === feed ? poll : { feed, row: poll.row, heard: null, seen: poll.seen, trouble: null }
    const seen = seenAt(outcome.at, settings, own.seen)
    if (outcome.ok) {
      const { at, host } = outcome
      const { fetched, id } = outcome.sent ?? { fetched: null, id: null }
      const told = { ...(fetched === null ? {} : { fetched }), ...(id === null ? {} : { id }) }
      const { body } = outcome.news
      const isSame = news?.feed === feed && news.body === body
      const live = isOffered(feed) ? { live: events.isLive(feed) ? clock() : 0 } : {}
      await store.save({
        poll: { ...own, heard: { at, host, ...told, ...live }, seen, trouble: null },
        // Only what changed is written: the page is large, and says the same most of the time.
        ...(isSame ? {} : { news: { feed, body } }),
      })
    } else {
      const { reason, at } = outcome
      // By the clock it may look young, now or later, as that was set back; but whoever told this knows better.
      const isAgeless = reason === 'stale' || reason === 'never-asked'
      const heard = isAgeless && at - (own.heard?.at ?? 0) <= STALE ? null : own.heard
      await store.save({ poll: { ...own, heard, seen, trouble: { reason, at } } })
    }
    await refresh()
    if (!outcome.ok) return null
    return { before, after: (await store.read()).values, host: outcome.host, at: outcome.at }
  }

  const hearAndLookBack = async (feed: string, outcome: Outcome<Answer>): Promise<void> => {
    const heard = await enqueue(() => hear(feed, outcome))
    if (heard !== null) await lookBack(heard)
  }

  /** The wait begins anew, as what was told came without a request. */
  const waitAnew = async (feed: string, news: News, settings: Settings): Promise<void> => {
    if (poller?.feed === feed) await poller.runner.heard(isAffected(settings, news, clock()))
  }

  const events = createFeedEvents(ports, {
    pay: async (feed, left) => (await payFor(feed, left)) === 'paid',
    async verdict(feed, { body, news, age }, at) {
      const heard = await enqueue(async () => {
        const dated = fetchedAt(
          news,
          { at, age, cached: 0, fetched: null, id: null },
          lastAnswerIn((await store.read()).values),
        )
        if (ageOf(dated, at) === 'stale') return null
        return hear(feed, { ok: true, news: { body, news }, at: dated, host: feed })
      })
      if (heard === null) return false
      await waitAnew(feed, news, heard.after.settings)
      await lookBack(heard)
      return true
    },
    async holds(feed, told, fetched) {
      const values = await enqueue(async () => {
        const { values } = await store.read()
        const { poll, news, settings } = values
        if (!isUsed(feed, settings) || poll.feed !== feed || news?.feed !== feed) return null
        if (isStored(told, values)) return values
        // Another answer came between: what is told now is younger, or it is not told again.
        if (told.type !== 'verdict' || fetched < (poll.heard?.at ?? 0)) return null
        return (await hear(feed, { ok: true, news: told, at: fetched, host: feed }))?.after ?? null
      })
      const news = values === null ? null : lastAnswerIn(values).news
      if (values === null || news === null) return false
      renewal = { feed, told, at: fetched }
      await waitAnew(feed, news, values.settings)
      renewal = null
      const { heard, trouble } = values.poll
      if (trouble !== null || ageOf(heard?.at ?? null, clock()) !== 'fresh') await enqueue(() => refresh())
      return true
    },
    ask: () => ask('refreshNow'),
  })

  const begin = (feed: string): Poller => {
    let settings: Settings = DEFAULT_SETTINGS
    /** How long the last answer took to begin. */
    let ms = 0
    const counted: PollerPorts['fetch'] = async (url, init) => {
      count++
      const asked = clock()
      const reply = await ports.fetch(url, init)
      ms = Math.max(0, clock() - asked)
      return reply
    }
    let newest: Newest = { published: Number.NaN, at: 0 }
    let before: Before = { news: null, at: null }
    /** The bucket as the poller knows it. */
    let known: Bucket | null = null
    const rows = {
      read: () =>
        enqueue(async () => {
          const { values } = await store.read()
          settings = values.settings
          newest = newestIn(values)
          before = { ...lastAnswerIn(values), fetched: values.poll.heard?.fetched }
          const row = rowFor(feed, values.poll, clock())
          known = parseState(row)?.bucket ?? null
          return row
        }),
      write: (row: object) =>
        enqueue(async () => {
          const { values } = await store.read()
          const { poll, settings } = values
          if (!isUsed(feed, settings)) return
          const last = poll.feed === feed ? poll : { ...NO_POLL, feed, seen: poll.seen }
          // Another answer may have been stored since.
          const beat = renewal?.feed === feed && isStored(renewal.told, values) ? renewal : null
          const own = beat === null ? last : renewed(last, beat.at, settings, clock())
          const kept = withPaid(row, known, poll.row, clock())
          known = parseState(row)?.bucket ?? null
          if (await store.save({ poll: { ...own, row: kept } })) return
          await paidRow.write(feed, kept)
          throw new Error('not stored')
        }),
    }
    return pollerFor(
      feed,
      { ...ports, fetch: counted },
      rows,
      () => newest,
      () => before,
      (news) => isAffected(settings, news, clock()),
      (outcome) => {
        // An older copy is no news, and yet an answer of the page.
        const ok = outcome.ok || outcome.reason === 'old-copy'
        void hearAndLookBack(feed, outcome).catch(() => undefined)
        // A relay may be on the company's own network, and proves nothing of the way out of it.
        if (feed === VENDOR_PAGE && isAsked(outcome)) control({ at: clock(), control: true, ok, ms })
      },
    )
  }

  /** Hears the events of the feed in use, where it offers some. */
  const follow = async (): Promise<void> => {
    const feed = poller?.feed ?? VENDOR_PAGE
    await events.follow(isOffered(feed) ? feed : null).catch(() => undefined)
  }

  /** None while no pod is watched, as there is nobody to tell. */
  const current = async (): Promise<Poller | null> => {
    const { settings } = (await store.read()).values
    const feed = settings.feed ?? VENDOR_PAGE
    if (poller !== null && (poller.feed !== feed || settings.pods.length === 0)) {
      poller.runner.stop()
      poller = null
      await follow()
    }
    if (settings.pods.length > 0) poller ??= { feed, runner: begin(feed) }
    return poller?.runner ?? null
  }

  /** With nobody to ask for, the background may sleep for good; but an example must go from the toolbar. */
  const rest = async (how: string): Promise<void> => {
    const { example } = (await store.read()).values
    const isShown = example !== null && example > clock()
    if (isShown) await wakeAt(example).catch(() => undefined)
    else if (how === 'look') await ports.sleep().catch(() => undefined)
  }

  /** When what is told now will be too old to be told, which is not left to a background that may be dead by then. */
  const staleAt = async (): Promise<number> => {
    const { heard } = (await store.read()).values.poll
    const at = (heard?.at ?? 0) + STALE + 1
    return at > clock() ? at : Infinity
  }

  const ask = async (how: 'look' | 'wake' | 'refreshNow'): Promise<void> => {
    const runner = await current()
    if (runner === null) return rest(how)
    // Before the request: alarms do not outlive the browser, and a death while asking must not be the last of it.
    await wakeAt(clock() + WELL).catch(() => undefined)
    // First the stream: in an incident, requests would leave it nothing to be paid from, and it tells what they would.
    if (how === 'look') await follow()
    await runner[how]()
    // What was heard is stored and told before anybody says that it was asked.
    await enqueue(async () => undefined)
    const stale = await staleAt()
    // The runner is asked last: another round may have ended meanwhile, and the alarm it set must not be undone.
    await wakeAt(Math.max(Math.min(runner.due(), stale), clock())).catch(() => undefined)
    await follow()
  }

  return Object.assign(ask, {
    count: () => count + answers,
    due: () => poller?.runner.due() ?? 0,
    settle: async () => void (await current()),
    takeUp: () =>
      enqueue(async () => {
        const { poll, settings } = (await store.read()).values
        const feed = settings.feed ?? VENDOR_PAGE
        const stored = rowFor(feed, poll, clock())
        const row = rowOfLastAsker(stored, await paidRow.read(feed), clock())
        // What is stored was heard before that, and may be true no more.
        if (row !== stored) await store.save({ poll: { ...poll, feed, row, heard: null } })
      }),
  })
}
