import { afterAll, beforeAll } from 'vitest'
import type { Browser } from '../../../scripts/browsers/find.ts'
import { load } from '../../../scripts/replay/load.ts'
import { type Replay, startReplay } from '../../../scripts/replay/server.ts'
import type { Laid } from '../../../scripts/stage/served.ts'
import { type Shop, startShop } from '../../../scripts/stage/shop.ts'
import type { Places, ShopOptions } from '../../../scripts/stage/shopOptions.ts'
import { until } from '../../../scripts/stage/until.ts'
import { customer } from '../../../shared/text/en.ts'
import { startWeb } from './startWeb.ts'
import type { Web, WebOptions } from './web.ts'

// What tests of the widget's manners share: a shop with our tag, a feed that has trouble, and how a banner is seen.

export const SUMMARY = '/api/v2/summary.json'
/** Files in chat fail on both pods from 7:33 to 8:55. */
export const TROUBLE = '2024-12-19T07:40:00Z'
export const WELL = '2024-12-19T07:00:00Z'
export const OVER = '2024-12-19T09:00:00Z'

/** The banner's element, wherever it is; null while there is none. */
export const HOST = `(document.querySelector('podlight-banner') ??
  [...document.querySelectorAll('iframe')].map((frame) => {
    try { return frame.contentDocument?.querySelector('podlight-banner') } catch { return null }
  }).find(Boolean) ?? null)`
const PART = (name: string): string => `${HOST}?.shadowRoot?.querySelector('[part="${name}"]')`

/** The words of the attachments scene, where no chat is in sight. */
export const FILES = 'Sending files in our chat may not work right now.'

const { headline: IN_CHAT } = customer.scenes['attachments-failing']

/** Everything a page's scripts, and the browser about the page, could see go wrong, from before any other script. */
const WATCH = `{
  const wrong = []
  const note = (kind) => (event) => wrong.push(kind + ' ' + (event.message ?? event.reason ?? event.violatedDirective))
  addEventListener('error', note('error'))
  addEventListener('unhandledrejection', note('rejection'))
  document.addEventListener('securitypolicyviolation', (event) => {
    if (!event.blockedURI.endsWith('/favicon.ico')) note('violation')(event)
  })
  Object.defineProperty(window, 'watched', { value: { wrong, shows: [], reads: 0 } })
  const { get } = Object.getOwnPropertyDescriptor(window, 'localStorage')
  Object.defineProperty(window, 'localStorage', {
    get() { watched.reads++; return get.call(window) }, configurable: true,
  })
  addEventListener('pageshow', ({ persisted }) => watched.shows.push(persisted))
}`

export const script = (body: string): Laid => ({
  body,
  type: 'text/javascript; charset=utf-8',
  headers: { 'access-control-allow-origin': '*' },
})

export interface MannersOptions extends ShopOptions {
  /** Runs in the page before our tag. */
  readonly before?: string
  /** Stands where our own script would. */
  readonly naive?: string
  /** More options of our tag. */
  readonly options?: Readonly<Record<string, string>>
  /** Before the page is opened. */
  readonly at?: string
  /** What is opened instead of the shop's page itself. */
  readonly path?: string
  /** Another document in the place of the feed: it comes from where our script does, and is logged there. */
  readonly document?: string
}

export interface Ground {
  readonly web: Web
  readonly shop: Shop
  readonly replay: Replay
  /** How often the feed was asked. */
  asked(): number
  /** What the page saw go wrong. */
  wrong(): Promise<readonly string[]>
  seen(what: string, value: unknown): Promise<unknown>
  /** Waits for the banner's headline; without one, for that of the attachments scene, wherever it stands. */
  headline(text?: string): Promise<unknown>
  run(body: string): Promise<unknown>
  part(name: string): Promise<unknown>
  /** How often storage is read in a moment: a loop reads hundreds of times. */
  reads(): Promise<number>
}

/** Long enough for a loop to show, and short of the next thing that is due. */
const MOMENT = 400

/** A policy as strict as can be, with what the page needs: its own scripts and the chat's, ours, and the feed. */
export const strict =
  (feed: () => string, more = '') =>
  ({ shop, cdn, chat }: Places): string =>
    `default-src 'none'; script-src ${shop} ${cdn} ${chat}; style-src ${shop}; connect-src ${feed()}; ${more}`

