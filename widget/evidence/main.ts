import {
  ACTIONS,
  type Action,
  counted,
  LASTS,
  refusalsOf,
  type Tally,
} from '../../shared/evidence/visitor.ts'
import { looksOpen } from '../chats/chat.ts'
import { frame } from '../chats/kustomer.ts'
import { optionOf } from '../loader/tagOption.ts'
import { type BannerRequest, type EvidencePart, isEnded, isOff } from '../protocol.ts'
import { quietly } from '../quietly.ts'
import { registerPart } from '../registerPart.ts'
import { answerOf, type Entry } from './answerOf.ts'

// Watches, while the chat is open, whether this visitor's own requests to the vendor are refused, by what the browser
// itself notes of them. Nothing is patched, kept or sent, and where the browser cannot tell, nothing is said.

type View = Window & typeof globalThis

const evidence: EvidencePart = ({ tag, draw }) => {
  /** Observers that have heard what was there before them: each window has a kind of its own. */
  const caughtUp = new WeakSet<object>()
  let watching: AbortController | undefined
  let watched: object | undefined
  let sized: HTMLElement | null = null
  let tally: Tally = {}
  let told: Partial<Record<Action, number>> = {}
  /** When the visitor first wrote in the chat, or chose a file. What they wrote is not looked at. */
  let wroteAt = Infinity

  const isOver = (): boolean => isEnded() || isOff()

  const stop = (): void => {
    watching?.abort()
    watching = watched = undefined
  }

  /** Tells the page what is new. */
  const tell = (): void => {
    const before = told
    told = {}
    for (const what of ACTIONS) {
      const found = refusalsOf(tally, what)
      if (!found) continue
      const { refused, tried, since } = found
      told[what] = refused
      if (refused === before[what]) continue
      const detail = { what, refused, tried, since: new Date(since).toISOString() }
      tag.dispatchEvent(new CustomEvent('podlight:evidence', { detail }))
    }
    if (JSON.stringify(told) !== JSON.stringify(before)) draw()
  }

  const take = (view: View, entries: readonly (PerformanceEntry & Entry)[]): void => {
    for (const entry of entries) {
      const at = Math.round(Date.now() - view.performance.now() + entry.startTime)
      const answer = answerOf(entry, at, wroteAt)
      if (answer) tally = counted(tally, answer)
    }
    if (isOver()) stop()
    else tell()
  }

  /** The chat's script may ask from its own frame or from the page. Each window notes only what it asked itself. */
  const observe = (view: View, signal: AbortSignal): void => {
    const { PerformanceObserver: Observer } = view
    const observer = new Observer(quietly(undefined, (list) => take(view, list.getEntries())))
    observer.observe({ type: 'resource', buffered: !caughtUp.has(Observer) })
    caughtUp.add(Observer)
    signal.addEventListener('abort', () => observer.disconnect())
  }

  const start = (view: View): void => {
    stop()
    watching = new AbortController()
    watched = view.PerformanceObserver
    const { signal } = watching
    addEventListener('pagehide', stop, { signal })
    view.document.addEventListener(
      'input',
      ({ isTrusted }) => {
        if (isTrusted) wroteAt = Math.min(wroteAt, Date.now())
      },
      { capture: true, passive: true, signal },
    )
    for (const one of [view, window]) observe(one, signal)
  }

  /** A chat that closes or opens changes its size. */
  const sizes = new ResizeObserver(() => look())

  const look = quietly(undefined, (): void => {
    const chat = isOver() || !/^(auto|kustomer)?$/i.test(optionOf(tag, 'chat')) ? null : frame()
    if (chat !== sized) {
      sizes.disconnect()
      sized = chat
      if (chat) sizes.observe(chat)
    }
    // None where the frame is of another origin: whatever it asks for, nobody else is to know.
    const view = chat && looksOpen(chat) ? chat.contentDocument?.defaultView : null
    if (!view) stop()
    else if (view.PerformanceObserver !== watched) start(view)
  })

  /** What the visitor is to be told. */
  const request = (): BannerRequest | null => {
    const [found] = (['sending', 'attachments'] as const)
      .flatMap((action) => refusalsOf(tally, action) ?? [])
      .sort((one, other) => other.last - one.last)
    const isWanted = /^contact$/i.test(optionOf(tag, 'evidence')) && optionOf(tag, 'contact')
    if (!found || !isWanted || isOver()) return null
    const { last: at } = found
    const until = at + LASTS
    const what = { kind: 'evidence', scene: 'sending', trouble: 'sending', effect: 'notice' } as const
    return Date.now() < until ? { ...what, since: null, until, at } : null
  }

  return quietly(null, () => {
    look()
    return request()
  })
}

registerPart(evidence)
