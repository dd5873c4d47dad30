import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { until } from '../../scripts/stage/until.ts'
import { quietMonth } from '../support/history/dataSets.ts'
import { click, says } from './support/extensionPage.ts'
import { type Firefox, startFirefox } from './support/firefox.ts'
import { keptIn, putHistory, startAgent } from './support/historyPage.ts'
import type { Scenario } from './support/scenario.ts'

describe('the history in Firefox', () => {
  let browser: Firefox
  let scenario: Scenario
  beforeAll(async () => {
    browser = await startFirefox()
    scenario = await startAgent(browser)
    await putHistory(browser, keptIn(quietMonth(scenario.now())))
  })
  afterAll(async () => {
    await browser?.close()
    await scenario?.page.close()
  })

  it('opens, is gone through by keys, and leads to a report', async () => {
    await browser.open('pod-history.html?pod=prod2')
    await says(browser, 'About this history')
    await says(browser, 'September 2040 so far')
    // Keys come from the page: what is tested is what it makes of them.
    const press = (key: string) =>
      browser.run(`
        const picture = document.querySelector('[role=listbox]');
        picture.focus();
        picture.dispatchEvent(new KeyboardEvent('keydown', { key: '${key}', bubbles: true, cancelable: true }))`)
    const chosen = (feature: string) =>
      until(
        () =>
          browser.run(`
            const id = document.querySelector('[role=listbox]').getAttribute('aria-activedescendant') ?? '';
            return [
              document.getElementById(id)?.getAttribute('aria-label') ?? '',
              document.querySelector('.details').innerText.replace(/\\s+/g, ' '),
            ]`) as Promise<[label: string, details: string]>,
        ([label, details]) => label.startsWith(`${feature}. `) && details.startsWith(feature),
        `${feature} chosen`,
      )
    for (const [key, feature] of [
      ['Home', 'The web app'],
      ['ArrowDown', 'The API'],
    ] as const) {
      await press(key)
      const [label, details] = await chosen(feature)
      for (const part of label.split('. ')) expect(details).toContain(part)
    }
    await press('Enter')
    await says(browser, 'Wednesday, September 19, 2040')
    await click(browser, 'Database upgrade, Prod2 (EU)')
    const focused = await until(
      () => browser.run('return document.activeElement.closest("details[open]")?.innerText ?? ""'),
      (text) => text !== '',
      'the focus on the report',
    )
    expect(focused).toContain('What the status page said')
  })
})
