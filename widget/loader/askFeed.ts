import { timeOf } from '../../shared/model/guards.ts'
import { MAX_BODY, TIMEOUT } from '../../shared/model/limits.ts'
import { wholeBody } from '../../shared/polling/body.ts'
import { isOldCopy, newestOf } from '../../shared/polling/oldCopy.ts'
import { backOff, HELD } from '../../shared/polling/waits.ts'
import type { SiteState } from '../protocol.ts'
import { option } from './ownScript.ts'
import { quickCheck } from './quickCheck.ts'
import { datedState, relayed } from './relayed.ts'
import { FEED } from './vendorFacts.ts'
import { withNews } from './withNews.ts'

interface Asking {
  readonly isLone: boolean
  /** A verdict on a document of the status page; null where there can be none. */
  judge(document: unknown, pod: string | undefined, at: number): Promise<unknown>
  /** Hears of each request whether a relay at that address offers events. */
  offer(address: string): void
}

let request: AbortController | undefined

/** Ends the request that is under way. */
export const abandon = (): void => request?.abort()

/** Asks once, and gives what is known then; null where the page was left meanwhile, which is no failure of the feed. */
export const askFeed = async (
  state: SiteState,
  { isLone, judge, offer }: Asking,
): Promise<SiteState | null> => {
  const now = Date.now()
  const { failures, pod } = state
  // One that is relative is the page's own. One that cannot be used fails: nobody else is asked in its place.
  const urls = option('feed').match(/\S+/g) ?? [FEED]
  const url = urls[failures % urls.length] as string
  const control = new AbortController()
  const timer = setTimeout(() => control.abort(), TIMEOUT)
  request = control
  let heldUntil = 0
  let isLimited = false
  try {
    const reply = await fetch(url, {
      cache: isLone ? 'default' : 'no-cache',
      // One that leads on may lead in circles: each turn would be a request.
      redirect: 'manual',
      credentials: 'omit',
      signal: control.signal,
    })
    /** What a header says in whole seconds. */
    const seconds = (name: string): number | undefined => {
      const text = reply.headers.get(name)
      return text && /^\d{1,9}$/.test(text) ? Number(text) : undefined
    }
    isLimited = reply.status === 429
    heldUntil = now + Math.min(HELD, Number(reply.headers.get('retry-after')) * 1000 || 0)
    const document = JSON.parse((reply.ok && (await wholeBody(reply, MAX_BODY))) || '')
    const cached = seconds('age') ?? 0
    const isRelay = 'podlight' in document
    offer(isRelay && reply.headers.get('podlight-events') ? url : '')
    if (isRelay) {
      const next = relayed(document, state, now, seconds('podlight-age'), cached)
      if (next) return next
    } else {
      const published = Date.parse(document.page.updated_at)
      // A page may come by a relay, which says how old it is and when it was fetched.
      const dated = now - ((seconds('podlight-age') ?? 0) + cached) * 1000
      const fetched = timeOf(reply.headers.get('podlight-fetched'))
      const held = fetched ? datedState(state, dated, fetched) : { state, at: dated }
      const next =
        !isOldCopy(published, state, now) &&
        withNews(
          { ...held.state, published: newestOf(published, state.published, now) },
          now,
          held.at,
          quickCheck(document, pod) ?? (await judge(document, pod, now)),
        )
      if (next) return next
    }
  } catch {
    // No answer, none in time, or none that is a document of the page.
  } finally {
    clearTimeout(timer)
  }
  if (control.signal.aborted && document.hidden) return null
  offer('')
  // The next address is asked at once, unless the server wants silence: going round would only dodge that.
  const isHeld = isLimited || heldUntil > now
  const wait = isHeld || failures + 1 >= urls.length ? backOff(failures + 1, Math.random()) : 0
  const due = Math.max(heldUntil, now + wait)
  // Most servers let no page read how long they want to be left alone.
  return { ...state, due, heldUntil: isLimited ? due : heldUntil, failures: failures + 1 }
}
