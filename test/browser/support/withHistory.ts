import type { Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach } from 'vitest'
import type { DataSet } from '../../support/history/dataSets.ts'
import { type Chromium, startChromium } from './chromium.ts'
import { keptIn, openHistory, putHistory, startAgent } from './historyPage.ts'
import type { Scenario } from './scenario.ts'

interface Here {
  browser: Chromium
  scenario: Scenario
  page: Page
}

/** For the tests of a file or a group: an agent's browser; with a history, its page is opened anew before each. */
export const withHistory = (setOf?: (now: number) => DataSet): Here => {
  const here = {} as Here
  beforeAll(async () => {
    here.browser = await startChromium()
    here.scenario = await startAgent(here.browser)
    if (setOf) await putHistory(here.browser, keptIn(setOf(here.scenario.now())))
  })
  afterAll(async () => {
    await here.browser.close()
    await here.scenario.page.close()
  })
  if (setOf)
    beforeEach(async () => {
      here.page = await openHistory(here.browser)
      await here.page.bringToFront()
      await here.page.setViewportSize({ width: 1100, height: 800 })
    })
  return here
}
