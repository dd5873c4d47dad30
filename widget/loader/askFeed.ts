import { MAX_BODY, TIMEOUT } from '../../shared/model/limits.ts'
import { wholeBody } from '../../shared/polling/body.ts'
import { isOldCopy, newestOf } from '../../shared/polling/oldCopy.ts'
import { AFFECTED, backOff, HELD, lengthened, SAVING, WELL } from '../../shared/polling/waits.ts'
import type { Finding } from '../protocol.ts'
import { option } from './ownScript.ts'
import { quickCheck } from './quickCheck.ts'
import type { SiteState } from './siteState.ts'
import { FEED } from './vendorFacts.ts'

type Judge = (document: unknown, pod: string | undefined, at: number) => Promise<Finding | null>

let request: AbortController | undefined

/** Ends the request that is under way. */
export const abandon = (): void => request?.abort()

/** A level alone, with nothing affected. */
export const isLevelOnly = ({ banner, impacts }: Finding): boolean => !banner && !impacts?.[0]

const waitAfter = (finding: Finding): number => {
  const { connection } = navigator as { connection?: { saveData?: boolean } }
  return connection?.saveData ? SAVING : isLevelOnly(finding) ? WELL : AFFECTED
}

/** Asks once, and gives what is known then; null where the page was left meanwhile, which is no failure of the feed. */
export const askFeed = async (state: SiteState, isLone: boolean, judge: Judge): Promise<SiteState | null> => {
  const now = Date.now()
  const random = Math.random()
  const { failures, pod } = state
  // One that is relative is the page's own. One that cannot be used fails: nobody else is asked in its place.
  const urls = option('feed').match(/\S+/g) ?? [FEED]
  const control = new AbortController()
  const timer = setTimeout(() => control.abort(), TIMEOUT)
  request = control
  let heldUntil = 0
  let isLimited = false
  try {
    const reply = await fetch(urls[failures % urls.length] as string, {
      cache: isLone ? 'default' : 'no-cache',
      // One that leads on may lead in circles: each turn would be a request.
      redirect: 'manual',
      credentials: 'omit',
      signal: control.signal,
    })
    isLimited = reply.status === 429
    heldUntil = now + Math.min(HELD, Number(reply.headers.get('retry-after')) * 1000 || 0)
    const document = JSON.parse((reply.ok && (await wholeBody(reply, MAX_BODY))) || '')
    const published = Date.parse(document.page.updated_at)
    const finding =
      !isOldCopy(published, state, now) && (quickCheck(document, pod) ?? (await judge(document, pod, now)))
    if (finding)
      return {
        ...state,
        due: now + lengthened(waitAfter(finding), random),
        failures: 0,
        at: now,
        published: newestOf(published, state.published, now),
        finding,
      }
  } catch {
    // No answer, none in time, or none that is a document of the page.
  } finally {
    clearTimeout(timer)
  }
  if (control.signal.aborted && document.hidden) return null
  const due = Math.max(heldUntil, now + backOff(failures + 1, random))
  // Most servers let no page read how long they want to be left alone.
  return { ...state, due, heldUntil: isLimited ? due : heldUntil, failures: failures + 1 }
}
