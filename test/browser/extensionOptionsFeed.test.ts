import { mkdirSync } from 'node:fs'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type Origin, startOrigin } from '../../scripts/stage/loopback.ts'
import { until } from '../../scripts/stage/until.ts'
import { faultsOf, overflowOf, squeezedIn } from './support/axe.ts'
import { type Chromium, startChromium } from './support/chromium.ts'
import { setUp, textOf } from './support/extensionPage.ts'
import { type Scenario, startScenario } from './support/scenario.ts'

/** Where pictures go when somebody wants to look at them. */
const PICTURES = process.env['PODLIGHT_PICTURES'] ?? ''
if (PICTURES !== '') mkdirSync(PICTURES, { recursive: true })

const HEADER = 'Access-Control-Allow-Origin: *'

interface Stage {
  readonly browser: Chromium
  readonly scenario: Scenario
}

/**
 * What the options page says once it has tried an address. A new profile has a budget for one request or two: it is
 * tried again once a few waits of the poller have filled it.
 */
const tryAddress = async ({ browser, scenario }: Stage, address: string, answer: string): Promise<string> => {
  for (let tries = 0; tries < 10; tries++) {
    await scenario.asked(3)
    await browser.page.getByLabel('Address', { exact: true }).fill(address)
    await browser.page.getByRole('button', { name: 'Use this address' }).click()
    const read = await until(
      () => textOf(browser),
      (text) => !text.includes('Checking the address'),
      answer,
    )
    if (read.includes(answer)) return read
  }
  throw new Error(`Never told: ${answer}`)
}

const settingsOf = (browser: Chromium): Promise<unknown> =>
  browser.run(`return JSON.stringify(await chrome.storage.local.get('settings'))`)

describe.each(['light', 'dark'] as const)(
  'an address that cannot be used, in a %s browser',
  (colorScheme) => {
    let browser: Chromium
    let scenario: Scenario
    let closed: Origin
    beforeEach(async () => {
      // A whole document, but no leave to read it from elsewhere.
      closed = await startOrigin((_, response) => {
        response.writeHead(200, { 'content-type': 'application/json' }).end('{}')
      })
      scenario = await startScenario(['2024-12-19-chat-attachments'])
      browser = await startChromium()
      await browser.page.emulateMedia({ colorScheme })
      await setUp(browser, scenario, ['prod2'])
    })
    afterEach(async () => {
      await browser.close()
      await scenario.page.close()
      await closed.close()
    })

    const look = async (name: string): Promise<void> => {
      const { page } = browser
      for (const width of [900, 320]) {
        await page.setViewportSize({ width, height: 600 })
        await page.getByText(HEADER).scrollIntoViewIfNeeded()
        expect(await overflowOf(page)).toBe(0)
        expect(await faultsOf(page)).toEqual([])
        expect(await squeezedIn(page)).toEqual([])
        if (PICTURES !== '')
          await page.screenshot({ path: `${PICTURES}/${name}-${colorScheme}-${width}.png` })
      }
    }

    it('as it allows no reading: says so and what to do, and changes nothing', async () => {
      const before = await settingsOf(browser)
      const read = await tryAddress(
        { browser, scenario },
        `${closed.url}/summary.json`,
        'doesn’t allow Podlight to read',
      )
      expect(read).toContain('Nothing was changed.')
      expect(read).toContain(HEADER)
      await look('options-feed-unreadable')
      expect(await settingsOf(browser)).toBe(before)
      // It waits in the form, to be tried again once its operator allows reading.
      expect(await browser.page.getByLabel('Address', { exact: true }).inputValue()).toContain(closed.url)
    })

    it('as nothing answers there: says so, and changes nothing', async () => {
      const before = await settingsOf(browser)
      await closed.close()
      const read = await tryAddress({ browser, scenario }, `${closed.url}/summary.json`, 'No answer from')
      expect(read).toContain('Nothing was changed.')
      await look('options-feed-no-answer')
      expect(await settingsOf(browser)).toBe(before)
    })

    it('though it is in use, as it can be read no more: says what to do', async () => {
      await scenario.page.close()
      await scenario.ring()
      await until(
        () => textOf(browser),
        (text) => text.includes('can’t reach it right now') && text.includes(HEADER),
        'what to do about the address in use',
      )
      await look('options-feed-unreached')
    })
  },
)
