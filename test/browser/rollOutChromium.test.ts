import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { isNight } from '../support/nightly.ts'
import { says, setUp } from './support/extensionPage.ts'
import { type ForcedChromium, forceIntoChromium } from './support/forcedChromium.ts'
import { isLeftOut } from './support/ownEtc.ts'
import { testPolicy, testWrongPolicy } from './support/policyTests.ts'
import { type Scenario, startScenario } from './support/scenario.ts'
import { askFor, lockedIn, titleSays } from './support/underPolicy.ts'

describe.skipIf(isLeftOut)('Chromium, into which a company’s policy installs Podlight', () => {
  testPolicy((policy) => forceIntoChromium(policy))
  if (isNight) testWrongPolicy((policy) => forceIntoChromium(policy))

  // Firefox reads a policy when it starts.
  describe('a policy that changes while the browser runs', () => {
    let scenario: Scenario
    let browser: ForcedChromium
    beforeEach(async () => {
      scenario = await startScenario(['2024-12-19-chat-attachments'])
      browser = await forceIntoChromium(null)
    })
    afterEach(async () => {
      await browser?.close()
      await scenario?.page.close()
    })

    const isChecked = (pod: string): Promise<boolean> =>
      browser.page.locator(`input[value=${pod}]`).isChecked()

    it('holds at once, and gives the user’s own options back when it goes', async () => {
      expect(browser.asked).toEqual(['/updates.xml', expect.stringMatching(/^\/podlight-[\d.]+\.crx$/)])
      await setUp(browser, scenario, ['prod4'])
      await titleSays(browser, 'Prod4')
      expect(await lockedIn(browser)).toEqual([])
      for (const [pod, name] of [
        ['prod2', 'Prod2 (EU)'],
        ['prod1', 'Prod1 (US)'],
      ] as const) {
        browser.setPolicy({ pods: [pod], feed: scenario.feed })
        await titleSays(browser, name)
        await says(browser, 'Set by your company')
        expect(await isChecked(pod)).toBe(true)
        expect(await browser.page.locator('input[name=pod]:checked').count()).toBe(1)
      }
      // What is asked for meanwhile is not kept for later either.
      await askFor(browser, { type: 'page-bg:settings', settings: { pods: ['prod3'] } })
      browser.setPolicy(null)
      await titleSays(browser, 'Prod4')
      await browser.page.getByText('Set by your company').first().waitFor({ state: 'detached' })
      expect(await lockedIn(browser)).toEqual([])
      expect(await isChecked('prod4')).toBe(true)
    })
  })
})
