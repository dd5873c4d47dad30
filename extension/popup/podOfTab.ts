import { browser } from 'wxt/browser'
import * as z from 'zod/mini'
import { podOf } from '../../shared/model/pod.ts'
import type { Pod } from '../../shared/model/verdict.ts'
import { quote } from '../../shared/text/quote.ts'
import { podOfSite } from '../domain/policy/podOfSite.ts'
import { NO_POLICY } from '../domain/policy/policy.ts'
import { organisationOf } from '../domain/vendorPages.ts'
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

/** What the address alone tells of the site under the popup: its pod by the company's table, and whose agents work there. */
export const knownOfAddress = async (): Promise<{ pod: Pod | null; organisation: string | null }> => {
  // Without an answer, the popup is drawn without it.
  const url = (await tabUnder().catch(() => undefined))?.url ?? ''
  const host = URL.canParse(url) ? new URL(url).hostname : ''
  return { pod: podOfSite(policy.value, host), organisation: organisationOf(host) }
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
