import { expect, it } from 'vitest'
import { load } from '../../scripts/replay/load.ts'
import { startReplay } from '../../scripts/replay/server.ts'
import { until } from '../../scripts/stage/until.ts'
import { MINUTE } from '../../shared/model/limits.ts'
import { startChromium } from './support/chromium.ts'
import { createExtensionClock } from './support/extensionClock.ts'
import { says, setUp } from './support/extensionPage.ts'
import { AT, openHistory, pictureOf } from './support/historyPage.ts'
import { squeezed } from './support/squeezed.ts'

const [SEEN, MISSED] = ['2024-12-19-chat-attachments', '2026-02-03-login-prod2']

it('the history tells what its background saw, and what passed while the browser was closed', async () => {
  const clock = createExtensionClock(AT)
  const recordings = [
    ...squeezed(load([SEEN]), AT + 12 * MINUTE).recordings,
    ...squeezed(load([MISSED]), AT + 120 * MINUTE).recordings,
  ]
  const page = await startReplay({ recordings, at: AT })
  const browser = await startChromium()
  try {
    const wake = async (): Promise<void> => {
      page.setTime(clock.now() + MINUTE)
      await clock.ring()
      await clock.settled()
    }
    const asked = async (times: number): Promise<void> => {
      for (let time = 0; time < times; time++) await wake()
    }
    await setUp(browser, { ...clock, feed: `${page.url}/api/v2/summary.json`, asked }, ['prod2'])
    while (clock.now() < AT + 15 * MINUTE) await wake()

    // Nothing rings while it is closed.
    page.setTime(AT + 180 * MINUTE)
    await clock.pass(165 * MINUTE)
    await clock.settled()
    const inStore = async (): Promise<number> =>
      Number(
        await browser.run(`return new Promise((resolve) => {
          const opening = indexedDB.open('podlight');
          opening.onsuccess = () => {
            const counting = opening.result.transaction('incidents').objectStore('incidents').count();
            counting.onsuccess = () => { opening.result.close(); resolve(counting.result) };
          };
        })`),
      )
    await until(
      async () => {
        await wake()
        return inStore()
      },
      (count) => count === 2,
      'both incidents in the history',
    )

    const shown = await openHistory(browser)
    const bars = pictureOf(shown).getByRole('option')
    const [seen = '', missed = ''] = await Promise.all(
      ['Attachments in chat', 'Signing in'].map(
        async (name) =>
          (await bars.evaluateAll(
            (all, wanted) =>
              all.map((one) => one.getAttribute('aria-label') ?? '').find((one) => one.startsWith(wanted)),
            name,
          )) ?? '',
      ),
    )
    expect(seen).toMatch(/een by Podlight/)
    expect(missed).toMatch(/Filled in from the status page/)
    expect(missed).not.toMatch(/een by Podlight/)
    await says(browser, '2 reports')
  } finally {
    await browser.close()
    await page.close()
  }
})
