import { STALE, TIMEOUT } from '../../shared/model/limits.ts'
import { CAPACITY, PRICE } from '../../shared/polling/bucket.ts'
import { AFFECTED, HELD, LONGEST, SAVING, SHORTEST, WELL } from '../../shared/polling/waits.ts'
import type { Call, JudgementPart, Judging, News } from '../protocol.ts'
import { loadPart } from './loadPart.ts'
import { option, tag } from './ownScript.ts'
import { podOfPage } from './podOfPage.ts'
import { type Document, OK, quickCheck } from './quickCheck.ts'
import { FEED } from './vendorFacts.ts'

// All that is sent to a visitor while all is well, so it does little: one loop that asks, looks and loads what is needed.

/** The hash of the judgement, put in by the build. */
declare const JUDGEMENT_HASH: string

interface Global {
  (...call: Call): void
  /** Calls made before we came. */
  q?: readonly Call[]
  /** 0 while a loader is at work; `destroy` makes it 1. */
  end?: number
}

/** How often we look at the clock, at what other tabs of the site heard, and at the page. It takes no time to speak of. */
const BEAT = 1000

const old = (window as { podlight?: Global }).podlight

let told: string | undefined
let news: News | undefined
let judgement: Promise<Judging> | 0
let control: AbortController | undefined
/** Somebody wants news now: the page was left or returned, the browser is online again, or a call. */
let urge = false
let kept = true

// The row that the pages of this site share, stored as a plain list, as pages have been seen to patch JSON.
// Times are epoch milliseconds.
/** Up to when the bucket of requests is spent: a request moves it on by its price. */
let spent = 0
/** When the next request is due. */
let due = 0
/** Requests in a row that failed. */
let fails = 0
/** When the last news was asked for; 0 where there is none. */
let at = 0
let pod: string | undefined
/** What the last news said: what the quick check found, or what the judgement made of it. */
let finding = ''

const tell = (next: News, key: string = next.level): void => {
  news = next
  if (key != told) dispatchEvent(new CustomEvent('podlight:change', { detail: next }))
  told = key
}

/** The judgement. Where it cannot be had nothing is claimed, and it is tried again a minute later. */
const loadJudgement = (): Promise<Judging> =>
  (judgement ||= loadPart<JudgementPart>(JUDGEMENT_HASH).then(
    (part) => part(tag, podOfPage, loadPart, tell, () => news, called, old?.q),
    () => {
      setTimeout(() => (judgement = 0), WELL)
      return () => ''
    },
  ))

/** Keeps a text where all pages of the site find it, and gives what is kept. */
const keep = (text?: string): string | undefined => {
  try {
    if (option('storage') != 'none') {
      if (text) localStorage['podlight'] = text
      return localStorage['podlight']
    }
  } catch {
    // Forbidden or full.
  }
  kept = false
  return undefined
}
const save = (): unknown => keep(`${[spent, due, fails, at, pod, finding]}`)

/** Takes up what the pages of the site know. */
const recall = (now: number): void => {
  const stored = `${keep()}`.split(',')
  // A page that does not know its pod yet goes by the pod of the page before it.
  const mine = podOfPage() || stored[4]
  if (mine != pod) at = due = 0
  pod = mine
  // Whoever asked last knows best; but news of another pod is none of ours, and nobody fills the bucket.
  if (+(stored[0] as string) >= spent)
    if (stored[4] == pod) {
      ;[spent, due, fails, at] = stored.map(Number) as [number, number, number, number]
      finding = stored[5] as string
    } else spent = +(stored[0] as string)
  // Spoilt, or the clock was set back: silence for a while, so that spoiling buys no request. NaN fails every test.
  if (!(Math.max(spent - HELD, due - HELD, at) <= now)) {
    due = spent = now + CAPACITY * PRICE
    fails = at = 0
    save()
  }
}

const request = async (): Promise<void> => {
  const now = Date.now()
  // A page's own chance may be no number.
  const luck = Math.random() || 0
  recall(now)
  if (urge && due - now < LONGEST && (fails || now - at > WELL)) due = 0
  urge = false
  due = Math.max(due, spent - (CAPACITY - 1) * PRICE)
  if (now < due) return
  const urls = option('feed').match(/http\S+/g) || [FEED]
  spent = Math.max(spent, now) + PRICE
  due = now + WELL
  // Before the request: a page that is left now must not forget that it asked.
  save()
  let reply: Response | undefined
  try {
    const ours = new AbortController()
    control = ours
    setTimeout(() => ours.abort(), TIMEOUT)
    reply = await fetch(urls[fails % urls.length] as string, {
      cache: (kept ? 'no-cache' : undefined) as RequestCache,
      signal: ours.signal,
    })
    const document = (reply.ok && (await reply.json())) as Document
    finding = quickCheck(document, pod) || (await loadJudgement())(document, now, pod)
    fails = 0
    at = now
    due =
      now +
      ((navigator as { connection?: { saveData?: boolean } }).connection?.saveData
        ? SAVING
        : finding[1]
          ? AFFECTED
          : WELL) *
        (1 + luck / 4)
  } catch {
    due =
      now +
      Math.max(
        Math.min(HELD, (reply?.headers.get('retry-after') as unknown as number) * 1000 || 0),
        SHORTEST + luck * Math.min(LONGEST - SHORTEST, SHORTEST * 2 ** fails++),
      )
  }
  save()
}

const look = async (): Promise<void> => {
  // Pages that cannot share what they know ask once each.
  if ((urge || Date.now() >= due) && (kept || !at))
    try {
      await navigator.locks.request('podlight', { ifAvailable: true }, (lock) => lock && request())
    } catch {
      // No locks to be had, as on plain http or where storage is blocked: then the stored time alone decides.
      await request()
    }
  const now = Date.now()
  recall(now)
  // What is as old as that is no news any more.
  if (now - at >= STALE) finding = ''
  if (!(finding[1] && (await loadJudgement())(finding, at)))
    tell({ pod, level: finding == OK ? 'ok' : 'unknown' })
}

const watch = async (): Promise<void> => {
  // A page's timers may call at once: no more looks than there were milliseconds.
  for (let looks = 0; !api.end && looks < performance.now(); looks++) {
    try {
      if (!document.hidden) await look()
    } catch {
      // Whatever the page has broken: it must not hear of it from us.
    }
    await new Promise((resolve) => setTimeout(resolve, BEAT))
  }
}

const called = (): void => {
  // A request under way would keep a page that is left out of the back-forward cache.
  if (document.hidden) control?.abort()
  urge = true
}

const api: Global = (...call) => loadJudgement().then((judging) => judging(call))

try {
  if (
    option('mode') != 'off' &&
    old?.end !== 0 &&
    !document.querySelector('meta[name=podlight][content=off]')
  ) {
    ;(window as { podlight?: Global }).podlight = api
    api.end = 0
    // Somebody called before us, or wants something shown: by the mode, any but "auto", or by the page's address.
    if (old || /^([^ah]|an)|podlight-p/.test(option('mode') + location)) loadJudgement()
    addEventListener('visibilitychange', called)
    addEventListener('online', called)
    watch()
  }
} catch {
  // A page that broke what is needed to read our own address.
}
