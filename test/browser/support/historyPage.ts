import type { Locator, Page } from 'playwright-core'
import { keptOf } from '../../../extension/storage/history/incidents.ts'
import type { DataSet } from '../../support/history/dataSets.ts'
import type { Chromium } from './chromium.ts'
import { type Eye, setUp } from './extensionPage.ts'
import { type Scenario, startScenario } from './scenario.ts'

// The history's page over a history that somebody has kept.

/** A Wednesday near the end of a month, ahead of the real time: what is summed up is the same whenever tests run. */
export const AT = Date.UTC(2040, 8, 26, 12)

/** A page on which all is well, and an agent of two pods, at that time. */
export const startAgent = async (eye: Eye): Promise<Scenario> => {
  const scenario = await startScenario(['2024-12-19-chat-attachments'], AT)
  await setUp(eye, scenario, ['prod2', 'prod1'])
  return scenario
}

/** Rows of each table, as they stand in the database. */
export interface Kept {
  readonly observations?: readonly unknown[]
  readonly incidents?: readonly unknown[]
  readonly alerts?: readonly unknown[]
}

export const keptIn = ({ rows, documents, alerts }: DataSet): Kept => ({
  observations: rows,
  incidents: keptOf({
    incidents: documents.flatMap((one) => (one.kind === 'incident' ? [one.document] : [])),
    maintenances: documents.flatMap((one) => (one.kind === 'maintenance' ? [one.document] : [])),
  }),
  alerts,
})

/** Puts a history in place of the one that is there. */
export const putHistory = async (eye: Eye, kept: Kept): Promise<void> => {
  await eye.run(`const kept = ${JSON.stringify(kept)};
    await new Promise((resolve, reject) => {
      const opening = indexedDB.open('podlight');
      opening.onerror = () => reject(opening.error);
      opening.onsuccess = () => {
        const all = opening.result.transaction(['observations', 'incidents', 'alerts'], 'readwrite');
        for (const table of all.objectStoreNames) {
          all.objectStore(table).clear();
          for (const row of kept[table] ?? []) all.objectStore(table).put(row);
        }
        all.oncomplete = () => { opening.result.close(); resolve() };
        all.onerror = () => reject(all.error);
      };
    })`)
}

/** Opens the page of a pod, and waits until all of the history is read. */
export const openHistory = async (browser: Chromium, pod = 'prod2'): Promise<Page> => {
  const { page } = browser
  await browser.open(`pod-history.html?pod=${pod}`)
  // It needs all of it.
  await page.locator('.printed').waitFor({ state: 'attached' })
  return page
}

/** The picture that is gone through by keys. */
export const pictureOf = (page: Page) => page.getByRole('listbox', { name: /^Affected times/ }).first()

/** What screen readers say of the bar that is chosen; none is null. */
export const chosenIn = async (page: Page): Promise<string | null> =>
  (await page.evaluate(`(() => {
    const id = document.activeElement.getAttribute('aria-activedescendant');
    return id === null ? null : document.getElementById(id).getAttribute('aria-label');
  })()`)) as string | null

/** What is to be read in a part of the page. */
export const textIn = async (part: Locator): Promise<string> => (await part.allInnerTexts()).join('\n')

/** The lines under the picture that tell of one bar. */
export const detailsIn = (page: Page): Promise<string> => textIn(page.locator('main.page .details').first())
