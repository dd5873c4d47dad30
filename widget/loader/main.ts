import { CAPACITY, PRICE } from '../../shared/poll/bucket.ts'
import { STALE, TIMEOUT } from '../../shared/poll/news.ts'
import { HELD, HIT, LONGEST, SAVING, SHORTEST, WELL } from '../../shared/poll/wait.ts'
import type { Call, Judging, Load, News, Second } from '../parts.ts'
import { loadPart } from './part.ts'
import { podOf } from './pod.ts'
import { OK, sightOf } from './sight.ts'
import { optionOf, ownTag } from './tag.ts'

/** The hash of the second part, put in by the build. */
declare const SECOND: string

interface Global {
  (...call: Call): void
  /** Calls made before we came. */
  q?: readonly Call[]
  /** 0 while a loader is at work; `destroy` makes it 1. */
  end?: number
}

const KEY = 'podlight'
const place = window as { podlight?: Global }

/** A longer wait is waited in pieces, so that a sleep, or a clock that was set, is noticed soon. */
const BEAT = 75_000

const start = (tag: HTMLScriptElement): void => {
  const option = (name: string): string => optionOf(tag, name)
  const calls = place.podlight?.q
  let second: Promise<Judging> | undefined
  let news: News = { pod: '', level: 'unknown' }
  let told = ''
  let timer = 0
  let kept = true
  let asking: unknown
  let control = new AbortController()

  // The row that the pages of this site share, stored as a plain list, as pages have been seen to patch JSON.
  // Times are epoch milliseconds.
  /** Up to when the bucket of questions is spent: a question moves it on by its price. */
  let spent = 0
  let due = 0
  let fails = 0
  /** When the last news was asked for; 0 where there is none. */
  let at = 0
  let pod = ''
  /** What the last news said: a sight, or what the second part made of it. */
  let sight = ''

  const podOfPage = (): string => podOf(option('pod'))

  const tell = (next: News, key: string = next.level): void => {
    news = next
    if (key !== told) dispatchEvent(new CustomEvent('podlight:change', { detail: news }))
    told = key
  }

  const load: Load = (hash) => loadPart(tag, hash)

  /** The second part. Where it cannot be had nothing is claimed, and it is tried again next time. */
  const judge = (): Promise<Judging> =>
    (second ??= load<Second>(SECOND).then(
      (part) => part(tag, podOfPage, load, tell, () => news, look, calls),
      () => {
        second = undefined
        return () => ''
      },
    ))

  const keep = (text?: string): string => {
    try {
      if (option('storage') !== 'none') {
        if (text) localStorage.setItem(KEY, text)
        return `${localStorage.getItem(KEY)}`
      }
    } catch {}
    kept = false
    return ''
  }

  const recall = (now: number): void => {
    const stored = keep().split(',')
    const numbers = stored.map(Number)
    const [last = 0] = numbers
    // A page that does not know its pod yet goes by the pod of the page before it.
    const mine = podOfPage() || stored[4] || ''
    if (mine !== pod) at = due = 0
    pod = mine
    // Whoever asked last knows best; but news of another pod is none of ours, and nobody fills the bucket.
    if (last >= spent)
      if (stored[4] === pod) {
        ;[spent = 0, due = 0, fails = 0, at = 0] = numbers
        sight = `${stored[5]}`
      } else spent = last
    // Spoilt, or the clock was set back: an empty bucket, so that spoiling buys no question. NaN fails every test.
    if (!(Math.max(spent, due, fails) < now + HELD && at <= now)) {
      spent = now + CAPACITY * PRICE
      due = fails = at = 0
    }
  }

  const question = async (): Promise<void> => {
    const now = Date.now()
    recall(now)
    due = Math.max(due, spent - (CAPACITY - 1) * PRICE)
    if (now < due) return
    const luck = Math.random()
    const save = (): unknown => keep(`${[spent, due, fails, at, pod, sight]}`)
    const urls = option('feed').split(' ')
    const url = urls[fails % urls.length] ?? ''
    const asked = new AbortController()
    control = asked
    setTimeout(() => asked.abort(), TIMEOUT)
    const { connection } = navigator as { connection?: { saveData?: boolean } }
    spent = Math.max(spent, now) + PRICE
    due = now + (connection?.saveData ? SAVING : sight[1] ? HIT : WELL) * (1 + luck / 4)
    // Before the question: a page that is left now must not forget that it asked.
    save()
    try {
      const reply = await fetch(
        /^(https?:\/)?\//.test(url) ? url : 'https://status.kustomer.com/api/v2/summary.json',
        { cache: kept ? 'no-cache' : 'default', signal: asked.signal },
      )
      const wait = Number(reply.headers.get('retry-after')) * 1000
      if (wait > 0) spent = now + wait + CAPACITY * PRICE
      const document: unknown = reply.ok && (await reply.json())
      sight = sightOf(document, pod) || (await judge())(document, now)
      fails = 0
      at = now
    } catch {
      due = now + SHORTEST + luck * (Math.min(LONGEST, SHORTEST * 2 ** ++fails) - SHORTEST)
    }
    save()
    // Pages that cannot share what they know ask once each.
    if (!kept) due = Infinity
  }

  const look = (wake?: { key?: unknown }): void => {
    clearTimeout(timer)
    // A question under way would keep a page that is left out of the back-forward cache.
    if (document.hidden || api.end) return control.abort()
    const now = Date.now()
    recall(now)
    const mine = podOfPage()
    const fresh = now - at < STALE
    if (fresh && sight[1]) judge().then((judging) => judging(sight, at))
    else tell({ pod: mine, level: fresh && sight === OK && mine ? 'ok' : 'unknown' })
    if (wake && !wake.key && (fails || now - at > WELL)) due = 0
    if (!asking && now >= due) {
      const done = (): void => {
        asking = 0
        look()
      }
      asking = (
        navigator.locks?.request(KEY, { ifAvailable: true }, (lock) => lock && question()) ?? question()
      ).then(done, done)
    }
    timer = setTimeout(look, Math.min(BEAT, Math.max(1000, due - now)))
  }

  const api: Global = (...call) => judge().then((judging) => judging(call))
  place.podlight = api
  api.end = 0
  if (calls || /:|podlight-p/.test(option('mode') + (option('preview') && location.search))) judge()
  for (const event of ['visibilitychange', 'pageshow', 'online', 'storage'])
    addEventListener(event, look as () => void)
  look()
}

const tag = ownTag()
if (
  tag &&
  optionOf(tag, 'mode') !== 'off' &&
  place.podlight?.end !== 0 &&
  !document.querySelector('meta[name=podlight][content=off]')
)
  start(tag)
