import { optionOf } from '../loader/tagOption.ts'
import type { ApiPart, Call, JudgementPart } from '../protocol.ts'
import { quietly } from '../quietly.ts'
import { registerPart } from '../registerPart.ts'
import { checkOptions } from './checkOptions.ts'
import { judgeDocument } from './judgeDocument.ts'

/** The hash of the page API, put in by the build. */
declare const API_HASH: string

/** A chat that is due gets so long. */
const PATIENCE = 10_000

const judgement: JudgementPart = ({ tag, calls, pod: podOfPage, load, news, draw, refresh }) => {
  const pod = (): string => podOfPage() ?? ''
  let api: ReturnType<ApiPart> | undefined
  const waiting: Call[] = []
  let isOrdered = false
  let isPodAsked = false

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
      return judgeDocument(document, podOfSite ?? '', at)
    }),
    request: quietly(null, () => api?.request() ?? null),
    call: quietly(undefined, (call) => order(call)),
    resume: quietly(undefined, () => {
      if (isOrdered && !api) order()
    }),
  }
}

registerPart(judgement)
