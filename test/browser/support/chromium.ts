import type { BrowserContext, Page } from 'playwright-core'
import { until } from '../../../scripts/stage/until.ts'
import { folderOf } from './builds.ts'
import type { Eye } from './extensionPage.ts'
import { giveBack, lease } from './keptBrowsers.ts'
import { type LaunchedChromium, launchChromium } from './launchChromium.ts'

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
  /** Another folder than that of a build. */
  readonly folder?: string
  readonly args?: readonly string[]
  /** Folders of other extensions, installed beside it; without a background of their own. */
  readonly others?: readonly string[]
  /** To go on in a profile that an earlier browser left. */
  readonly profile?: string
  readonly timezone?: string
  /** A screen to be seen on. */
  readonly display?: string
}

/** An eye on a page of the extension whose pages are below a root. */
export const eyeOn = (page: Page, root: string): Eye & { readonly page: Page } => ({
  page,
  open: async (path) => {
    await page.goto(`${root}${path}`)
  },
  run: (body) => page.evaluate(`(async () => { ${body} })()`),
})

/** So that a click on the icon can be made from outside. */
const ACTION_ARGS = ['--enable-unsafe-extension-debugging']

interface Installed extends LaunchedChromium {
  readonly id: string
}

const install = async ({
  build = 'chrome-mv3-steered',
  folder = folderOf(build),
  args = [],
  others = [],
  ...rest
}: ChromiumOptions): Promise<Installed> => {
  const folders = [folder, ...others].join()
  const launched = await launchChromium({
    ...rest,
    args: [`--disable-extensions-except=${folders}`, `--load-extension=${folders}`, ...ACTION_ARGS, ...args],
  })
  const { context } = launched
  const worker = context.serviceWorkers()[0] ?? (await context.waitForEvent('serviceworker'))
  const id = new URL(worker.url()).host
  // A new profile is welcomed. Whenever that page comes it is in front, so it comes before any page of the test.
  if (rest.profile === undefined)
    await until(
      async () => context.pages().some((one) => one.url() === `chrome-extension://${id}/welcome.html`),
      (isThere) => isThere,
      'the welcome page',
    )
  return { ...launched, id }
}

interface Workers {
  /** Ends every background at once. */
  kill(): Promise<void>
  areDead(): boolean
}

/** The backgrounds that a page's browser runs. */
const workersOf = async (page: Page): Promise<Workers> => {
  const session = await page.context().newCDPSession(page)
  const states = new Map<string, string>()
  session.on('ServiceWorker.workerVersionUpdated', ({ versions }) => {
    for (const { versionId, runningStatus } of versions) states.set(versionId, runningStatus)
  })
  await session.send('ServiceWorker.enable')
  return {
    kill: async () => {
      await session.send('ServiceWorker.stopAllWorkers')
    },
    areDead: () => [...states.values()].every((state) => state === 'stopped'),
  }
}

/** As after the installation: nothing stored, nothing shown, and one page in which nothing runs. */
const asInstalled = async ({ context, id }: Installed): Promise<void> => {
  const page = await context.newPage()
  await page.goto(`chrome-extension://${id}/icons/podlight-32.png`)
  for (const other of context.pages()) if (other !== page) await other.close()
  const { kill, areDead } = await workersOf(page)
  // One that was woken meanwhile is ended again.
  await until(
    async () => {
      await kill()
      return areDead()
    },
    (isOver) => isOver,
    'no background',
  )
  await page.evaluate(`(async () => {
    const { action, alarms, notifications, storage } = chrome;
    await Promise.all([storage.local.clear(), storage.session.clear(), alarms.clearAll()]);
    for (const { name } of await indexedDB.databases()) await new Promise((resolve, reject) => {
      const deleting = indexedDB.deleteDatabase(name);
      deleting.onsuccess = resolve;
      deleting.onerror = deleting.onblocked = reject;
    });
    for (const one of Object.keys(await notifications.getAll())) await notifications.clear(one);
    await Promise.all([action.setBadgeText({ text: '' }), action.setTitle({ title: '' })]);
  })()`)
  // What was cleared woke it once more.
  await kill()
  await context.clearPermissions()
}

/** One of the extension's pages, in a browser that is closed, or given back, in its own way. */
const openedIn = async ({ context, id }: Installed, close: () => Promise<void>): Promise<Chromium> => {
  const root = `chrome-extension://${id}/`
  const page = await context.newPage()
  const eye = eyeOn(page, root)
  await eye.open('options.html')
  let workers: Promise<Workers> | undefined
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
      workers ??= workersOf(page)
      await (await workers).kill()
    },
    close,
  }
}

const KEPT = 'extension in Chromium'

/** A real Chromium with the extension in it as just installed, and one of the extension's pages open. */
export const startChromium = async (options: ChromiumOptions = {}): Promise<Chromium> => {
  if (Object.keys(options).length === 0)
    return lease(
      KEPT,
      () => install({}),
      (installed) => openedIn(installed, () => giveBack(KEPT, installed, () => asInstalled(installed))),
    )
  const installed = await install(options)
  return openedIn(installed, installed.close)
}
