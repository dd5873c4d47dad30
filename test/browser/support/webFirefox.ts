import { until } from '../../../scripts/stage/until.ts'
import { goBack } from './goBack.ts'
import { inBrowser } from './inBrowser.ts'
import { giveBack, lease } from './keptBrowsers.ts'
import { type LaunchedFirefox, launchFirefox } from './launchFirefox.ts'
import { ofMarionette, type Tab, tabOf } from './tab.ts'
import type { Said, Web, WebOptions } from './web.ts'

// Uncaught errors and what a page's own policy forbade. Its other remarks are on the browser's files, not on pages.
const REPORTS = `
  const seen = Services.console.getMessageArray();
  Services.console.reset();
  return seen.filter((one) => one instanceof Ci.nsIScriptError && /^(https?|blob|data):/.test(one.sourceName))
    .map((one) => ({ kind: one.flags & Ci.nsIScriptError.warningFlag ? 'warning' : 'error', text: one.errorMessage }));`

/** A page's own line; the browser's begin with the name of a part of it. */
const LINE = /^console\.(warn|error): (?![\w.-]+: ?$)(.+)$/gm

const MARK = 'podlight-mark'

/** What pages wrote on the console: it comes through a pipe, so a mark tells when everything before it is here. */
const createPipe = ({ output }: LaunchedFirefox) => {
  let read = output().length
  let marks = 0
  return async (tab: Tab): Promise<Said[]> => {
    const mark = `${MARK}-${++marks}`
    await tab.run(`console.info(${JSON.stringify(mark)})`)
    await until(
      async () => output().slice(read),
      (text) => text.includes(`"${mark}"`),
      'the end of the console',
    )
    const text = output().slice(read)
    read += text.length
    return [...text.matchAll(LINE)].map(([, kind, said = '']) => ({
      kind: kind === 'warn' ? 'warning' : 'error',
      text: said,
    }))
  }
}

const webIn = (browser: LaunchedFirefox, first: Tab, close: () => Promise<void>): Web => {
  const pipe = createPipe(browser)
  const webAt = (tab: Tab, end: () => Promise<void>): Web => ({
    ...tab,
    name: 'firefox',
    playwright: null,
    newTab: async (url) => {
      const other = await tab.another()
      await other.open(url)
      return webAt(other, other.close)
    },
    // Its window is never as narrow as a phone, but a page in it can be.
    resize: async (width, height) => {
      await tab.show()
      const size = { minWidth: width, maxWidth: width, minHeight: height, maxHeight: height }
      const styles = Object.entries(size).map(([key, value]) => `style.${key} = '${value}px';`)
      await inBrowser(browser, tab, `const { style } = window.gBrowser.selectedBrowser; ${styles.join(' ')}`)
      await until(
        () => tab.run('return [innerWidth, innerHeight]'),
        (seen) => String(seen) === `${width},${height}`,
        `a page of ${width} by ${height}`,
      )
    },
    back: () => goBack(tab, tab.address),
    said: async () => [
      ...(await pipe(tab)),
      ...((await inBrowser(browser, tab, REPORTS)) as readonly Said[]),
    ],
    close: end,
  })
  return webAt(first, close)
}

const KEPT = 'Firefox'

/** Its first tab stays open throughout: Firefox ends when the last one is closed. */
interface KeptFirefox extends LaunchedFirefox {
  readonly first: Tab
}

const launchKept = async (): Promise<KeptFirefox> => {
  const browser = await launchFirefox()
  return { ...browser, first: await tabOf(ofMarionette(browser.line)) }
}

/** Only that tab, no cookies and no cache. What pages stored belongs to origins that never come again. */
const emptied = async (browser: KeptFirefox): Promise<void> => {
  await inBrowser(
    browser,
    browser.first,
    `for (const tab of [...window.gBrowser.tabs].slice(1)) window.gBrowser.removeTab(tab, { skipPermitUnload: true });
     Services.cookies.removeAll();
     Services.cache2.clear();`,
  )
}

const startKept = (): Promise<Web> =>
  lease(KEPT, launchKept, async (browser) => {
    const tab = await browser.first.another()
    await tab.show()
    await inBrowser(browser, tab, REPORTS)
    return webIn(browser, tab, () => giveBack(KEPT, browser, () => emptied(browser)))
  })

export const startWebFirefox = async (options: WebOptions): Promise<Web> => {
  if (Object.keys(options).length === 0) return startKept()
  const browser = await launchFirefox(options)
  return webIn(browser, await tabOf(ofMarionette(browser.line)), browser.close)
}
