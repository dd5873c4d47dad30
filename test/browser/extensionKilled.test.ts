import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { until } from '../../scripts/stage/until.ts'
import { nightly } from '../support/nightly.ts'
import { type Chromium, startChromium } from './support/chromium.ts'
import {
  badgeIs,
  type Eye,
  observations,
  setUp,
  shownNotifications,
  watchNotifications,
} from './support/extensionPage.ts'
import { type Scenario, startScenario } from './support/scenario.ts'

/** At each change of the page. */
const KILLS = nightly(40, 10)
/** From a ring to the death at most: a little more than a poll takes, so that deaths fall before, in and after it. */
const APART = 250

/** Trouble, worse, and back. */
const TOLD = 4

/** The same every time, so that a failure can be seen again. */
const chance = (seed: number) => (): number => {
  seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0
  return seed / 2 ** 32
}

const RECORDING = '2026-03-24-escalation'
const POD = 'prod4'

/** What is stored of what was told: how much, of whom, and what is left to show. */
const alertsIn = async (eye: Eye) =>
  (await eye.run(`const { alerts } = await window.chrome.storage.local.get('alerts');
    return alerts.value`)) as { count: number; alerted: object; outbox: readonly unknown[] }

describe('a background that dies at any moment', () => {
  let browser: Chromium
  let scenario: Scenario
  beforeEach(async () => {
    scenario = await startScenario([RECORDING])
    browser = await startChromium()
    await setUp(browser, scenario, [POD])
    await watchNotifications(browser)
    await badgeIs(browser, '', 'No trouble is reported')
  })
  afterEach(async () => {
    await browser.close()
    await scenario.page.close()
  })

  const finish = async (): Promise<readonly string[]> => {
    await scenario.goTo(scenario.moments.length - 1)
    await badgeIs(browser, '', 'No trouble is reported')
    return until(
      () => shownNotifications(browser),
      (shown) => shown.length >= TOLD,
      `${TOLD} notifications`,
    )
  }

  it('tells as much as this without a death', async () => {
    for (let change = 0; change < scenario.moments.length; change++) await scenario.goTo(change)
    expect(await finish()).toHaveLength(TOLD)
  })

  it(`tells the same through ${KILLS} deaths at each change`, { timeout: 240_000 }, async () => {
    const random = chance(20_261_121)
    const { moments, page } = scenario
    // The end comes after the last death.
    const lived = moments.slice(0, -1)
    for (const [change, moment] of lived.entries()) {
      page.setTime(moment)
      for (let kill = 0; kill < KILLS; kill++) {
        await scenario.ring()
        await new Promise((resolve) => setTimeout(resolve, random() * APART))
        await browser.kill()
      }
      // Nobody can tell what died each time before it was heard.
      await scenario.goTo(change)
    }
    const told = await finish()
    const { count, alerted: open, outbox } = await alertsIn(browser)
    // Every notification has a number: none was lost, none was told under two.
    const numbers = told.map((id) => Number(id.split('/')[1]?.split('.')[0]))
    expect(numbers.sort()).toEqual(Array.from({ length: count }, (_, i) => i + 1))
    expect({ count, open, outbox }).toEqual({ count: TOLD, open: {}, outbox: [] })

    const rows = (await observations(browser)).filter((row) => row.pod === POD)
    expect(rows[0]?.level).toBe('ok')
    expect(rows.at(-1)?.level).toBe('ok')
    // No state stands twice in a row: what was seen once was written once.
    const said = rows.map((row) => JSON.stringify({ ...row, at: 0, before: 0 }))
    said.forEach((row, i) => {
      expect(row).not.toBe(said[i - 1])
    })
  })
})
