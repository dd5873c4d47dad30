import { describe, expect, it } from 'vitest'
import { MINUTE, STALE } from '../../shared/model/limits.ts'
import { quietMonth } from '../support/history/dataSets.ts'
import { DRAWN } from './support/axe.ts'
import { says, textOf } from './support/extensionPage.ts'
import { type Kept, keptIn, openHistory, putHistory, textIn } from './support/historyPage.ts'
import { withHistory } from './support/withHistory.ts'

describe('a history that is open while something happens', () => {
  const here = withHistory()
  const tile = (): Promise<string> => textIn(here.browser.page.locator('main.page .tile dd').first())

  /** The page over rows alone, and reports that came since it was read. */
  const openBefore = async (kept: Kept) => {
    await putHistory(here.browser, { observations: kept.observations ?? [] })
    const page = await openHistory(here.browser)
    await page.bringToFront()
    const reports = page.locator('.report')
    await says(here.browser, 'No reports are known yet.')
    await putHistory(here.browser, kept)
    await page.evaluate(DRAWN)
    expect(await reports.count()).toBe(0)
    return reports
  }

  it('shows what was filled in since it was opened', async () => {
    const reports = await openBefore(keptIn(quietMonth(here.scenario.now())))
    const { scenario, browser } = here
    const value = { feed: scenario.feed, incidents: scenario.now(), maintenances: 0, open: [] }
    await browser.run(
      `await chrome.storage.local.set({ filled: { version: 1, value: ${JSON.stringify(value)} } })`,
    )
    await expect.poll(() => reports.count(), { timeout: 5000 }).toBeGreaterThan(0)
  })

  it('is read again when what it calls now is a quarter of an hour ago', async () => {
    const reports = await openBefore(keptIn(quietMonth(here.scenario.now())))
    await here.scenario.pass(STALE - MINUTE)
    await here.browser.page.evaluate(DRAWN)
    expect(await reports.count()).toBe(0)
    await here.scenario.pass(2 * MINUTE)
    await expect.poll(() => reports.count()).toBeGreaterThan(0)
  })

  it('is read again when another pod is watched', async () => {
    const reports = await openBefore(keptIn(quietMonth(here.scenario.now())))
    const options = await here.browser.beside('options.html')
    await options.page.locator('#other-pod').fill('prod3')
    await options.page.getByRole('button', { name: 'Add', exact: true }).click()
    await here.browser.page.getByRole('radio', { name: 'Prod3' }).waitFor()
    await expect.poll(() => reports.count(), { timeout: 5000 }).toBeGreaterThan(0)
    await options.page.close()
  })

  it('calls an incident open as of when the page last said so, however often it gives no answer since', async () => {
    const { scenario, browser } = here
    await scenario.goTo(0)
    await scenario.asked(3)
    scenario.page.setFault('500')
    await scenario.pass(2 * STALE)
    await scenario.asked(1)
    const states = []
    for (const times of [0, 3]) {
      if (times > 0) await scenario.asked(times)
      const poll = (await browser.run(`return (await chrome.storage.local.get('poll')).poll.value`)) as {
        readonly heard: { readonly at: number }
        readonly seen: Readonly<Record<string, { readonly at: number }>>
      }
      const page = await openHistory(browser)
      await page.locator('.report').first().locator('summary').first().click()
      const open = /Still open as of [^.]*\./.exec(await textOf(browser))?.[0]
      states.push({ heard: poll.heard.at, seen: poll.seen['prod2']?.at ?? 0, open, affected: await tile() })
    }
    const [first, second] = states
    // It asked and asked.
    expect(second?.seen).toBeGreaterThan((first?.seen ?? 0) + 2 * MINUTE)
    expect(first?.seen).toBeGreaterThan((first?.heard ?? 0) + 2 * STALE)
    expect(first?.open).toMatch(/ \d+:\d+ /)
    expect(second).toMatchObject({ heard: first?.heard, open: first?.open, affected: first?.affected })

    // Then the page answers, and lists it no more.
    scenario.page.setFault(null)
    await scenario.goTo(-1)
    await openHistory(browser)
    expect(await textOf(browser)).toMatch(/Since .* · End not known/)
  })
})
