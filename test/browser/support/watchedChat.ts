import { afterAll, beforeEach } from 'vitest'
import type { Browser } from '../../../scripts/browsers/find.ts'
import { partFile } from '../../support/builtWidget.ts'
import { type Ground, type MannersOptions, mannersIn, WELL } from './manners.ts'
import { type Answer, type PretendVendor, playVendorHosts } from './pretendVendor.ts'

// A shop whose chat asks the vendor's own hosts, as far as its browser is concerned, and a widget that may watch that.

const CHAT = '/c/v1/chat/'
/** The chat's frame, and the window that its own script would run in. */
const FRAME = `document.querySelector('#kustomer-ui-sdk-iframe')`
const inFrame = (selector: string): string => `${FRAME}.contentDocument?.querySelector('${selector}')`

/** Counts the observers that are made and ended in the page and in the chat's frame. */
const COUNTS = `
  window.counted = { made: 0, ended: 0 }
  const views = [window, ...[${FRAME}.contentWindow].filter((view) => { try { return view.document } catch { return false } })]
  for (const view of views) {
    const Own = view.PerformanceObserver
    view.PerformanceObserver = class extends Own {
      constructor(hear) { super(hear); counted.made++ }
      disconnect() { super.disconnect(); counted.ended++ }
    }
  }`

/** Hears what the page is told, from before our script on. */
export const HEARS = `
  window.evidence = []
  window.givenUp = 0
  window.podlight = (...call) => { (podlight.q = podlight.q || []).push(call) }
  podlight('on', 'evidence', (told) => { evidence.push(told) })
  podlight('status', () => { window.isHeard = true })`

/** Options of an owner who wants visitors told how else to reach them. */
export const CONTACT = { 'data-evidence': 'contact', 'data-contact': 'mailto:help@shop.example' }

export interface AskOptions {
  readonly method?: 'GET' | 'POST'
  /** Whose request it is: of the chat's own frame, or of the page. */
  readonly from?: 'frame' | 'page'
  readonly host?: string
  readonly path?: string
  /** Given up by the page, at once or after a moment. */
  readonly isAborted?: boolean
  readonly isTimedOut?: boolean
}

export interface WatchedChat extends Ground {
  readonly vendor: PretendVendor
  /** Opens the chat as a visitor does. */
  openChat(): Promise<void>
  closeChat(): Promise<void>
  /** Writes a letter in the chat. */
  write(): Promise<void>
  /** The chat asks for an endpoint, and hears that it ended. */
  ask(endpoint: string, options?: AskOptions): Promise<void>
  /** So often, with an answer. */
  refuse(endpoint: string, times: number, answer?: Answer, options?: AskOptions): Promise<void>
  /** How many requests came to nothing, as the page knows. */
  givenUp(): Promise<number>
  /** How often the part that watches was loaded. */
  loads(): number
  /** Waits until the part is there and watches. */
  watches(): Promise<unknown>
  /** What the page was told, without its times. */
  told(): Promise<unknown>
  /** Two files are refused, which is told, and nothing was told before it: what came before it was seen and left. */
  onlyFilesAreTold(): Promise<void>
}

/** A browser for such shops. */
export const watchedChatIn = (browser: Browser) => {
  let vendor: PretendVendor
  const manners = mannersIn(browser, async () => {
    vendor = await playVendorHosts()
    return { proxy: vendor.port }
  })
  beforeEach(() => vendor.reset())
  afterAll(() => vendor.close())

  const visit = (options: MannersOptions, test: (chat: WatchedChat) => Promise<void>): Promise<void> =>
    manners.visit(
      {
        at: WELL,
        chat: 'kustomer',
        before: HEARS,
        ...options,
        options: { 'data-chat': 'auto', 'data-evidence': 'event', ...options.options },
      },
      async (ground) => {
        const { web, run, seen, shop } = ground
        const isOpen = (wanted: boolean): Promise<unknown> =>
          seen(`${FRAME}?.getBoundingClientRect().width > 200`, wanted)
        const loads = (): number => shop.log.cdn.count(`/podlight/${partFile('evidence')}`)
        const told = (): Promise<unknown> => run('return evidence.map(({ since, ...told }) => told)')
        const ask: WatchedChat['ask'] = async (endpoint, options = {}) => {
          const { method = 'POST', from = 'frame', host = 'acme.api.kustomerapp.com', path = CHAT } = options
          const given = { method, cache: 'no-store', ...(method === 'POST' ? { body: '{}' } : {}) }
          const signal = options.isTimedOut ? 'view.AbortSignal.timeout(30)' : 'giveUp.signal'
          await run(`
            const view = ${from === 'frame' ? `${FRAME}.contentWindow` : 'window'}
            const giveUp = new view.AbortController()
            const asked = view.fetch('http://${host}${path}${endpoint}', { ...${JSON.stringify(given)}, signal: ${signal} })
            ${options.isAborted ? 'giveUp.abort()' : ''}
            await asked.then((answer) => answer.text()).catch(() => { window.givenUp++ })`)
        }
        const refuse: WatchedChat['refuse'] = async (endpoint, times, answer = 503, options = {}) => {
          vendor.answer(`${options.path ?? CHAT}${endpoint}`, answer)
          for (let time = 0; time < times; time++) await ask(endpoint, options)
        }
        await seen(`window.shop?.isReady && window.isHeard === true`, true)
        await run(COUNTS)
        await test({
          ...ground,
          vendor,
          loads,
          told,
          givenUp: async () => Number(await run('return window.givenUp')),
          ask,
          refuse,
          openChat: async () => {
            // Of a frame that cannot be entered, the middle is the launcher.
            await web.click(`${inFrame('button')} ?? ${FRAME}`)
            await isOpen(true)
          },
          closeChat: async () => {
            await run('Kustomer.close()')
            await isOpen(false)
          },
          write: async () => {
            await web.click(inFrame('textarea'))
            // WebKit's driver types nothing into a frame.
            if (browser === 'webkit')
              await run(`${FRAME}.contentDocument.execCommand('insertText', false, ' ')`)
            else await web.press('Space')
            await seen(`${inFrame('textarea')}.value`, ' ')
          },
          watches: () => seen('counted', { made: 2, ended: 0 }),
          onlyFilesAreTold: async () => {
            await refuse('attachments', 2, 503)
            await seen('evidence.map(({ what }) => what)', ['attachments'])
          },
        })
      },
    )
  return { manners, visit }
}
