import { afterEach, describe, expect, it } from 'vitest'
import { type Chromium, startChromium } from './support/chromium.ts'
import { badgeIs, observations, setUp } from './support/extensionPage.ts'
import { FEED, type Scenario, startScenario } from './support/scenario.ts'

const POLLS = 10

describe('polls that change nothing', () => {
  let browser: Chromium
  let scenario: Scenario
  afterEach(async () => {
    await browser.close()
    await scenario.page.close()
  })

  it.each([
    { state: 'well', change: -1, badge: '' },
    { state: 'in trouble', change: 1, badge: '!' },
  ])('write nothing but the time of asking, $state', async ({ change, badge }) => {
    scenario = await startScenario(['2024-12-19-chat-attachments'])
    browser = await startChromium()
    await setUp(browser, scenario, ['prod2', 'prod1'])
    await scenario.goTo(change)
    await badgeIs(browser, badge)
    await scenario.asked(2)

    const before = await observations(browser)
    await browser.run(`window.written = {};
      window.chrome.storage.onChanged.addListener((changes, area) => {
        for (const key of Object.keys(changes))
          if (key !== 'steeredClock') window.written[area + '.' + key] = (window.written[area + '.' + key] ?? 0) + 1;
      });`)
    await scenario.asked(POLLS)
    const written = (await browser.run('return window.written')) as Record<string, number>
    expect(Object.keys(written)).toEqual(['local.poll'])
    expect(written['local.poll']).toBeGreaterThan(POLLS / 2)
    expect(await observations(browser)).toEqual(before)
  })

  it('ask no more often than the bucket allows, whatever is clicked', async () => {
    scenario = await startScenario(['2024-12-19-chat-attachments'])
    browser = await startChromium()
    await setUp(browser, scenario, ['prod2'])
    // Until the bucket is full.
    await scenario.asked(13)
    const popup = await browser.beside('popup.html')
    const asked = scenario.page.log.count(FEED)
    for (let i = 0; i < 60; i++) {
      await popup.page.getByRole('button', { name: 'Check now' }).click()
      await popup.page.waitForTimeout(20)
    }
    // A full bucket holds ten, of which the last of those took one; in time that stands still no more is earned.
    const more = scenario.page.log.count(FEED) - asked
    expect(more).toBe(9)
  })
})
