import { afterAll, beforeAll, expect } from 'vitest'
import type { Browser } from '../../../scripts/browsers/find.ts'
import { until } from '../../../scripts/stage/until.ts'
import { customer } from '../../../shared/text/en.ts'
import { type FakeRelay, startFakeRelay } from './fakeRelay.ts'
import { startWeb } from './startWeb.ts'
import type { Web } from './web.ts'
import { START, type Stage, type StageOptions, startStage } from './widgetStage.ts'

// A page whose feed is a relay, in a time that the test moves.

/** What the page sees and hears; whether it is hidden is for the test to say; and chance, which is least. */
const WATCH = `<script>
  window.wrong = []
  for (const name of ['error', 'unhandledrejection'])
    addEventListener(name, ({ message, reason }) => wrong.push(String(message ?? reason)))
  window.told = []
  addEventListener('podlight:change', ({ detail }) => told.push(detail.level))
  Math.random = () => 0
  let isHidden = false
  Object.defineProperty(Document.prototype, 'hidden', { get: () => isHidden })
  Object.defineProperty(Document.prototype, 'visibilityState', { get: () => isHidden ? 'hidden' : 'visible' })
  window.turn = (hidden) => {
    isHidden = hidden
    document.dispatchEvent(new Event('visibilitychange', { bubbles: true }))
  }
</script>`

export const { headline: CHAT_DOWN } = customer.scenes['chat-down']
export const { headline: CHAT_DELAYED } = customer.scenes['chat-delayed']

/** A browser, a shop and a relay for the tests beside it; there as soon as these run. */
export const relayPageIn = (browser: Browser) => {
  const here = {} as { web: Web; stage: Stage; relay: FakeRelay }
  beforeAll(async () => {
    const web = await startWeb(browser)
    let now = (): number => START
    const relay = await startFakeRelay(() => now())
    const stage = await startStage(web, { isBare: true, chat: 'none', tag: null as never, headMarkup: '' })
    now = stage.now
    Object.assign(here, { web, stage, relay })
  })
  afterAll(async () => {
    await here.stage.close()
    await here.relay.close()
    await here.web.close()
  })

  /** A visitor who was never here opens the page. */
  const visit = async (
    tag: Readonly<Record<string, string>> = {},
    options: StageOptions = {},
  ): Promise<void> => {
    here.stage.change({
      isBare: true,
      chat: 'none',
      headMarkup: WATCH,
      ...options,
      tag: {
        'data-feed': here.relay.feed,
        'data-chat': 'none',
        'data-pod': 'prod1',
        crossorigin: '',
        ...tag,
      },
    })
    await here.web.run('localStorage.clear()')
    await here.web.said()
    await here.stage.reload()
  }
  const seen = <T>(see: () => T | Promise<T>, wanted: T, what: string): Promise<unknown> =>
    until(
      async () => see(),
      (now) => JSON.stringify(now) === JSON.stringify(wanted),
      `${what} as ${JSON.stringify(wanted)}`,
    )
  const told = (): Promise<unknown> => here.web.run('return told')
  const headline = async (): Promise<string | null> => (await here.stage.banner())?.headline ?? null

  return Object.assign(here, {
    visit,
    seen,
    /** All that the page was told, in order. */
    hasTold: (levels: readonly string[]) => seen(told, levels, 'what the page was told'),
    shows: (words: string | null) => seen(headline, words, 'the headline'),
    listens: (streams: number) => seen(() => here.relay.listeners(), streams, 'open streams'),
    /** Our script and its parts on the page, wherever the browser had them from. */
    loaded: async (): Promise<readonly string[]> =>
      (await here.web.run(
        `return [...document.querySelectorAll('script[src*="/podlight/"]')].map(({ src }) => src.split('/').pop())`,
      )) as string[],
    told,
    isCalm: async (): Promise<void> => {
      expect(await here.web.run('return wrong')).toEqual([])
    },
  })
}
