import type { Fetch } from '../../shared/polling/ports.ts'

/** The seconds between two beats of a relay's events. Slower ones could not be told from a dead stream. */
const BEATS = /^([1-9]|[12]\d|30)$/

export interface EventOffers {
  readonly fetch: Fetch<AbortSignal>
  /** Whether the last answer from an address said that its changes can be heard as they come. */
  has(address: string): boolean
}

/** Notes which addresses offer events. */
export const createEventOffers = (fetch: Fetch<AbortSignal>): EventOffers => {
  const offering = new Set<string>()
  return {
    fetch: async (url, init) => {
      const reply = await fetch(url, init)
      // A failure says nothing of it.
      if (reply.status === 200) {
        if (BEATS.test(reply.headers.get('podlight-events') ?? '')) offering.add(url)
        else offering.delete(url)
      }
      return reply
    },
    has: (address) => offering.has(address),
  }
}

/** Where the changes of a feed are heard, beside it; null where there is no such place. */
export const eventsOf = (feed: string, last: string | null): string | null => {
  const url = new URL(feed)
  if (!url.pathname.endsWith('.json')) return null
  url.pathname = url.pathname.replace(/\.json$/, '/events')
  if (last !== null) url.searchParams.set('last', last)
  return url.href
}
