import { ageOf, SLACK } from '../../shared/model/age.ts'
import { SILENCE } from '../../shared/model/limits.ts'
import { backOff } from '../../shared/polling/waits.ts'
import { eventsOf } from './eventOffers.ts'
import { createPauses } from './pauses.ts'
import type { BackgroundPorts } from './ports.ts'
import { type FeedEvent, readEvent } from './readEvent.ts'

/** Requests for a document that changed are spread over this time, as everybody hears of it at once. */
const SPREAD = 2000

/** What is given back to a relay when a stream is opened again. */
const ID = /^[\w:."/+=-]{1,100}$/

/** What a stream told last: a verdict, or what the relay calls the document of now. */
export type LastTold =
  | Extract<FeedEvent, { readonly type: 'verdict' }>
  | { readonly type: 'changed'; readonly id: string }

/** What is done with what was heard. `at` is when it came. */
export interface EventsHeard {
  /** Pays for a request, if so many are left after it; false where that cannot be. */
  pay(feed: string, left: number): Promise<boolean>
  /** What was told holds, by a document that was fetched at that time. False where that is not what is known. */
  holds(feed: string, told: LastTold, fetched: number): Promise<boolean>
  /** Another verdict. False where an older one than is known. */
  verdict(feed: string, told: Extract<LastTold, { type: 'verdict' }>, at: number): Promise<boolean>
  /** The document is another one. */
  ask(): Promise<void>
}

export interface FeedEvents {
  /** Hears the events of a feed from now on, as soon as that may be; null: of none. */
  follow(feed: string | null): Promise<void>
  /** Whether a stream of that feed is open, and has told something. */
  isLive(feed: string): boolean
}

interface Stream {
  readonly feed: string
  readonly close: () => void
  isLive: boolean
}

type Ports = Pick<BackgroundPorts, 'clock' | 'events' | 'isSaving' | 'random' | 'session' | 'timer'>

/** Keeps one stream of events to the feed in use. Whatever comes of it, requests go on by their schedule. */
export const createFeedEvents = (ports: Ports, heard: EventsHeard): FeedEvents => {
  const { clock, random, timer } = ports
  const pauses = createPauses(ports.session, clock)
  let followed: string | null = null
  let stream: Stream | null = null
  let isOpening = false
  let told: LastTold | null = null
  let lastId: string | null = null
  let cancelDeath = (): void => undefined
  let cancelOpening = (): void => undefined

  const quietly = (work: Promise<unknown>): void => void work.catch(() => undefined)

  const close = (): void => {
    cancelDeath()
    stream?.close()
    stream = null
  }

  /** Ends a stream that broke, fell silent or cannot be believed. */
  const fail = async (feed: string): Promise<void> => {
    close()
    const failures = (await pauses.of(feed)).failures + 1
    await pauses.set({ feed, failures, until: clock() + backOff(failures, random()) })
    await open()
  }

  const take = async (feed: string, event: FeedEvent, id: string, at: number): Promise<void> => {
    const fetched = at - event.age * 1000
    if (event.type === 'verdict') {
      told = event
      const isNews = await heard.verdict(feed, event, at)
      if (!isNews && told === event) told = null
      return
    }
    if (event.type === 'changed') told = { type: 'changed', id }
    const isKnown = told !== null && (await heard.holds(feed, told, fetched))
    if (event.type === 'changed' && !isKnown) timer(random() * SPREAD, () => quietly(heard.ask()))
  }

  const connect = (feed: string, address: string): void => {
    let before = clock()
    const isOver = (): boolean => stream !== mine
    // What was told by another stream holds only by a beat that answers to it.
    if (lastId === null) told = null
    const expectMore = (): void => {
      cancelDeath()
      cancelDeath = timer(SILENCE, () => quietly(fail(feed)))
    }
    const message = (type: string, id: string, data: string): void => {
      if (isOver()) return
      const now = clock()
      // What comes later may have lain in a buffer while the machine slept, and nobody knows how old it is.
      const isInTime = now - before <= SILENCE && now >= before - SLACK
      before = now
      const event = isInTime ? readEvent(feed, type, data) : null
      // A beat before anything was told renews nothing.
      const isUsable = event !== null && (event.type !== 'beat' || told !== null)
      if (!isUsable || ageOf(now - event.age * 1000, now) === 'stale') {
        told = null
        lastId = null
        quietly(fail(feed))
        return
      }
      expectMore()
      if (event.type !== 'beat') lastId = ID.test(id) ? id : null
      if (!mine.isLive) quietly(pauses.set({ feed, failures: 0, until: 0 }))
      mine.isLive = true
      quietly(take(feed, event, id, now))
    }
    const mine: Stream = {
      feed,
      isLive: false,
      close: ports.events(address, { message, end: () => isOver() || quietly(fail(feed)) }),
    }
    stream = mine
    expectMore()
  }

  const open = async (): Promise<void> => {
    const feed = followed
    const address = feed === null ? null : eventsOf(feed, lastId)
    if (feed === null || address === null || stream !== null || isOpening || ports.isSaving()) return
    isOpening = true
    try {
      const { failures, until } = await pauses.of(feed)
      const wait = until - clock()
      // A stream that ended in its time is worth a request, as it tells what that would. One that fails again and again
      // must not take the requests of an incident.
      const left = failures > 1 ? 1 : 0
      if (wait > 0) {
        cancelOpening()
        cancelOpening = timer(wait, () => quietly(open()))
      } else if ((await heard.pay(feed, left)) && followed === feed) connect(feed, address)
    } finally {
      isOpening = false
    }
  }

  return {
    async follow(feed) {
      if (feed !== followed) {
        close()
        cancelOpening()
        told = null
        lastId = null
        followed = feed
      }
      if (stream !== null && ports.isSaving()) close()
      await open()
    },
    isLive: (feed) => stream?.feed === feed && stream.isLive,
  }
}
