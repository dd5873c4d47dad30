import type { Locator } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { fullYear } from '../support/history/dataSets.ts'
import { says } from './support/extensionPage.ts'
import { detailsIn, pictureOf, textIn } from './support/historyPage.ts'
import { withHistory } from './support/withHistory.ts'

describe('the reports of a history', () => {
  const here = withHistory(fullYear)

  const button = (name: string): Locator => here.page.getByRole('button', { name, exact: true })
  const search = (): Locator => here.page.getByRole('searchbox', { name: 'Search reports' })
  const choice = (name: string): Locator => here.page.getByRole('combobox', { name })
  const found = async (): Promise<number> =>
    Number(
      /^(\d+) reports?$/.exec(await textIn(here.page.locator('main.page search + [role=status]')))?.[1] ?? 0,
    )

  it('finds reports by words, kind and feature', async () => {
    const found = async (): Promise<number> =>
      Number(
        /^(\d+) reports?$/.exec(await textIn(here.page.locator('main.page search + [role=status]')))?.[1] ??
          0,
      )
    const all = await found()
    expect(all).toBeGreaterThan(20)
    expect(await here.page.locator('.report').count()).toBe(20)
    await button('Show more').click()
    expect(await here.page.locator('.report').count()).toBe(all)

    const search = here.page.getByRole('searchbox', { name: 'Search reports' })
    // One word is in titles, the other in updates.
    await search.fill('LOGIN certificate')
    const logins = await found()
    expect(logins).toBeGreaterThan(0)
    expect(await here.page.locator('.report h3').allInnerTexts()).toEqual(
      Array.from({ length: logins }, () => '[LOGIN] Agents cannot sign in - prod2 EU'),
    )
    await here.page.getByRole('combobox', { name: 'Kind' }).selectOption('Maintenance')
    await says(here.browser, 'No reports match.')
    await search.fill('')
    const planned = await found()
    await here.page.getByRole('combobox', { name: 'Kind' }).selectOption('Incidents')
    expect((await found()) + planned).toBe(all)
    await here.page.getByRole('combobox', { name: 'Feature' }).selectOption('Notifications')
    const reports = await here.page.locator('.report').allInnerTexts()
    expect(reports.length).toBeGreaterThan(0)
    for (const report of reports) expect(report).toContain('Notifications · ')
  })

  it('are those of one month, if that is wanted, of whichever is shown', async () => {
    const only = here.page.getByRole('checkbox', { name: /^Only in / })
    await only.check()
    const inMonth = await found()
    await button('Earlier month').click()
    expect(await textIn(here.page.locator('main.page search label', { has: only }))).toBe(
      'Only in August 2040',
    )
    expect(await only.isChecked()).toBe(true)
    const before = await here.page.locator('.report > summary').allInnerTexts()
    expect(before.length).toBeGreaterThan(0)
    for (const report of before) expect(report).toContain('Aug ')
    await only.uncheck()
    expect(await found()).toBeGreaterThan(before.length + inMonth - 1)
  })

  it('are all there again where a bar leads to one that the search hid', async () => {
    const all = await found()
    await search().fill('nothing has these words')
    await here.page.getByRole('checkbox', { name: /^Only in / }).check()
    await says(here.browser, 'No reports match.')
    await pictureOf(here.page).focus()
    await here.page.keyboard.press('End')
    const link = here.page.locator('main.page .details').first().getByRole('link').first()
    const title = await textIn(link)
    expect(await detailsIn(here.page)).toContain(title)
    await link.click()
    await expect.poll(() => textIn(here.page.locator(':focus'))).toContain(title)
    expect(await here.page.locator('.report[open]').count()).toBe(1)
    expect(await search().inputValue()).toBe('')
    expect(await found()).toBe(all)
  })

  it('are not looked for on another pod as they were on the one before', async () => {
    await search().fill('certificate')
    await choice('Kind').selectOption('Incidents')
    await here.page.getByRole('checkbox', { name: /^Only in / }).check()
    const few = await found()
    await here.page.getByRole('radio', { name: 'Prod1 (US)' }).check()
    await says(here.browser, 'September 2040 on Prod1 (US).')
    expect(await search().inputValue()).toBe('')
    expect(await choice('Kind').inputValue()).toBe('')
    expect(await here.page.getByRole('checkbox', { name: /^Only in / }).isChecked()).toBe(false)
    expect(await found()).toBeGreaterThan(Math.max(few, 20))
  })
})
