import { describe, expect, it } from 'vitest'
import type { KeptIncident } from '../../extension/storage/history/incidents.ts'
import { badMonth, manyRows } from '../support/history/dataSets.ts'
import { nightly } from '../support/nightly.ts'
import { DRAWN } from './support/axe.ts'
import { observations, says, textOf } from './support/extensionPage.ts'
import { AT, chosenIn, keptIn, openHistory, pictureOf, putHistory, textIn } from './support/historyPage.ts'
import { withHistory } from './support/withHistory.ts'

const HOUR = 3_600_000

/** Deletes the history, and gives its database another version. */
const BECOMES = (version: number) => `
  const done = (asked) => new Promise((resolve, reject) => {
    asked.onsuccess = () => resolve(asked.result);
    asked.onerror = asked.onblocked = () => reject(asked.error);
  });
  await done(indexedDB.deleteDatabase('podlight'));
  if (${version} > 0) (await done(indexedDB.open('podlight', ${version}))).close();`
const VERSIONS = 'return (await indexedDB.databases()).map(({ version }) => version)'

describe('a history that something happened to', () => {
  const here = withHistory()
  const numbers = (): Promise<string> => textIn(here.browser.page.locator('main.page .tiles'))

  it('is shown without rows that are damaged or of a newer Podlight, which are counted', async () => {
    const kept = keptIn(badMonth(here.scenario.now()))
    await putHistory(here.browser, kept)
    await openHistory(here.browser)
    const before = await numbers()
    expect(await textOf(here.browser)).not.toMatch(/couldn’t be read|newer Podlight/)

    const at = AT - 40 * HOUR
    const row = { pod: 'prod2', at, before: at - 1, level: 'outage', recovering: false, reason: null }
    const impacts = [
      {
        capability: 'chat',
        effect: 'down',
        certainty: 'confirmed',
        phase: null,
        since: null,
        incident: null,
      },
    ]
    const newer = [
      { ...row, at: at + 3, impacts, version: 2 },
      { id: 'newer', kind: 'incident', version: 2, future: true },
    ]
    const timeless = structuredClone(
      (kept.incidents as readonly KeptIncident[]).find(({ document }) => /^\[SEARCH\]/.test(document.title)),
    ) as KeptIncident
    // A moment that is no date, and can't be written out as one.
    timeless.id = 'timeless'
    Object.assign(timeless.document.updates[0] ?? {}, { at: 1e300 })
    await putHistory(here.browser, {
      observations: [
        ...(kept.observations ?? []),
        { ...row, impacts: 'chat' },
        { ...row, at: at + 1 },
        { ...row, at: at + 2, impacts: [{ ...impacts[0], effect: 7 }] },
        newer[0],
      ],
      incidents: [
        ...(kept.incidents ?? []),
        { id: 'damaged', kind: 'incident', document: { title: 4 } },
        timeless,
        newer[1],
      ],
      alerts: [...(kept.alerts ?? []), { id: 'damaged', at: 'soon' }],
    })
    await openHistory(here.browser)
    await says(here.browser, '6 entries couldn’t be read and are left out.')
    await says(here.browser, '2 entries are from a newer Podlight and are left alone.')
    expect(await numbers()).toBe(before)
    expect(await observations(here.browser)).toContainEqual(newer[0])
  })

  it('is left alone as a whole where a newer Podlight made it, and the popup works', async () => {
    await here.browser.run(BECOMES(3))
    try {
      await here.browser.open('pod-history.html?pod=prod2')
      await says(here.browser, 'This history is from a newer Podlight. It’s left alone and can’t be shown.')
      expect(await here.browser.page.locator('main.page section').count()).toBe(0)
      const popup = await here.browser.beside('popup.html')
      await says(popup, 'No trouble reported')
      await here.scenario.asked(1)
      await popup.page.close()
      expect(await here.browser.run(VERSIONS)).toEqual([3])
    } finally {
      await here.browser.run(BECOMES(2))
      await here.browser.run(BECOMES(0))
    }
  })

  it('is one sentence where the browser keeps no database', async () => {
    const page = await here.browser.context.newPage()
    await page.addInitScript(
      `IDBFactory.prototype.open = () => { throw new DOMException('', 'SecurityError') }`,
    )
    await page.goto(`chrome-extension://${here.browser.id}/pod-history.html?pod=prod2`)
    await page.getByText('Podlight can’t keep a history in this browser.').waitFor()
    expect(await page.locator('main.page section').count()).toBe(0)
    await page.close()
  })
})

