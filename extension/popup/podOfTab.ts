import { browser } from 'wxt/browser'
import * as z from 'zod/mini'
import { podOf } from '../../shared/model/pod.ts'
import type { Pod } from '../../shared/model/verdict.ts'
import { quote } from '../../shared/text/quote.ts'
import { podOfSite } from '../domain/policy/podOfSite.ts'
import { NO_POLICY } from '../domain/policy/policy.ts'
import { policy } from '../ui/pageState.ts'

/** What a page's script may answer: it ran beside a stranger's code, so it is read like anything from outside. */
const answerShape = z.object({
  chat: z.boolean(),
  pod: z.nullable(z.string()),
  organisation: z.nullable(z.string()),
})

export type Found =
  | { readonly kind: 'found'; readonly pod: string; readonly organisation: string }
  | { readonly kind: 'noChat' | 'noPod' | 'notAllowed' }

export const readAnswer = (answer: unknown, policy = NO_POLICY): Found => {
  const read = answerShape.safeParse(answer)
  if (!read.success || !read.data.chat) return { kind: 'noChat' }
  const organisation = read.data.organisation ?? ''
  // Older chats name no pod, but the company may.
  const pod =
    podOf(read.data.pod ?? '') ?? policy.organisations.get(organisation.trim().toLowerCase()) ?? null
  if (pod === null) return { kind: 'noPod' }
  return { kind: 'found', pod, organisation: quote(organisation, 60) }
}

const tabUnder = async () => (await browser.tabs.query({ active: true, currentWindow: true }))[0]

/** The pod of the site under the popup by its address alone; null where the company named none for it. */
export const podOfAddress = async (): Promise<Pod | null> => {
  const { sites, organisations } = policy.value
  if (sites.size + organisations.size === 0) return null
  // Without an answer, the popup is drawn without it.
  const tab = await tabUnder().catch(() => undefined)
  return URL.canParse(tab?.url ?? '') ? podOfSite(policy.value, new URL(tab?.url ?? '').hostname) : null
}

/** Looks for a chat in the page under the popup. The browser allows it for this one click, and this one page. */
export const podOfTab = async (): Promise<Found> => {
  try {
    const tab = await tabUnder()
    if (tab?.id === undefined) return { kind: 'notAllowed' }
    const [outcome] = await browser.scripting.executeScript({
      target: { tabId: tab.id },
      files: ['/find-pod.js'],
    })
    return readAnswer(outcome?.result, policy.value)
  } catch {
    return { kind: 'notAllowed' }
  }
}
