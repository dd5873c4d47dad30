import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { until } from '../../scripts/stage/until.ts'
import { isRow } from '../../shared/model/guards.ts'
import { type Chromium, startChromium } from './support/chromium.ts'
import {
  badgeIs,
  click,
  observations,
  says,
  setUp,
  shownNotifications,
  watchNotifications,
} from './support/extensionPage.ts'
import { type Scenario, startScenario } from './support/scenario.ts'

const RECORDING = '2024-12-19-chat-attachments'

describe('a browser that is closed, or keeps nothing', () => {
  let browser: Chromium
  let scenario: Scenario
  let profile = ''
  afterEach(async () => {
    await browser.close()
    await scenario.page.close()
    if (profile !== '') rmSync(profile, { recursive: true, force: true })
    profile = ''
  })

  it('goes on after a restart: same pod, no second notification, and the end is told', async () => {
    profile = mkdtempSync(join(tmpdir(), 'podlight-'))
    scenario = await startScenario([RECORDING])
    browser = await startChromium({ profile })
    await setUp(browser, scenario, ['prod2'])
    await watchNotifications(browser)
    await badgeIs(browser, '', 'No trouble')
    await scenario.goTo(1)
    await badgeIs(browser, '!')
    const [trouble] = await until(
      () => shownNotifications(browser),
      ({ length }) => length === 1,
      'trouble told',
    )
    await browser.close()

    browser = await startChromium({ profile })
    await scenario.join(browser)
    await watchNotifications(browser)
    await badgeIs(browser, '!')
    await scenario.asked(3)
    expect(await shownNotifications(browser)).toEqual([])
    await scenario.goTo(scenario.moments.length - 1)
    await badgeIs(browser, '', 'No trouble is reported')
    const back = await until(
      () => shownNotifications(browser),
      ({ length }) => length > 0,
      'the end told',
    )
    expect(back).toHaveLength(1)
    expect(back).not.toContain(trouble)
    // The time in which nobody looked is told as such.
    const levels = (await observations(browser)).map(({ level }) => level)
    expect(levels[0]).toBe('ok')
    expect(levels.at(-1)).toBe('ok')
    expect(levels).toContain('degraded')
  })

  it('shows trouble though storage is full, and says what is lost', async () => {
    scenario = await startScenario([RECORDING])
    browser = await startChromium()
    await setUp(browser, scenario, ['prod2'])
    await badgeIs(browser, '', 'No trouble')
    // Until the history is filled, the background has more to write, which would take room or give some back.
    await until(
      () => browser.run(`return (await chrome.storage.local.get('filled')).filled?.value`),
      (filled) => isRow(filled) && filled['maintenances'] !== 0 && String(filled['open']) === '',
      'a history that is filled',
    )
    // Filled to the last byte by something else.
    await browser.run(`const { local } = chrome.storage;
      for (let size = 1 << 22, i = 0; size > 0; ) {
        try { await local.set({ ['filler' + i++]: 'x'.repeat(size) }) } catch { size >>= 1 }
      }`)
    await watchNotifications(browser)
    await scenario.goTo(1)
    await badgeIs(browser, '!', 'Attachments in chat')
    const popup = await browser.beside('popup.html')
    await says(popup, 'can’t save anything')
    await says(popup, 'Attachments in chat')
    expect(await shownNotifications(browser)).toEqual([])
  })

  it('works on without a database, and says that no history is kept', async () => {
    scenario = await startScenario([RECORDING])
    browser = await startChromium()
    await setUp(browser, scenario, ['prod2'])
    await until(
      async () => (await observations(browser)).length,
      (rows) => rows > 0,
      'a first row',
    )
    // A database of a later version cannot be opened by this one.
    await browser.run(`await new Promise((resolve, reject) => {
      const opening = indexedDB.open('podlight', 99);
      opening.onsuccess = () => { opening.result.close(); resolve() };
      opening.onerror = () => reject(opening.error);
    })`)
    await scenario.goTo(1)
    await badgeIs(browser, '!')
    const popup = await browser.beside('popup.html')
    await says(popup, 'can’t keep a history')
  })

  it('drops a stored row that cannot be read, counts it, and goes on', async () => {
    scenario = await startScenario([RECORDING])
    browser = await startChromium()
    await setUp(browser, scenario, ['prod2'])
    await scenario.goTo(1)
    await badgeIs(browser, '!')
    await browser.run(
      `await chrome.storage.local.set({ news: 'nonsense', alerts: { version: 1, value: 7 } })`,
    )
    await scenario.asked(2)
    await badgeIs(browser, '!', 'Attachments in chat')
    await browser.open('options.html')
    await says(browser, '2 saved items couldn’t be read and were dropped.')
  })

  it('leaves settings of a newer Podlight alone, and says so', async () => {
    scenario = await startScenario([RECORDING])
    browser = await startChromium()
    const newer = { version: 99, value: { shape: 'of tomorrow' } }
    await browser.run(`await chrome.storage.local.set({ settings: ${JSON.stringify(newer)} })`)
    await browser.kill()
    await browser.open('options.html')
    await says(browser, 'from a newer Podlight and is ignored')
    await browser.run(`document.querySelector('input[value=prod2]').click()`)
    await says(browser, 'couldn’t be saved')
    const { settings } = (await browser.run(`return chrome.storage.local.get('settings')`)) as {
      settings: unknown
    }
    expect(settings).toEqual(newer)
  })

  it('resets to the first minute, and forgets what was seen', async () => {
    scenario = await startScenario([RECORDING])
    browser = await startChromium()
    await setUp(browser, scenario, ['prod2'])
    await scenario.goTo(1)
    await badgeIs(browser, '!')
    await click(browser, 'Reset')
    await click(browser, 'Delete everything')
    await says(browser, 'Everything was deleted.')
    await badgeIs(browser, '', 'choose your pod')
    expect(await observations(browser)).toEqual([])
  })
})