/** Notes when the picture and the numbers are painted. */
const NOTE = `new MutationObserver((_, observer) => {
  if (!document.querySelector('.layers [role=option]') || !document.querySelector('.tile strong')) return;
  observer.disconnect();
  requestAnimationFrame(() => setTimeout(() => performance.mark('history shown')));
}).observe(document, { childList: true, subtree: true })`

describe('a history that is long, or still', () => {
  const here = withHistory()

  const rows = nightly(100_000, 20_000)
  it(`is shown at once with ${rows} rows, and then all of it`, async () => {
    await putHistory(here.browser, { observations: manyRows(rows, here.scenario.now(), 'prod2') })
    const page = await here.browser.context.newPage()
    await page.addInitScript(NOTE)
    await page.goto(`chrome-extension://${here.browser.id}/pod-history.html?pod=prod2`)
    const shown = `performance.getEntriesByName('history shown')[0]?.startTime ?? 0`
    await expect.poll(() => page.evaluate(shown), { timeout: 20_000 }).toBeGreaterThan(0)
    const time = Number(await page.evaluate(shown))
    process.stdout.write(`${rows} rows: shown after ${Math.round(time)} ms\n`)
    // How fast a machine is isn't what is tested.
    expect(time).toBeLessThan(5000)
    await page.getByText('Podlight has been watching Prod2 (EU) since Aug 23, 2039.').waitFor()
    const begun = Date.now()
    await page.getByRole('radio', { name: 'Year' }).check()
    await page.evaluate(DRAWN)
    process.stdout.write(`${rows} rows: a year after ${Date.now() - begun} ms\n`)
    // What is too thin to be told apart is one bar: nobody could point at all of them.
    const bars = await pictureOf(page).getByRole('option').count()
    expect(bars).toBeGreaterThan(500)
    expect(bars).toBeLessThan(5000)
    const several = pictureOf(page).getByRole('option', { name: /: \d+ times, .* in all/ })
    expect(await several.count()).toBeGreaterThan(100)
    await page.close()
  })

  it('keeps what was chosen from one length to another, and where less room joins more', async () => {
    await putHistory(here.browser, { observations: manyRows(20_000, here.scenario.now(), 'prod2') })
    const page = await openHistory(here.browser)
    // Where nothing is chosen any more, the focus chooses the first.
    const show = async (name: string): Promise<string | null> => {
      await page.getByRole('radio', { name }).check()
      await page.evaluate(DRAWN)
      await pictureOf(page).focus()
      return chosenIn(page)
    }
    await show('Year')
    await page.keyboard.press('End')
    const chosen = await chosenIn(page)
    expect(chosen).toMatch(/^Chat\. .*Sep 2\d, .* times, /)
    await show('30 days')
    expect(await show('Year')).toBe(chosen)
    await page.setViewportSize({ width: 400, height: 600 })
    await expect.poll(() => chosenIn(page)).not.toBe(chosen)
    expect(await chosenIn(page)).toMatch(/^Chat\. .*Sep 2\d, .* times, /)
    expect(await textIn(page.locator('.details').first())).toContain('Show the first day')
  })

  it('does nothing while nothing happens', async () => {
    await putHistory(here.browser, keptIn(badMonth(here.scenario.now())))
    const page = await openHistory(here.browser)
    await pictureOf(page).focus()
    await page.keyboard.press('End')
    await page.evaluate(DRAWN)
    await here.browser.run(`window.changes = [];
      new MutationObserver((all) => window.changes.push(...all
        // The same text, written again, is seen by nobody.
        .filter(({ target, oldValue, type }) => type !== 'characterData' || oldValue !== target.data)
        .map(({ target }) => target.textContent.slice(0, 99))))
        .observe(document, { subtree: true, childList: true, attributes: true, characterDataOldValue: true });
      window.heard = 0;
      chrome.storage.onChanged.addListener(() => { window.heard++ });`)
    const requests: string[] = []
    page.on('request', (request) => requests.push(request.url()))
    await here.scenario.asked(3)
    await expect.poll(() => page.evaluate('window.heard')).toBeGreaterThan(3)
    await page.evaluate(DRAWN)
    expect(await page.evaluate('window.changes')).toEqual([])
    expect(requests).toEqual([])
    // It would have been seen.
    await page.keyboard.press('Home')
    await page.getByRole('radio', { name: '7 days' }).check()
    expect(await page.evaluate('window.changes.length')).toBeGreaterThan(0)
  })
})
