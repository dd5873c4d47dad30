import { readFileSync } from 'node:fs'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { until } from '../../scripts/stage/until.ts'
import { type Chromium, startChromium } from './support/chromium.ts'
import { observations } from './support/extensionPage.ts'

// A profile of version 0.1.0, opened by the build that is shipped.

interface Observation {
  readonly pod: string
  readonly at: number
}
const profile: { storage: object; observations: readonly Observation[] } = JSON.parse(
  readFileSync(new URL('../fixtures/profile/extension.json', import.meta.url), 'utf8'),
)
const DAY = 24 * 3_600_000

/** The same rows, of the last days: what is older than 400 days goes. */
const recent = (): readonly Observation[] => {
  const last = Math.max(...profile.observations.map(({ at }) => at))
  const shift = Date.now() - DAY - last
  return profile.observations.map((row) => ({ ...row, at: row.at + shift }))
}

describe('a profile of 0.1.0', () => {
  let browser: Chromium
  beforeEach(async () => {
    browser = await startChromium({ build: 'chrome-mv3' })
  })
  afterEach(() => browser.close())

  it('opens with every setting in place, and its history goes on', async () => {
    const rows = recent()
    await browser.run(`
      const database = await new Promise((resolve, reject) => {
        const opening = indexedDB.open('podlight', 1);
        opening.onupgradeneeded = () => opening.result.createObjectStore('observations', { keyPath: ['pod', 'at'] });
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => resolve(opening.result);
      });
      const adding = database.transaction('observations', 'readwrite');
      for (const row of ${JSON.stringify(rows)}) adding.objectStore('observations').put(row);
      await new Promise((resolve) => { adding.oncomplete = resolve });
      database.close();
      await chrome.storage.local.set(${JSON.stringify(profile.storage)})`)
    await browser.kill()
    await browser.open('options.html')

    const { page } = browser
    for (const pod of ['prod1', 'prod2'])
      expect(await page.locator(`input[value=${pod}]`).isChecked()).toBe(true)
    expect(await page.getByRole('checkbox', { name: 'Voice calls' }).isChecked()).toBe(false)
    expect(await page.getByRole('checkbox', { name: 'Quiet hours' }).isChecked()).toBe(true)
    expect(await page.locator('input[type=time]').first().inputValue()).toBe('22:30')
    expect(await page.getByLabel('Address', { exact: true }).inputValue()).toContain('relay.example')

    // Any change lets the background look, and note what it sees beside what was there.
    await page.getByRole('checkbox', { name: 'Quiet hours' }).uncheck()
    const kept = await until(
      () => observations(browser),
      ({ length }) => length > rows.length,
      'another row of the history',
    )
    expect(kept).toEqual(expect.arrayContaining([...rows]))
  })
})
