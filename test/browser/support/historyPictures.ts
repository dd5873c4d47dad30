import { writeFileSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { DEFAULT_SETTINGS } from '../../../extension/domain/settings.ts'
import { rowsOf } from '../../../extension/storage/store.ts'
import { NO_POLL, type Values } from '../../../extension/storage/storedKeys.ts'
import { palettePng } from '../../../scripts/store/palettePng.ts'
import { readPng } from '../../../scripts/store/rgbPng.ts'
import { type DataSet, fullYear } from '../../support/history/dataSets.ts'
import { DRAWN } from './axe.ts'
import { startChromium } from './chromium.ts'
import { historyStoreScript } from './historyStore.ts'
import { DRESS } from './storeScreens.ts'

// The pictures of docs/history.md: a bad month as a lead sees it, and as it is printed.

/** The end of a month of which there is much to tell. */
const NOW = Date.UTC(2026, 9, 30, 15, 20)
/** When it is looked at: the month is over then, and compared with the one before. */
const LATER = Date.UTC(2026, 10, 2, 9)
const DOCS = new URL('../../../docs/', import.meta.url)

/** As wide as a page is read, and as a sheet of paper. */
const SCREEN = { width: 1000, height: 1000 }
const SHEET = { width: 760, height: 1075 }
const ROOM = 16

const storedOf = ({ seenUntil }: DataSet): Record<string, unknown> => {
  const seen = { at: seenUntil, before: null }
  const values: Partial<Values> = {
    settings: { ...DEFAULT_SETTINGS, pods: ['prod1', 'prod2'] },
    poll: { ...NO_POLL, seen: { prod1: seen, prod2: seen } },
  }
  return { ...rowsOf(values), steeredClock: LATER }
}

/** Whatever the background stores meanwhile, the page reads this. */
const reading = (stored: object): string =>
  `chrome.storage.local.get = async () => (${JSON.stringify(stored)})`

const filling = ({ rows, documents, alerts }: DataSet): string => `store.inDatabase(async (database) => {
  const { rows, incidents, alerts } = ${JSON.stringify({
    rows,
    incidents: documents.map((one) => ({ id: one.document.id, ...one })),
    alerts,
  })};
  const filling = database.transaction(['observations', 'incidents', 'alerts'], 'readwrite');
  for (const row of rows) filling.objectStore('observations').put(row);
  for (const one of incidents) filling.objectStore('incidents').put(one);
  for (const one of alerts) filling.objectStore('alerts').put(one);
  await filling.done;
})`

/** The shortest report of a late update. */
const MARK_SHORTEST = `(() => {
  const late = [...document.querySelectorAll('.printed-report')].filter((one) => / late$/m.test(one.innerText));
  late.sort((one, other) => one.offsetHeight - other.offsetHeight)[0].id = 'shortest';
})()`

/** Saves what lies between the tops and ends of two elements, with some room around it. */
const save = async (page: Page, name: string, first: string, last = first): Promise<void> => {
  await page.evaluate(DRESS)
  await page.evaluate(DRAWN)
  const edge = async (selector: string, side: 'top' | 'bottom'): Promise<number> =>
    Number(
      await page.evaluate(
        `document.querySelector(${JSON.stringify(selector)}).getBoundingClientRect().${side} + scrollY`,
      ),
    )
  const y = Math.max(0, Math.floor(await edge(first, 'top')) - ROOM)
  const height = Math.ceil(await edge(last, 'bottom')) + ROOM - y
  const { width } = page.viewportSize() ?? SCREEN
  const picture = await page.screenshot({ fullPage: true, clip: { x: 0, y, width, height } })
  writeFileSync(new URL(name, DOCS), palettePng(readPng(picture)))
}

/** Makes them anew, in the steered build. */
export const makeHistoryPictures = async (): Promise<void> => {
  const browser = await startChromium({ timezone: 'Europe/London' })
  try {
    const data = fullYear(NOW)
    await browser.page.evaluate(`${await historyStoreScript()}\nwindow.store = store`)
    await browser.page.evaluate(filling(data))
    const { page } = await browser.beside('options.html')
    await page.addInitScript(reading(storedOf(data)))
    await page.setViewportSize(SCREEN)
    await page.goto(`chrome-extension://${browser.id}/pod-history.html?pod=prod1`)
    await page.getByRole('button', { name: 'Earlier month' }).click()
    await page.getByRole('button', { name: 'Show this month in the picture' }).click()
    // The month before is known when all has been read.
    await page.getByText('more than in September').first().waitFor()
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
      await save(page, `history-${colorScheme}.png`, '.brand', '.tiles')
    }
    await page.emulateMedia({ colorScheme: 'light', media: 'print' })
    await page.setViewportSize(SHEET)
    await page.evaluate(`document.body.style.padding = '${ROOM}px'`)
    await save(page, 'history-print.png', '.printed h1', '.printed .legend')
    await page.evaluate(MARK_SHORTEST)
    await save(page, 'history-report.png', '#shortest')
  } finally {
    await browser.close()
  }
}
