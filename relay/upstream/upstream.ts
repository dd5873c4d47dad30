import { readJson } from '../../shared/feed/body.ts'
import { readStatuspage } from '../../shared/feed/statusPage.ts'
import { SLACK } from '../../shared/model/age.ts'
import { isRow } from '../../shared/model/guards.ts'
import { type Parsed, refused, taken } from '../../shared/model/parsed.ts'
import type { Snapshot } from '../../shared/model/snapshot.ts'
import { streamedBody } from '../../shared/polling/body.ts'
import { bucketOf, readyAt } from '../../shared/polling/bucket.ts'
import type { Hosts } from '../../shared/polling/hosts.ts'
import { isOldCopy, newestOf } from '../../shared/polling/oldCopy.ts'
import { createPoller } from '../../shared/polling/poller.ts'
import { firstState, mended, parseState } from '../../shared/polling/pollState.ts'
import type { Fetch, Outcome } from '../../shared/polling/ports.ts'
import { RELAYS } from '../../shared/polling/waits.ts'
import type { Vendor } from '../../shared/vendors/vendor.ts'
import { type Log, messageOf } from '../log.ts'
import { pause, type Time } from '../time.ts'
import { admitHook, newHookRow } from './hookGuard.ts'
import { createPublisher } from './judge.ts'
import { type Health, type News, revisionOf, type Source } from './source.ts'
import { type Fetched, type Rows, readFetched, readHooks, readNews, type Store } from './stored.ts'

/** What asking the vendor needs. */
export interface UpstreamPorts {
  readonly vendor: Vendor
  /** The addresses of the page's document, the first choice first. */
  readonly hosts: Hosts
  readonly fetch: Fetch<AbortSignal>
  readonly time: Time
  readonly random: () => number
  readonly store: Store
  /** Makes the engine call `look` at that time by the machine's clock, even after a crash. */
  readonly setAlarm: (at: number) => Promise<void>
  /** When that will be; null if no alarm is set. */
  readonly alarm: () => Promise<number | null>
  readonly log: Log
}

export interface Upstream extends Source {
  /** To be called by the alarm: asks if it is time, and sets the next alarm whatever happens. */
  look(): Promise<void>
}

interface Document {
  readonly text: string
  readonly snapshot: Snapshot
}

/** The shortest time between two looks, even with a broken store. */
const BREATH = 1000
/** Asking two hosts and writing takes less than this. If it takes longer, we crashed while asking. */
const GUARD = 60_000
/** How long the first reader waits for the first document. */
const FIRST = 5000

/**
 * The one who asks the vendor for everybody. It lives from alarm to alarm, and may die at any moment: what it knows is in
 * its store, and another one goes on from there.
 */
