import type { Vendor } from '../../shared/vendors/vendor.ts'
import { pause, type Time } from '../time.ts'
import type { Source } from '../upstream/source.ts'
import { type Known, LISTEN_WITHIN, type Memory } from './memory.ts'
import { BEAT_SECONDS, NEWS_HEADERS, SAFE, unavailable } from './replies.ts'
import { answerOf, envelopeOf, idOf, secondsOf } from './verdicts.ts'

/** How often a stream checks for news. */
const LOOK = 2000
/** Streams end by themselves, at random times. An engine would end all at once, and then all clients come back at once. */
const LIFE = 15 * 60_000
const LONGER = 5 * 60_000
/** A stream that has not checked for so long is gone: an engine may end it without telling us. */
const GONE = 4 * LOOK

const HEADERS = {
  'access-control-allow-origin': NEWS_HEADERS['access-control-allow-origin'],
  ...SAFE,
  'content-type': 'text/event-stream; charset=utf-8',
  'cache-control': 'no-store, no-transform',
  // Some proxies would collect events before they pass them on.
  'x-accel-buffering': 'no',
}

const eventText = (event: string, data: object, id?: string): string =>
  `event: ${event}\n${id === undefined ? '' : `id: ${id}\n`}data: ${JSON.stringify(data)}\n\n`

/** What a stream has told so far. */
interface Told {
  id: string | null
  at: number
}

/** Keeps the event streams of one process. */
export const createEvents = (
  vendor: Vendor,
  memory: Memory,
  time: Time,
  random: () => number,
  most: number,
) => {
  const { clock } = time
  const streams = new Map<object, number>()
  /** The last text that was made: streams of the same kind send the same. */
  let last: { readonly key: string; readonly text: string } = { key: '', text: '' }

  const count = (): number => {
    const now = clock()
    for (const [stream, at] of streams) if (now - at > GONE) streams.delete(stream)
    return streams.size
  }

  const textOf = (known: Known, what: string, isChange: boolean, id: string, now: number): string => {
    const seconds = secondsOf(now - known.at)
    const key = `${what} ${isChange} ${id} ${seconds}`
    if (last.key === key) return last.text
    const envelope = envelopeOf(vendor, seconds)
    const text = !isChange
      ? eventText('beat', envelope)
      : what === 'summary'
        ? eventText('changed', envelope, id)
        : eventText('verdict', answerOf(known, what, now, vendor) ?? envelope, id)
    last = { key, text }
    return text
  }

  /** What there is to tell now, if anything. */
  const next = (known: Known, what: string, told: Told): string | null => {
    const now = clock()
    const id = idOf(known, what)
    if (id === null) return null
    const isChange = id !== told.id
    if (!isChange && now - told.at < BEAT_SECONDS * 1000) return null
    told.id = id
    told.at = now
    return textOf(known, what, isChange, id, now)
  }

  const open = (source: Source, what: string, before: string | null): Response => {
    const encoder = new TextEncoder()
    const stream = {}
    const told: Told = { id: before, at: Number.NEGATIVE_INFINITY }
    const ends = clock() + LIFE + random() * LONGER
    let isBegun = false
    let isGone = false
    const body = new ReadableStream<Uint8Array>({
      // Called when the client can take more, so a slow one gets the latest news and no backlog.
      async pull(controller) {
        if (!isBegun) {
          isBegun = true
          controller.enqueue(encoder.encode('retry: 30000\n\n'))
          return
        }
        while (clock() < ends) {
          streams.set(stream, clock())
          const known = await memory.known(source, LISTEN_WITHIN)
          const text = known === null ? null : next(known, what, told)
          if (text !== null) {
            controller.enqueue(encoder.encode(text))
            return
          }
          await pause(time, LOOK)
          if (isGone) return
        }
        streams.delete(stream)
        controller.close()
      },
      cancel() {
        isGone = true
        streams.delete(stream)
      },
    })
    streams.set(stream, clock())
    return new Response(body, { headers: HEADERS })
  }

  return {
    count,
    open(source: Source, what: string, known: Known, before: string | null): Response | null {
      if (idOf(known, what) === null) return null
      return count() < most
        ? open(source, what, before)
        : unavailable('No room for another stream: ask every minute instead.', 60)
    },
  }
}
