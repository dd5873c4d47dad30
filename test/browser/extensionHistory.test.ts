import { readFileSync } from 'node:fs'
import type { Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { until } from '../../scripts/stage/until.ts'
import { fullYear } from '../support/history/dataSets.ts'
import { type Chromium, startChromium } from './support/chromium.ts'
import { says } from './support/extensionPage.ts'
import { keptIn, openHistory, pictureOf, putHistory, startAgent, textIn } from './support/historyPage.ts'
import type { Scenario } from './support/scenario.ts'

describe('the history, as a lead uses it', () => {
  let browser: Chromium
  let scenario: Scenario
  let page: Page
  beforeAll(async () => {
    browser = await startChromium()
    scenario = await startAgent(browser)
    await putHistory(browser, keptIn(fullYear(scenario.now())))
  })
  afterAll(async () => {
    await browser.close()
    await scenario.page.close()
  })
  beforeEach(async () => {
    page = await openHistory(browser)
    await page.bringToFront()
    await page.setViewportSize({ width: 1100, height: 800 })
  })

  const button = (name: string): Locator => page.getByRole('button', { name, exact: true })
  const radio = (name: string): Locator => page.getByRole('radio', { name, exact: true })
  const tile = (name: string): Promise<string> =>
    textIn(
      page
        .locator('main.page .tile', { has: page.getByText(name, { exact: true }) })
        .first()
        .locator('dd'),
    )
  const monthShown = (): Promise<string> => textIn(page.locator('main.page strong[role=status]'))

  it('opens from the popup in a tab of its own, at the pod that the popup shows', async () => {
    const popup = await browser.beside('popup.html')
    const [tab] = await Promise.all([
      browser.context.waitForEvent('page'),
      popup.page.getByRole('link', { name: 'History' }).click(),
    ])
    await tab.getByRole('heading', { name: 'History', level: 1 }).waitFor()
    expect(new URL(tab.url()).pathname).toBe('/pod-history.html')
    expect(await tab.getByRole('radio', { name: 'Prod2 (EU)' }).isChecked()).toBe(true)
    await tab.close()
    await popup.page.close()
  })

  it('shows another pod, and periods from a week to a year', async () => {
    const counts: number[] = []
    for (const name of ['7 days', '30 days', '90 days', 'Year']) {
      await radio(name).check()
      counts.push(await pictureOf(page).getByRole('option').count())
    }
    expect(counts[0]).toBeGreaterThan(0)
    for (const index of [1, 2, 3]) expect(counts[index]).toBeGreaterThan(counts[index - 1] ?? 0)
    const before = await pictureOf(page).getByRole('option').first().getAttribute('aria-label')
    await radio('Prod1 (US)').check()
    await says(browser, 'September 2040 on Prod1 (US).')
    expect(await pictureOf(page).getByRole('option').first().getAttribute('aria-label')).not.toBe(before)
  })

  it('goes from month to month, each against the one before, and from the table of months to one of them', async () => {
    await page.getByText('Month by month').click()
    const rows = await page.locator('main.page .months tbody tr').allInnerTexts()
    const cells = rows.map((row) => row.split('\t').map((cell) => cell.trim()))
    expect(cells.map(([name]) => name).slice(0, 3)).toEqual(['September 2040', 'August 2040', 'July 2040'])
    const minutesIn = (text = ''): number =>
      60 * Number(/(\d+) hr/.exec(text)?.[1] ?? 0) + Number(/(\d+) min/.exec(text)?.[1] ?? 0)
    expect(await monthShown()).toBe('September 2040 so far')
    for (const [back, before] of [
      [0, 'August'],
      [1, 'July'],
    ] as const) {
      const [own, earlier] = [cells[back]?.[2], cells[back + 1]?.[2]]
      const said = await tile('Affected')
      expect(said.startsWith(own === '–' ? 'None' : String(own))).toBe(true)
      const change = minutesIn(own) - minutesIn(earlier)
      const [, told, way] = /\n(.*) (more|less) than in /.exec(said) ?? []
      expect(said).toContain(` than in ${before}`)
      // Each was rounded to the minute.
      expect(Math.abs(minutesIn(told) * (way === 'more' ? 1 : -1) - change)).toBeLessThan(2)
      await button('Earlier month').click()
    }
    expect(await monthShown()).toBe('July 2040')
    await button('Later month').click()
    expect(await monthShown()).toBe('August 2040')
    await button('May 2040').click()
    expect(await monthShown()).toBe('May 2040')
    expect(await textIn(page.locator('main.page .months [aria-current]'))).toContain('May 2040')
    await says(browser, 'May 2040 on Prod2 (EU).')
  })

  it('finds reports by words, kind and feature', async () => {
    const found = async (): Promise<number> =>
      Number(
        /^(\d+) reports?$/.exec(await textIn(page.locator('main.page search + [role=status]')))?.[1] ?? 0,
      )
    const all = await found()
    expect(all).toBeGreaterThan(20)
    expect(await page.locator('.report').count()).toBe(20)
    await button('Show more').click()
    expect(await page.locator('.report').count()).toBe(all)

    const search = page.getByRole('searchbox', { name: 'Search reports' })
    // One word is in titles, the other in updates.
    await search.fill('LOGIN certificate')
    const logins = await found()
    expect(logins).toBeGreaterThan(0)
    expect(await page.locator('.report h3').allInnerTexts()).toEqual(
      Array.from({ length: logins }, () => '[LOGIN] Agents cannot sign in - prod2 EU'),
    )
    await page.getByRole('combobox', { name: 'Kind' }).selectOption('Maintenance')
    await says(browser, 'No reports match.')
    await search.fill('')
    const planned = await found()
    await page.getByRole('combobox', { name: 'Kind' }).selectOption('Incidents')
    expect((await found()) + planned).toBe(all)
    await page.getByRole('combobox', { name: 'Feature' }).selectOption('Notifications')
    const reports = await page.locator('.report').allInnerTexts()
    expect(reports.length).toBeGreaterThan(0)
    for (const report of reports) expect(report).toContain('Notifications · ')
  })

  it('counts anew when working hours are changed on the page', async () => {
    const [affected, before] = [await tile('Affected'), await tile('In working hours')]
    await page.getByText('Change working hours').click()
    const part = page.locator('main.page .working-hours')
    await part.getByRole('checkbox', { name: 'Sunday' }).check()
    await part.getByLabel('from').fill('00:00')
    const after = await until(
      () => tile('In working hours'),
      (now) => now !== before,
      'other numbers',
    )
    // A Sunday morning's hour and 22 minutes, and another morning's 3 hours and 10.
    expect([before, after].map((text) => text.split('\n')[0])).toEqual(['2 hr 5 min', '6 hr 46 min'])
    expect(await tile('Affected')).toBe(affected)
    await part.getByRole('checkbox', { name: 'Sunday' }).uncheck()
    await part.getByLabel('from').fill('09:00')
    await until(
      () => tile('In working hours'),
      (now) => now === before,
      'the numbers of before',
    )
  })

  it('gives a month away as a spreadsheet, as data and as a calendar', async () => {
    const save = async (name: string) => {
      const [download] = await Promise.all([page.waitForEvent('download'), button(name).click()])
      return { name: download.suggestedFilename(), text: readFileSync(await download.path(), 'utf8') }
    }
    const [csv, json, ical] = [
      await save('Spreadsheet (CSV)'),
      await save('Data (JSON)'),
      await save('Calendar (iCal)'),
    ]
    expect([csv, json, ical].map(({ name }) => name)).toEqual(
      ['csv', 'json', 'ics'].map((ending) =>
        expect.stringMatching(new RegExp(`^podlight-prod2-2040-09.*\\.${ending}$`)),
      ),
    )
    // Spreadsheets take it for what it is only with this mark.
    expect(csv.text.charCodeAt(0)).toBe(0xfeff)
    const [head, ...lines] = csv.text.slice(1).split('\r\n')
    expect(head).toMatch(/^"?Pod"?,"?Feature"?,/)
    expect(
      lines.filter((line) => line.includes('Attachments in chat') && line.includes('2040-09-09')),
    ).toHaveLength(1)
    expect(JSON.stringify(JSON.parse(json.text))).toContain('[SEARCH] Results are missing')
    expect(ical.text).toMatch(/^BEGIN:VCALENDAR\r\n/)
    expect(ical.text.match(/BEGIN:VEVENT/g)?.length).toBeGreaterThan(3)
  })

  it('prints the month that is shown, and nothing else', async () => {
    await button('Earlier month').click()
    await page.evaluate('window.print = () => { window.isPrinted = true }')
    await button('Print or save as PDF').click()
    expect(await page.evaluate('window.isPrinted')).toBe(true)
    await page.emulateMedia({ media: 'print' })
    try {
      const text = await textIn(page.locator('body'))
      expect(text).toMatch(/^August 2040 on Prod2 \(EU\)/)
      expect(text).not.toContain('Take it with you')
      const began = await page.locator('.printed-report dl > div:first-child').allInnerTexts()
      expect(began.length).toBeGreaterThan(3)
      for (const line of began) expect(line).toMatch(/Began\s+Aug \d+, 2040, /)
    } finally {
      await page.emulateMedia({ media: null })
    }
  })
})
