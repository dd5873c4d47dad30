import { browser } from 'wxt/browser'
import { originsOf, permissionsOf } from '../../domain/evidence/origins.ts'
import type { RequestsPort } from '../requestsPort.ts'
import { createRequestLines, type RequestEvent } from './requestLines.ts'

interface BrowserEvent extends RequestEvent {
  readonly tabId: number
  /** Firefox alone says so. */
  readonly incognito?: boolean
}

/** Of any organization: which one is known only later, and the browser shows no more than it was allowed to. */
const FILTER = { urls: originsOf('*'), types: ['xmlhttprequest' as const, 'main_frame' as const] }

/** Where a request is led on, it may be led out of sight. */
const endsIn = (api: typeof browser.webRequest) => [
  api.onBeforeRedirect,
  api.onResponseStarted,
  api.onErrorOccurred,
]

export const browserRequests = (clock: () => number): RequestsPort => {
  const lineOf = createRequestLines(clock)
  let take: Parameters<RequestsPort['hear']>[0] = () => undefined
  let mayBePrivate: Promise<boolean> | undefined
  let last = Promise.resolve()

  /** Whether a request was made in a private window: nothing of it is taken. */
  const isPrivate = async ({ incognito, tabId }: BrowserEvent): Promise<boolean> => {
    if (incognito !== undefined) return incognito
    mayBePrivate ??= browser.extension.isAllowedIncognitoAccess()
    if (!(await mayBePrivate)) return false
    // A tab that is closed can't be asked any more: then it is better not told.
    return tabId < 0 || (await browser.tabs.get(tabId).catch(() => null))?.incognito !== false
  }

  const hearing =
    (state: 'start' | 'end') =>
    (event: BrowserEvent): undefined => {
      // One after the other, as they came.
      last = last
        .then(async () => {
          const line = (await isPrivate(event)) ? null : lineOf(state, event)
          if (line !== null) take(line)
        })
        .catch(() => undefined)
    }
  const [begin, end] = [hearing('start'), hearing('end')]

  return {
    hear(given) {
      take = given
      // Only while it is allowed does the browser have it at all.
      const api = browser.webRequest
      if (api === undefined || api.onBeforeRequest.hasListener(begin)) return
      api.onBeforeRequest.addListener(begin, FILTER)
      for (const event of endsIn(api)) event.addListener(end, FILTER)
    },
    ignore() {
      const api = browser.webRequest
      api?.onBeforeRequest.removeListener(begin)
      for (const event of api ? endsIn(api) : []) event.removeListener(end)
    },
    isAllowed: (organisation) => browser.permissions.contains(permissionsOf(organisation)),
    giveBack: async (but) => {
      const { origins = [] } = await browser.permissions.getAll()
      const kept = but === null ? [] : originsOf(but)
      await browser.permissions.remove({
        permissions: but === null ? ['webRequest'] : [],
        origins: origins.filter((origin) => !kept.includes(origin)),
      })
    },
  }
}
