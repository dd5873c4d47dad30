import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Origin } from '../../scripts/stage/loopback.ts'
import { startSite } from '../../scripts/stage/site.ts'
import { clickIcon } from './support/action.ts'
import { type Chromium, startChromium } from './support/chromium.ts'
import { says, setUp, textOf } from './support/extensionPage.ts'
import { type Scenario, startScenario } from './support/scenario.ts'

const SAID = 'Your company says that this site runs on'

/** A policy as the browser handed it over before; how it comes from the browser, the tests of the roll-out show. */
const given = (browser: Chromium, policy: object): Promise<unknown> =>
  browser.run(`const value = { set: ${JSON.stringify(policy)}, missingSince: null, isNew: false };
    await chrome.storage.local.set({ policy: { version: 1, value } })`)

describe('a company’s table of sites and pods', () => {
  let browser: Chromium
  let site: Origin
  let scenario: Scenario
  beforeEach(async () => {
    // No chat is on it, so nothing could be read from it.
    site = await startSite('')
    scenario = await startScenario(['2024-12-19-chat-attachments'])
    browser = await startChromium()
  })
  afterEach(async () => {
    await browser.close()
    await site.close()
    await scenario.page.close()
  })

  const popupOver = async () => {
    const page = await browser.context.newPage()
    await page.goto(site.url)
    return { ...(await clickIcon(browser, page)), open: async () => undefined }
  }

  it('tells the popup the pod of the site under it, and offers to watch it', async () => {
    await given(browser, { sites: { '127.0.0.1': 'prod4' } })
    const popup = await popupOver()
    await says(popup, `${SAID} Prod4 (India).`)
    expect(await textOf(popup)).toContain('Watch Prod4 (India)')
    expect(await textOf(popup)).not.toContain('Find the pod of this site')
  })

  it('says nothing of a site that is not in it', async () => {
    await given(browser, { sites: { 'shop.example.com': 'prod4' } })
    const popup = await popupOver()
    await says(popup, 'Find the pod of this site')
    expect(await textOf(popup)).not.toContain(SAID)
  })

  it('shows how that pod is beside those that are watched', async () => {
    await setUp(browser, scenario, ['prod1'])
    await scenario.goTo(1)
    await given(browser, { sites: { '127.0.0.1': 'prod2' } })
    const popup = await popupOver()
    await says(popup, `${SAID} Prod2 (EU).`)
    await says(popup, 'Attachments in chat have had errors on Prod2 (EU)')
    expect(await popup.run('return document.querySelector("h1").textContent')).toBe('Prod1 (US)')
  })
})
