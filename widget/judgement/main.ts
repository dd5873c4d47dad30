import type { Judgement } from '../../shared/model/verdict.ts'
import { optionOf } from '../loader/tagOption.ts'
import type { ApiPart, BannerRequest, Call, Finding, JudgementPart, News, ViewPart } from '../protocol.ts'
import { quietly } from '../quietly.ts'
import { registerPart } from '../registerPart.ts'
import { checkOptions } from './checkOptions.ts'
import { judgeDocument } from './judgeDocument.ts'
import { verdictOf } from './storedVerdict.ts'

/** The hashes of the view and of the page API, put in by the build. */
declare const VIEW_HASH: string
declare const API_HASH: string

/** What is stored of a verdict: pod and time stand beside it, and news that is plainly nothing is a level alone. */
const findingOf = ({ pod: _, asOf: __, ...verdict }: Judgement): Finding =>
  verdict.banner || verdict.impacts[0] ? verdict : { level: verdict.level === 'ok' ? 'ok' : 'unknown' }

/** A chat that is due gets so long. */
const PATIENCE = 10_000

const judgement: JudgementPart = ({ tag, calls, pod: podOfPage, load, news: toldNews, tell, refresh }) => {
  const pod = (): string => podOfPage() ?? ''
  const news = (): News => toldNews() ?? { pod: pod(), level: 'unknown' }
  let look: (() => void) | undefined
  let api: ReturnType<ApiPart> | undefined
  const waiting: Call[] = []
  let isOrdered = false
  let isPodAsked = false

  const ownersRequest = (): BannerRequest | null => api?.request() ?? null

  const loadView = async (): Promise<void> => {
    const part = load<ViewPart>(VIEW_HASH)
    // The first formatter on a page is slow to create, so it is created while the view loads.
    setTimeout(quietly(undefined, () => Intl.DateTimeFormat()))
    const view = await part
    look ??= view({ tag, load, news, ownersRequest })
    look()
  }
  /** The view is loaded when there is something to draw, and hears of every change from then on. */
  const draw = (): void => {
    if (look) look()
    else if (news().banner || ownersRequest()) loadView().catch(() => undefined)
  }

  const takeCalls = async (): Promise<void> => {
    const make = await load<ApiPart>(API_HASH)
    api ??= make({ tag, pod, news, refresh })
    for (const call of waiting.splice(0)) api.take(call)
    draw()
  }
  /** Calls wait until the part that takes them is there. */
  const order = (...added: Call[]): void => {
    isOrdered = true
    waiting.push(...added)
    takeCalls().catch(() => undefined)
  }

  checkOptions(tag)
  addEventListener('podlight:change', draw)
  /** A site without a pod is told so once, in good time for a chat that comes late and brings it along. */
  const missPod = (): void => {
    if (isPodAsked) return
    isPodAsked = true
    setTimeout(() => {
      if (!pod()) console.warn('[podlight] No pod is known: set data-pod, such as prod1.')
    }, PATIENCE)
  }

  if (calls[0] || !/^(auto)?$/i.test(optionOf(tag, 'mode')) || optionOf(tag, 'preview')) {
    order(...calls)
    missPod()
  }

  return {
    judge: quietly(null, (document, podOfSite, at) => {
      if (!podOfSite) missPod()
      const verdict = judgeDocument(document, podOfSite ?? '', at)
      return verdict && findingOf(verdict)
    }),
    show: quietly(false, (finding, podOfSite, at) => {
      // A page that does not know its pod has no trouble of the pod of the page before it.
      const isOurs = (podOfSite ?? '') === pod()
      const verdict = isOurs ? verdictOf(finding, pod(), new Date(at).toISOString()) : null
      if (verdict) tell(verdict)
      draw()
      return verdict !== null
    }),
    call: quietly(undefined, (call) => order(call)),
    resume: quietly(undefined, () => {
      if (isOrdered && !api) order()
      if (!look) draw()
    }),
  }
}

registerPart(judgement)
