import type { LaunchedFirefox } from './launchFirefox.ts'
import type { Tab } from './tab.ts'

/** Runs in the browser itself, where only it looks: its windows, and what it has to say about pages. */
export const inBrowser = async (
  browser: Pick<LaunchedFirefox, 'line'>,
  tab: Tab,
  script: string,
): Promise<unknown> => {
  await browser.line.send('Marionette:SetContext', { value: 'chrome' })
  try {
    return await tab.command('ExecuteScript', { script, args: [] })
  } finally {
    await browser.line.send('Marionette:SetContext', { value: 'content' })
  }
}
