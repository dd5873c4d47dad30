import { load } from '../../../scripts/replay/load.ts'
import { type Replay, startReplay } from '../../../scripts/replay/server.ts'
import { type Shop, startShop } from '../../../scripts/stage/shop.ts'
import type { ShopOptions } from '../../../scripts/stage/shopOptions.ts'
import { until } from '../../../scripts/stage/until.ts'
import type { Web } from './web.ts'

export const FEED = '/api/v2/summary.json'

/** A moment of a recording, as a visitor of some pod's shop meets it. */
export interface Moment {
  readonly recording: string
  readonly at: string
  readonly pod: string
}

/** The pod is on the page, and nothing is wrong anywhere. */
export const WELL: Moment = {
  recording: '2024-12-19-chat-attachments',
  at: '2024-12-19T07:00:00Z',
  pod: 'prod1',
}
/** Agents of the pod cannot sign in, which is no matter to those who chat. */
export const AGENTS_ONLY: Moment = {
  recording: '2026-02-03-login-prod2',
  at: '2026-02-03T14:40:00Z',
  pod: 'prod2',
}
export const CHAT_FAILS: Moment = {
  recording: '2025-08-06-chat-delivery',
  at: '2025-08-06T14:20:00Z',
  pod: 'prod1',
}

export interface Visit {
  readonly shop: Shop
  readonly replay: Replay
  /** Waits until an expression in the page has a value that JSON calls the same. */
  seen(expression: string, value: unknown): Promise<void>
}

/** Opens a shop in a browser whose time is the real one, and clears it away after the test. */
export const visit = async (
  web: Web,
  { recording, at, pod }: Moment,
  { tag, ...more }: Omit<ShopOptions, 'tag'> & { readonly tag?: Readonly<Record<string, string>> },
  test: (visit: Visit) => Promise<void>,
): Promise<void> => {
  const replay = await startReplay({ recordings: load([recording]), at })
  const shop = await startShop({
    claims: { pod },
    ...more,
    tag: { 'data-feed': `${replay.url}${FEED}`, ...tag },
  })
  const seen = async (expression: string, value: unknown): Promise<void> => {
    await until(
      () => web.run(`return ${expression}`),
      (now) => JSON.stringify(now) === JSON.stringify(value),
      `${expression} as ${JSON.stringify(value)}`,
    )
  }
  try {
    await web.open(shop.url)
    await test({ shop, replay, seen })
  } finally {
    await web.open('about:blank')
    await shop.close()
    await replay.close()
  }
}

/** Opens the chat as its owner's page would, as soon as it can be. */
export const openChat = async (web: Web, { seen }: Pick<Visit, 'seen'>): Promise<void> => {
  await seen('window.shop?.isReady', true)
  await web.run('Kustomer.open()')
}