export const createUpstream = (ports: UpstreamPorts): Upstream => {
  const { vendor, hosts, time, store, log } = ports
  const { clock } = time
  const publish = createPublisher(vendor)
  let news: News = { epoch: '', revision: 0, document: 0, pods: [] }
  let fetched: Fetched | null = null
  let document: string | null = null
  let hooks = newHookRow(clock())
  let poll: unknown
  let lastError: Health['lastError'] = null
  let isWanted = false
  /** When the alarm is set for. */
  let nextLook = 0
  let busy: Promise<void> | null = null

  const newEpoch = (): string => Math.floor(ports.random() * 2 ** 40).toString(36)

  const load = async (): Promise<void> => {
    const rows: Rows = await store.read().catch((cause) => {
      log({ event: 'error', where: 'reading the store', message: messageOf(cause) })
      return {}
    })
    // A new relay begins with a full bucket: unlike a page, it isn't opened again and again.
    poll = rows.poll ?? {
      ...firstState(clock(), RELAYS),
      bucket: bucketOf(RELAYS.rate.capacity, clock(), RELAYS.rate),
    }
    hooks = readHooks(rows.hooks) ?? hooks
    const kept = readNews(rows.news, vendor)
    if (kept !== null && rows.document !== undefined) {
      news = kept
      fetched = readFetched(rows.fetched)
      document = rows.document
    } else news = { ...news, epoch: newEpoch() }
  }
  let loading: Promise<void> | null = null
  const loaded = (): Promise<void> => (loading ??= load())

  /** Gives whether it was written. What could not be is still held in memory. */
  const write = async (rows: Rows): Promise<boolean> => {
    try {
      await store.write(rows)
      return true
    } catch (cause) {
      log({ event: 'error', where: 'writing the store', message: messageOf(cause) })
      return false
    }
  }

  const parse = (text: string, host: string): Parsed<Document> => {
    const json = readJson(text)
    if (!json.ok) return json
    // Another relay's verdicts are no page that could be judged.
    if (isRow(json.value) && json.value['podlight'] !== undefined)
      return refused('not-a-feed', `${host} is a relay itself`)
    const page = readStatuspage(json.value, vendor)
    if (!page.ok) return page
    const newest = { published: fetched?.published ?? Number.NaN, at: fetched?.at ?? 0 }
    return isOldCopy(page.value.updatedAt ?? Number.NaN, newest, clock())
      ? refused('old-copy', `an older copy from ${host}`)
      : taken({ text, snapshot: page.value })
  }

  const take = async ({ text, snapshot }: Document, at: number, host: string): Promise<void> => {
    const isSame = text === document
    const { news: next, changed } = publish(snapshot, { now: clock(), fetchedAt: at }, news, isSame)
    const before = fetched?.published ?? null
    const published = newestOf(snapshot.updatedAt ?? Number.NaN, before ?? Number.NaN, clock())
    const came: Fetched = { at, host, published: Number.isNaN(published) ? null : published }
    const isNew = next.revision !== news.revision
    // Written before anybody can read it: after a crash in between, the next change would get this one's number.
    const isKept = await write({
      fetched: came,
      ...(isNew ? { news: next } : {}),
      ...(isSame ? {} : { document: text }),
    })
    fetched = came
    // What was not written is forgotten in a restart, and its numbers are used again for something else.
    news = isKept || !isNew ? next : { ...next, epoch: newEpoch() }
    document = text
    if (!isSame) log({ event: 'document', host: new URL(host).host, characters: text.length })
    for (const { pod, number, judgement } of changed)
      log({ event: 'changed', pod, level: judgement.level, number })
  }

  /** One turn of the shared poller. Each turn makes a new one, so that no timer keeps the object awake. */
  const turn = async (how: 'look' | 'refreshNow'): Promise<number> => {
    let heard: Outcome<Document> | null = null
    const poller = createPoller<Document, AbortSignal>({
      hosts,
      schedule: RELAYS,
      clock,
      timer: time.timer,
      random: ports.random,
      fetch: ports.fetch,
      abort: () => new AbortController(),
      readBody: streamedBody(() => new TextDecoder()),
      parse,
      dateOf: (_, { at, age, cached }) => at - ((age ?? 0) + cached) * 1000,
      isAffected: () => false,
      store: {
        read: () => poll,
        write: (row) => {
          poll = row
          return write({ poll })
        },
      },
      onChange: (outcome) => {
        // Readers see by its age that the news is too old.
        if (outcome.ok || (outcome.reason !== 'stale' && outcome.reason !== 'never-asked')) heard = outcome
      },
    })
    const failures = parseState(poll, RELAYS)?.failures ?? 0
    await poller[how]()
    const due = poller.due()
    poller.stop()
    await tellOf(heard, failures)
    return due
  }

  const tellOf = async (heard: Outcome<Document> | null, failures: number): Promise<void> => {
    if (heard === null) return
    if (heard.ok) {
      await take(heard.news, heard.at, heard.host)
      if (failures > 0) log({ event: 'recovered', host: new URL(heard.host).host, failures })
      return
    }
    const { reason, at } = heard
    // Only the host is shown and logged: the rest of the address may hold a key.
    const detail = hosts.reduce((text, host) => text.replaceAll(host, new URL(host).host), heard.detail)
    lastError = { reason, detail, at }
    log({ event: 'failing', reason, detail, failures: failures + 1 })
  }

  const setAlarm = (at: number): Promise<void> => {
    nextLook = at
    return ports.setAlarm(time.onMachine(at))
  }

  const look = async (): Promise<void> => {
    let due = clock() + RELAYS.well
    try {
      // If we crash while asking, this alarm starts us again.
      await setAlarm(clock() + GUARD)
      await loaded()
      const how = isWanted ? 'refreshNow' : 'look'
      isWanted = false
      due = await turn(how)
    } catch (cause) {
      log({ event: 'error', where: 'asking the page', message: messageOf(cause) })
    } finally {
      if (!isWanted) await setAlarm(Math.max(due, clock() + BREATH))
      // A notice may have come meanwhile.
      if (isWanted) await setAlarm(clock() + waitForRequest())
    }
  }

  const lookOnce = (): Promise<void> =>
    (busy ??= look().finally(() => {
      busy = null
    }))

  /**
   * Each read checks that there is an alarm, and none too late: the engine gives up one that failed too often, and a crash
   * while asking leaves one that is later than it needs to be.
   */
  const ensureAlarm = async (): Promise<void> => {
    if (busy !== null) return
    const at = await ports.alarm()
    const now = clock()
    const state = parseState(poll, RELAYS)
    // By the clock as it is now: if it was set back by an hour, the stored time would be an hour away.
    const due = Math.max(now, state === null ? 0 : mended(state, now, 0, RELAYS).due)
    if (busy === null && (at === null || at > time.onMachine(due + BREATH))) await setAlarm(due)
  }

  /** The first reader waits a little for the first document. */
  const firstLook = async (): Promise<void> => {
    if (document === null) await Promise.race([lookOnce(), pause(time, FIRST)])
  }

  /** How long until the page may be asked: until a request is saved, and the silence that the page asked for is over. */
  const waitForRequest = (): number => {
    const now = clock()
    const state = parseState(poll, RELAYS)
    if (state === null) return 0
    const { bucket, lastOutcome, due } = mended(state, now, 0, RELAYS)
    const isHeld = lastOutcome === 'held'
    return Math.max(readyAt(bucket, now, RELAYS.rate), isHeld ? due : now) - now
  }

  /** Null where the time of fetching is in the future: the clock was set back, so nobody knows the age. */
  const ageNow = (): number | null => {
    const age = fetched === null ? Number.NaN : clock() - fetched.at
    return age >= -SLACK ? Math.max(0, age) : null
  }

  return {
    look: lookOnce,
    async news(have) {
      await loaded()
      await ensureAlarm()
      await firstLook()
      const age = ageNow()
      if (age === null || fetched === null) return null
      const revision = revisionOf(news)
      return { age, fetchedAt: fetched.at, revision, news: revision === have ? null : news }
    },
    async document() {
      await loaded()
      return document === null ? null : { revision: revisionOf(news), text: document }
    },
    async hook(from, body) {
      await loaded()
      const { row, outcome } = admitHook(hooks, body, clock(), isWanted)
      hooks = row
      await write({ hooks })
      const wait = outcome === 'looking' ? waitForRequest() : Math.max(0, nextLook - clock())
      if (outcome === 'looking') {
        isWanted = true
        if (busy === null) await setAlarm(clock() + wait)
      }
      log({ event: 'hook', from, outcome })
      return { outcome, wait }
    },
    async health() {
      await loaded()
      await ensureAlarm()
      await firstLook()
      const state = parseState(poll, RELAYS)
      return {
        age: ageNow(),
        state: state === null ? 'never-asked' : state.lastOutcome,
        host: fetched === null ? null : new URL(fetched.host).host,
        failures: state?.failures ?? 0,
        lastError,
        nextLook: busy === null ? await ports.alarm() : clock(),
      }
    },
  }
}
