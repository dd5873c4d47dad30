import { SILENCE } from '../../shared/model/limits.ts'
import { CAPACITY, PRICE } from '../../shared/polling/bucket.ts'
import { backOff } from '../../shared/polling/waits.ts'
import { type EventsPart, isEnded, isOff } from '../protocol.ts'
import { quietly } from '../quietly.ts'
import { registerPart } from '../registerPart.ts'

// A relay's events: what it says goes the same way as an answer to a request. While it speaks, no request falls due.

/** Requests that are left in the bucket: none ever waits because a stream was opened. */
const RESERVE = CAPACITY / 2

/** Before trying again where another page of the site, or our own loader, is just asking. */
const BREATH = 1000

const events: EventsPart = ({ alone, state, keep, read, rouse }) => {
  let feed = ''
  let stream: EventSource | undefined
  /** What was told last, and its id: beats speak of it. */
  let told: { readonly id: string; readonly answer: Parameters<typeof read>[0] } | undefined
  let timer: ReturnType<typeof setTimeout>
  let isOpening = false
  let opensAt = 0
  let openedAt = 0
  let heardAt = 0
  let failures = 0

  /**
   * Firefox gives up a page with an open stream when it is left, before it tells the page anything: there no stream is
   * worth its price (tried 2026-11 in Firefox 153, with streams that were ended on `beforeunload` too).
   */
  const isFirefox = CSS.supports('-moz-appearance', 'none')
  const isWanted = (): unknown => feed && !isFirefox && !document.hidden && !isEnded() && !isOff()

  const address = (): URL => {
    const url = new URL(feed, document.baseURI)
    url.pathname = url.pathname.replace(/\.json$/, '/events')
    return url
  }

  const lookIn = (wait: number): void => {
    clearTimeout(timer)
    timer = setTimeout(look, wait)
  }

  const close = (): void => {
    clearTimeout(timer)
    stream?.close()
    stream = undefined
  }

  /** Opens again a while later: whoever lost a relay at the same time must not come back at the same time. */
  const fail = (): void => {
    close()
    const now = Date.now()
    // Relays end their streams now and then, which is no failure.
    failures = now - openedAt > SILENCE ? 1 : failures + 1
    const wait = backOff(failures, Math.random())
    opensAt = now + wait
    lookIn(wait)
  }

  /** Takes a message for news; false where it cannot be believed. */
  const take = ({ type, data, lastEventId }: MessageEvent<string>): boolean => {
    const now = Date.now()
    // After a sleep, or with a clock that was set, nobody knows how old what was kept in between is.
    const isInTime = now >= heardAt && now - heardAt <= SILENCE
    heardAt = now
    const isBeat = type === 'beat'
    const said = JSON.parse(data)
    const { podlight, vendor, page, age } = said
    const answer = isBeat ? { ...told?.answer, podlight, vendor, page, age } : said
    const before = state()
    const next = isInTime ? read(answer, before, now, undefined, undefined, isBeat) : null
    // Where something else is known by now, what was told on this stream holds no more.
    const isKnown = !isBeat || JSON.stringify(next?.finding) === JSON.stringify(before.finding)
    if (!next || !isKnown) return false
    if (!isBeat) told = { id: lastEventId, answer }
    keep(next)
    rouse()
    return true
  }

  const hear = (message: Event): void => {
    const { origin } = message as MessageEvent<string>
    if (!isWanted()) close()
    // One that was led on to another host speaks for somebody else.
    else if (origin === address().origin && quietly(false, take)(message as MessageEvent<string>))
      lookIn(SILENCE)
    else {
      told = undefined
      fail()
    }
  }

  /** Takes the price of a request out of the bucket that the site's pages share. */
  const isPaid = (): boolean => {
    const before = state()
    const spent = Math.max(before.spent, Date.now())
    return spent - Date.now() <= (CAPACITY - RESERVE - 1) * PRICE && keep({ ...before, spent: spent + PRICE })
  }

  const open = async (): Promise<void> => {
    isOpening = true
    const mayOpen = await alone(isPaid)
    isOpening = false
    if (!isWanted()) return
    if (!mayOpen) {
      lookIn(mayOpen === false ? PRICE : BREATH)
      return
    }
    const url = address()
    if (told) url.searchParams.set('last', told.id)
    openedAt = heardAt = Date.now()
    const opened = new EventSource(url)
    stream = opened
    opened.addEventListener('verdict', hear)
    opened.addEventListener('beat', hear)
    // It would come back by itself, together with everybody else's. WebKit tells of errors of streams that were closed.
    opened.onerror = () => opened === stream && fail()
    lookIn(SILENCE)
  }

  const look = (): void => {
    if (!isWanted()) close()
    else if (stream) {
      if (Date.now() - heardAt >= SILENCE) fail()
    } else if (!isOpening && Date.now() >= opensAt) open().catch(close)
  }

  addEventListener('visibilitychange', () => document.hidden && close())
  // It would cost the page its back-forward cache. On return the loader looks, and this part with it.
  addEventListener('pagehide', close)

  return (address) => {
    if (feed !== address) {
      told = undefined
      close()
    }
    feed = address
    look()
  }
}

registerPart(events)
