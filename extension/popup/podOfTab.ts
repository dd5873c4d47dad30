import { browser } from 'wxt/browser'
import * as z from 'zod/mini'
import { podOf } from '../../shared/model/pod.ts'
import { quote } from '../../shared/text/quote.ts'

/** What a page's script may answer: it ran beside a stranger's code, so it is read like anything from outside. */
const answerShape = z.object({
  chat: z.boolean(),
  pod: z.nullable(z.string()),
  organisation: z.nullable(z.string()),
})

export type Found =
  | { readonly kind: 'found'; readonly pod: string; readonly organisation: string }
  | { readonly kind: 'noChat' | 'noPod' | 'notAllowed' }

export const readAnswer = (answer: unknown): Found => {
  const read = answerShape.safeParse(answer)
  if (!read.success || !read.data.chat) return { kind: 'noChat' }
  const pod = podOf(read.data.pod ?? '')
  if (pod === null) return { kind: 'noPod' }
  return { kind: 'found', pod, organisation: quote(read.data.organisation ?? '', 60) }
}

/** Looks for a chat in the page under the popup. The browser allows it for this one click, and this one page. */
export const podOfTab = async (): Promise<Found> => {
  try {
    const [tab] = await browser.tabs.query({ active: true, currentWindow: true })
    if (tab?.id === undefined) return { kind: 'notAllowed' }
    const [outcome] = await browser.scripting.executeScript({
      target: { tabId: tab.id },
      files: ['/find-pod.js'],
    })
    return readAnswer(outcome?.result)
  } catch {
    return { kind: 'notAllowed' }
  }
}
