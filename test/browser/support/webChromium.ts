import type { CDPSession, Page } from 'playwright-core'
import { until, within } from '../../../scripts/stage/until.ts'
import { goBack } from './goBack.ts'
import { giveBack, lease } from './keptBrowsers.ts'
import { type LaunchedChromium, launchChromium } from './launchChromium.ts'
import { middleOf } from './tab.ts'
import type { Said, Web, WebOptions } from './web.ts'

/** Playwright's own evaluation is code from a string, which a page's policy may forbid; the debugger may always. */
const runIn = async (session: CDPSession, body: string): Promise<unknown> => {
  const { result, exceptionDetails } = await within(
    session.send('Runtime.evaluate', {
      expression: `(async () => { ${body} })()`,
      awaitPromise: true,
      returnByValue: true,
    }),
    'a script in the page',
  )
  if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text)
  return result.value
}

/** Hears what is said on the console of a page from now on. */
const listen = (page: Page): (() => readonly Said[]) => {
  let heard: Said[] = []
  page.on('console', (message) => {
    const type = message.type()
    if (type === 'error' || type === 'warning') heard.push({ kind: type, text: message.text() })
  })
  page.on('pageerror', ({ message }) => heard.push({ kind: 'error', text: message }))
  return () => {
    const all = heard
    heard = []
    return all
  }
}

const KEPT = 'Chromium'

/** One empty page, no cookies, cache or permissions. What pages stored belongs to origins that never come again. */
const emptied = async ({ context }: LaunchedChromium): Promise<void> => {
  const blank = await context.newPage()
  for (const page of context.pages()) if (page !== blank) await page.close()
  await context.clearCookies()
  const session = await context.newCDPSession(blank)
  await session.send('Network.clearBrowserCache')
  await session.detach()
  await context.clearPermissions()
}

const webIn = async (launched: LaunchedChromium, close: () => Promise<void>): Promise<Web> => {
  const { context } = launched
  const webOn = async (page: Page, end: () => Promise<void>): Promise<Web> => {
    const session = await context.newCDPSession(page)
    const heard = listen(page)
    const run = (body: string): Promise<unknown> => runIn(session, body)
    return {
      name: 'chromium',
      playwright: { page, context },
      run,
      open: async (url) => {
        await page.goto(url)
      },
      click: async (element) => {
        const { x, y } = (await run(middleOf(element))) as { x: number; y: number }
        await page.mouse.click(x, y)
      },
      press: (key) => page.keyboard.press(key),
      picture: () => page.screenshot(),
      newTab: async (url) => {
        const other = await context.newPage()
        const web = await webOn(other, () => other.close())
        await web.open(url)
        return web
      },
      show: () => page.bringToFront(),
      resize: async (width, height) => {
        await page.setViewportSize({ width, height })
        // The page hears of it later.
        await until(
          () => run('return [innerWidth, innerHeight]'),
          (seen) => String(seen) === `${width},${height}`,
          `a page of ${width} by ${height}`,
        )
      },
      reload: async () => {
        await page.reload()
      },
      back: () => goBack({ run }, async () => page.url()),
      said: async () => {
        // Messages come in order with answers, so after one of these all of them are here.
        await run('return null')
        return heard()
      },
      close: end,
    }
  }
  try {
    return await webOn(await context.newPage(), close)
  } catch (cause) {
    await close()
    throw cause
  }
}

export const startWebChromium = async (options: WebOptions): Promise<Web> => {
  if (Object.keys(options).length === 0)
    return lease(
      KEPT,
      () => launchChromium(),
      (launched) => webIn(launched, () => giveBack(KEPT, launched, () => emptied(launched))),
    )
  const launched = await launchChromium(options)
  return webIn(launched, launched.close)
}