const page = (
  { before = '', naive, options = {}, document, ...more }: MannersOptions,
  feed: string,
): ShopOptions => {
  const nonce = more.nonce === undefined ? '' : ` nonce="${more.nonce}"`
  const head = typeof more.headMarkup === 'function' ? more.headMarkup : () => `${more.headMarkup ?? ''}`
  return {
    isBare: true,
    chat: 'none',
    tag: ({ cdn }) => ({
      'data-feed': document === undefined ? feed : `${cdn}/feed/summary.json`,
      'data-pod': 'prod1',
      'data-chat': 'none',
      ...options,
    }),
    ...more,
    headMarkup: (places) =>
      `<script src="/watch.js"${nonce}></script><script src="/before.js"${nonce}></script>${head(places)}`,
    files: {
      '/watch.js': script(WATCH),
      '/before.js': script(before),
      // Without a chat there is nothing for it to do, but to break in a page that is broken on purpose.
      ...(more.chat === undefined || more.chat === 'none' ? { '/shop.js': script('') } : {}),
      ...more.files,
    },
    cdnFiles: {
      ...(document === undefined
        ? {}
        : { '/feed/summary.json': { ...script(document), type: 'application/json' } }),
      ...(naive === undefined ? {} : { '/podlight/podlight.js': script(naive) }),
      ...more.cdnFiles,
    },
  }
}

/**
 * A feed for a whole file of tests, and shops before it. Each visit begins with trouble and with nothing stored, as
 * every shop is an origin of its own.
 */
const startManners = async (web: Web, recordings: readonly string[] = ['2024-12-19-chat-attachments']) => {
  const replay = await startReplay({ recordings: load(recordings), at: TROUBLE })
  const feed = `${replay.url}${SUMMARY}`
  const visit = async (options: MannersOptions, test: (ground: Ground) => Promise<void>): Promise<void> => {
    replay.setFault(null)
    replay.setTime(options.at ?? TROUBLE)
    const shop = await startShop(page(options, feed))
    replay.log.clear()
    await web.said()
    const seen = (what: string, value: unknown): Promise<unknown> =>
      until(
        () => web.run(`return ${what}`),
        (now) => JSON.stringify(now) === JSON.stringify(value),
        `${what} as ${JSON.stringify(value)}`,
      )
    try {
      await web.open(`${shop.shop}${options.path ?? '/'}`)
      await test({
        web,
        shop,
        replay,
        seen,
        run: web.run,
        asked: () => replay.log.count(SUMMARY),
        wrong: async () => (await web.run('return watched.wrong')) as string[],
        headline: (text) =>
          text === undefined
            ? seen(`${JSON.stringify([FILES, IN_CHAT])}.includes(${PART('headline')}?.textContent)`, true)
            : seen(`${PART('headline')}?.textContent ?? null`, text),
        reads: async () => {
          const now = async () => (await web.run('return [performance.now(), watched.reads]')) as number[]
          const [begun = 0, before = 0] = await now()
          const [, after = 0] = await until(now, ([at = 0]) => at > begun + MOMENT, 'a moment later')
          return after - before
        },
        part: (name) => web.run(`return ${PART(name)}?.textContent ?? null`),
      })
    } finally {
      await web.open('about:blank')
      await shop.close()
    }
  }
  return {
    feed,
    replay,
    visit,
    /** Waits until no banner is there. */
    gone: (run: Ground['run']): Promise<unknown> =>
      until(
        () => run(`return ${HOST} === null`),
        (isGone) => isGone === true,
        'no banner',
      ),
    /** The same page as text, where a test serves it otherwise. */
    page: (options: MannersOptions): ShopOptions => page(options, feed),
    close: () => replay.close(),
  }
}

export type Manners = Awaited<ReturnType<typeof startManners>> & { readonly web: Web }

/** A browser and its manners for the tests beside it; there as soon as these run. */
export const mannersIn = (name: Browser, options?: WebOptions | (() => Promise<WebOptions>)): Manners => {
  const here = {} as Manners
  beforeAll(async () => {
    const web = await startWeb(name, typeof options === 'function' ? await options() : options)
    Object.assign(here, await startManners(web), { web })
  })
  afterAll(async () => {
    await here.close()
    await here.web.close()
  })
  return here
}
