import type { Page } from 'playwright-core'
import { until } from '../../../scripts/stage/until.ts'
import type { Chromium } from './chromium.ts'
import type { Eye } from './extensionPage.ts'

// The toolbar's own popup, opened over a page as by a click on the icon: only that click lets the extension look at
// the page. Playwright knows neither the icon nor the popup, so both are reached over the browser's own protocol.

interface Target {
  readonly targetId: string
  readonly url: string
}

/** Commands that Playwright's types do not list. */
type Send = (method: string, parameters?: object) => Promise<Record<string, unknown>>

const sessionOf = async (
  browser: Chromium,
): Promise<{ send: Send; on: (take: (message: string) => void) => void }> => {
  const whole = browser.context.browser()
  if (whole === null) throw new Error('Playwright gives no browser.')
  const session = await whole.newBrowserCDPSession()
  return {
    send: (method, parameters) => session.send(method as never, parameters as never),
    on: (take) => session.on('Target.receivedMessageFromTarget', ({ message }) => take(message)),
  }
}

const targets = async (send: Send, type: string): Promise<readonly Target[]> =>
  (await send('Target.getTargets', { filter: [{ type }] }))['targetInfos'] as readonly Target[]

/** Clicks the icon over a page, and gives the popup that opens. */
export const clickIcon = async (browser: Chromium, site: Page): Promise<Pick<Eye, 'run'>> => {
  const { send, on } = await sessionOf(browser)
  await site.bringToFront()
  const tab = (await targets(send, 'tab')).find(({ url }) => url === site.url())
  await send('Extensions.triggerAction', { id: browser.id, targetId: tab?.targetId })
  const popups = await until(
    async () => (await targets(send, 'page')).filter(({ url }) => url.endsWith('/popup.html')),
    ({ length }) => length === 1,
    'the popup',
  )
  const { sessionId } = await send('Target.attachToTarget', { targetId: popups[0]?.targetId, flatten: false })
  const waiting = new Map<number, (answer: Record<string, unknown>) => void>()
  on((message) => {
    const answer = JSON.parse(message) as { id?: number; result?: Record<string, unknown> }
    if (answer.id !== undefined) waiting.get(answer.id)?.(answer.result ?? {})
  })
  let last = 0
  return {
    run: async (body) => {
      const id = ++last
      const answered = new Promise<Record<string, unknown>>((resolve) => waiting.set(id, resolve))
      const parameters = {
        expression: `(async () => { ${body} })()`,
        awaitPromise: true,
        returnByValue: true,
      }
      await send('Target.sendMessageToTarget', {
        sessionId,
        message: JSON.stringify({ id, method: 'Runtime.evaluate', params: parameters }),
      })
      const { result, exceptionDetails } = (await answered) as {
        result?: { value?: unknown }
        exceptionDetails?: { text: string; exception?: { description?: string } }
      }
      if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text)
      return result?.value
    },
  }
}
