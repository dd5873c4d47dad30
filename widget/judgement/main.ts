import type { Judgement } from '../../shared/model/verdict.ts'
import { optionOf } from '../loader/tagOption.ts'
import type { ApiPart, BannerRequest, Call, JudgementPart, News, ViewPart } from '../protocol.ts'
import { quietly } from '../quietly.ts'
import { registerPart } from '../registerPart.ts'
import { judgeDocument } from './judgeDocument.ts'
import { verdictOf } from './storedVerdict.ts'
import { untilDone } from './untilDone.ts'

/** The hashes of the view and of the page API, put in by the build. */
declare const VIEW_HASH: string
declare const API_HASH: string

/** News that is plainly nothing is stored as the loader itself would. Its time is stored beside it. */
const textOf = ({ asOf: _, ...verdict }: Judgement): string => {
  if (verdict.banner || verdict.impacts[0]) return encodeURIComponent(JSON.stringify(verdict))
  return verdict.level === 'ok' ? '1' : '2'
}

/** A chat that is due gets so long. */
const PATIENCE = 10_000

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(decodeURIComponent(text))
  } catch {
    return null
  }
}

const judgement: JudgementPart = (...lent) => {
  const [tag, podOfPage, load, tell, toldNews, refresh, calls] = lent
  const pod = (): string => podOfPage() ?? ''
  const news = (): News => toldNews() ?? { pod: pod(), level: 'unknown' }
  let look: (() => void) | undefined
  let api: ReturnType<ApiPart> | undefined
  const waiting: Call[] = []
  let isPodAsked = false

  const ownersRequest = (): BannerRequest | null => api?.request() ?? null

  const loadView = untilDone(async () => {
    const view = await load<ViewPart>(VIEW_HASH)
    look = view({ tag, load, news, ownersRequest })
  })
  /** The view is loaded when there is something to draw, and hears of every change from then on. */
  const draw = (): void => {
    if (look) look()
    else if (news().banner || ownersRequest()) loadView().then(() => look?.())
  }

  const loadApi = untilDone(async () => {
    const make = await load<ApiPart>(API_HASH)
    api = make({ tag, pod, news, refresh })
  })
  /** Calls wait until the part that takes them is there. */
  const order = (...added: Call[]): void => {
    waiting.push(...added)
    loadApi().then(() => {
      if (api) for (const call of waiting.splice(0)) api.take(call)
      draw()
    })
  }

  addEventListener('podlight:change', draw)
  const queued = Array.isArray(calls) ? (calls as readonly Call[]) : []
  const isOrdered = queued[0] || !/^(auto)?$/.test(optionOf(tag, 'mode')) || optionOf(tag, 'preview')
  if (isOrdered) order(...queued)

  return quietly('', (what: unknown, at = 0, podOfSite = '') => {
    if (!api && (isOrdered || waiting[0])) order()
    if (typeof what === 'string') {
      const verdict = verdictOf(parsed(what), pod(), new Date(at).toISOString())
      if (verdict) tell(verdict, what)
      draw()
      return verdict ? what : ''
    }
    if (at) {
      if (!podOfSite && !isPodAsked)
        setTimeout(() => {
          // A chat that came late brought it along.
          if (!pod()) console.warn('[podlight] No pod is known: set data-pod, such as prod1.')
        }, PATIENCE)
      isPodAsked ||= !podOfSite
      const verdict = judgeDocument(what, podOfSite, at)
      if (verdict) return textOf(verdict)
    } else order(what as Call)
    return ''
  })
}

registerPart(judgement)
