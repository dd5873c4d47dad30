import type { BrowserContext, CDPSession, Page } from 'playwright-core'
import { until } from '../../../scripts/stage/until.ts'
import type { Eye } from './eye.ts'
import { launchChromium } from './launchChromium.ts'
import { folderOf } from './pace.ts'

export interface Chromium extends Eye {
  readonly id: string
  readonly page: Page
  readonly context: BrowserContext
  /** Another page of the extension, beside the first. */
  beside(path: string): Promise<Eye & { readonly page: Page }>
  /** Ends the background at once, as the browser does when it needs the memory. */
  kill(): Promise<void>
  close(): Promise<void>
}

export interface ChromiumOptions {
  /** The folder of the build under `.output`. */
  readonly build?: string
  readonly args?: readonly string[]
  readonly colorScheme?: 'light' | 'dark'
  /** To go on in a profile that an earlier browser left. */
  readonly profile?: string
}

const eyeOn = (page: Page, root: string): Eye & { readonly page: Page } => ({
  page,
  open: async (path) => {
    await page.goto(`${root}${path}`)
  },
  run: (body) => page.evaluate(`(async () => { ${body} })()`),
})

/** A real Chromium with the extension in it, and one of the extension's pages open. */
export const startChromium = async (options: ChromiumOptions = {}): Promise<Chromium> => {
  const { build = 'chrome-mv3-paced', args = [], ...rest } = options
  const folder = folderOf(build)
  const launched = await launchChromium({
    ...rest,
    args: [`--disable-extensions-except=${folder}`, `--load-extension=${folder}`, ...args],
  })
  const { context } = launched
  const worker = context.serviceWorkers()[0] ?? (await context.waitForEvent('serviceworker'))
  const id = new URL(worker.url()).host
  const root = `chrome-extension://${id}/`
  // A new profile is welcomed. Whenever that page comes it is in front, so it comes before any page of the test.
  if (options.profile === undefined)
    await until(
      async () => context.pages().some((one) => one.url() === `${root}welcome.html`),
      (isThere) => isThere,
      'the welcome page',
    )
  const page = await context.newPage()
  const eye = eyeOn(page, root)
  await eye.open('options.html')
  let session: CDPSession | null = null

  return {
    ...eye,
    id,
    context,
    beside: async (path) => {
      const other = eyeOn(await context.newPage(), root)
      await other.open(path)
      return other
    },
    kill: async () => {
      if (session === null) {
        session = await context.newCDPSession(page)
        await session.send('ServiceWorker.enable')
      }
      await session.send('ServiceWorker.stopAllWorkers')
    },
    close: launched.close,
  }
}
