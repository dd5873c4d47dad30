import { vi } from 'vitest'
import { CAPACITY, PRICE } from '../../../../shared/polling/bucket.ts'
import { relayed } from '../../../../widget/loader/relayed.ts'
import type { EventsPart, SiteState } from '../../../../widget/protocol.ts'
import { isoAt, NOON } from './bannerRequests.ts'
import { relayAnswer } from './documents.ts'
import { partFrom, settled, stubPage } from './globals.ts'

// The part that hears a relay's events, with all that it is lent, and streams that say what a test wants.

export const FEED = 'https://relay.example/v1/kustomer/prod1.json'
export const EVENTS = 'https://relay.example/v1/kustomer/prod1/events'

/** A stream as a browser gives it, as far as it is used. */
class FakeSource extends EventTarget {
  readonly url: string
  isOpen = true
  onerror: (() => void) | null = null

  constructor(url: URL) {
    super()
    this.url = url.href
    streams.push(this)
  }

  close(): void {
    this.isOpen = false
  }

  say(type: string, data: unknown, lastEventId = '', origin = new URL(this.url).origin): void {
    const text = typeof data === 'string' ? data : JSON.stringify(data)
    if (this.isOpen) this.dispatchEvent(Object.assign(new Event(type), { data: text, lastEventId, origin }))
  }
}
let streams: FakeSource[] = []

const { verdict: _, ...BEAT } = relayAnswer({ age: 0 })

/** What a relay says by its own clock, which is ours here. */
export const verdictNow = (verdict: Record<string, unknown> = {}, age = 0) =>
  relayAnswer({ age }, { asOf: isoAt(Date.now() - age * 1000), ...verdict })
export const beatOf = (age: number) => ({ ...BEAT, age })
export const OK = { level: 'ok', impacts: [], banner: null }

/** The part on a page that is in sight, with a full bucket. */
export const begin = async (isFirefox = false) => {
  streams = []
  const page = stubPage()
  const seen = { rouses: 0, kept: 0 }
  const box = {
    isShared: true,
    isFree: true,
    state: {
      version: 2,
      spent: 0,
      due: NOON + 60_000,
      heldUntil: 0,
      failures: 0,
      pod: 'prod1',
      at: NOON,
      published: 0,
      finding: { level: 'ok' },
    } as SiteState,
  }
  const sight = {
    hidden: false,
    baseURI: 'https://shop.example/help/',
    currentScript: page.currentScript,
    isOff: false,
    querySelector: () => (sight.isOff ? {} : null),
  }
  const heard = new EventTarget()
  vi.stubGlobal('document', sight)
  vi.stubGlobal('EventSource', FakeSource)
  vi.stubGlobal('CSS', { supports: () => isFirefox })
  vi.stubGlobal('addEventListener', heard.addEventListener.bind(heard))
  const part = await partFrom<EventsPart>(page, () => import('../../../../widget/events/main.ts'))
  const hear = part({
    alone: async (work) => (box.isFree ? work() : null),
    state: () => box.state,
    keep: (state) => {
      seen.kept++
      box.state = state
      return box.isShared
    },
    read: relayed,
    rouse: () => {
      seen.rouses++
    },
  })
  const look = async (feed = FEED): Promise<void> => {
    hear(feed)
    await settled()
  }
  return {
    page,
    seen,
    box,
    sight,
    look,
    /** Streams that were opened, the last of them last. */
    streams: () => streams,
    open: () => streams.filter(({ isOpen }) => isOpen),
    pass: async (ms: number): Promise<void> => {
      await vi.advanceTimersByTimeAsync(ms)
      await settled()
    },
    fire: (name: string) => heard.dispatchEvent(new Event(name)),
    /** How many requests are left. */
    left: () => CAPACITY - Math.max(0, box.state.spent - Date.now()) / PRICE,
  }
}
