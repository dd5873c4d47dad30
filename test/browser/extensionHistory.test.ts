import { readFileSync } from 'node:fs'
import type { Locator } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { until } from '../../scripts/stage/until.ts'
import { fullYear } from '../support/history/dataSets.ts'
import { says } from './support/extensionPage.ts'
import { pictureOf, textIn } from './support/historyPage.ts'
import { withHistory } from './support/withHistory.ts'

const minutesIn = (text = ''): number =>
  60 * Number(/(\d+) hr/.exec(text)?.[1] ?? 0) + Number(/(\d+) min/.exec(text)?.[1] ?? 0)

describe('the history, as a lead uses it', () => {
  const here = withHistory(fullYear)

  const button = (name: string): Locator => here.page.getByRole('button', { name, exact: true })
  const radio = (name: string): Locator => here.page.getByRole('radio', { name, exact: true })
  const tile = (name: string): Promise<string> =>
    textIn(
      here.page
        .locator('main.page .tile', { has: here.page.getByText(name, { exact: true }) })
        .first()
        .locator('dd'),
    )
  const monthShown = (): Promise<string> => textIn(here.page.locator('main.page strong[role=status]'))

  it('opens from the popup in a tab of its own, at the pod that the popup shows', async () => {
    const popup = await here.browser.beside('popup.html')
    const [tab] = await Promise.all([
      here.browser.context.waitForEvent('page'),
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
      counts.push(await pictureOf(here.page).getByRole('option').count())
    }
    expect(counts[0]).toBeGreaterThan(0)
    for (const index of [1, 2, 3]) expect(counts[index]).toBeGreaterThan(counts[index - 1] ?? 0)
    const before = await pictureOf(here.page).getByRole('option').first().getAttribute('aria-label')
    await radio('Prod1 (US)').check()
    await says(here.browser, 'September 2040 on Prod1 (US).')
    expect(await pictureOf(here.page).getByRole('option').first().getAttribute('aria-label')).not.toBe(before)
  })

  it('goes from month to month, each against the one before, and from the table of months to one of them', async () => {
    await here.page.getByText('Month by month').click()
    const months = here.page.locator('main.page .months tbody tr')
    await months.first().waitFor()
    const rows = await months.allInnerTexts()
    const cells = rows.map((row) => row.split('\t').map((cell) => cell.trim()))
    expect(cells.map(([name]) => name).slice(0, 3)).toEqual(['September 2040', 'August 2040', 'July 2040'])
    expect(await monthShown()).toBe('September 2040 so far')
    // A month that isn't over is no measure.
    expect(await tile('Affected')).not.toContain(' than in ')
    expect((await tile('Affected')).split('\n')[0]).toBe(cells[0]?.[2])
    for (const [back, before] of [
      [1, 'July'],
      [2, 'June'],
      [3, 'May'],
    ] as const) {
      await button('Earlier month').click()
      const [own, earlier] = [cells[back]?.[2], cells[back + 1]?.[2]]
      const said = await tile('Affected')
      expect(said.startsWith(own === '–' ? 'None' : String(own))).toBe(true)
      const change = minutesIn(own) - minutesIn(earlier)
      const [, told, way] = /\n(.*) (more|less) than in /.exec(said) ?? []
      expect(said).toMatch(new RegExp(`(than|Same as) in ${before}`))
      // Each was rounded to the minute.
      expect(Math.abs(minutesIn(told) * (way === 'more' ? 1 : -1) - change)).toBeLessThan(2)
    }
    expect(await monthShown()).toBe('June 2040')
    await button('Later month').click()
    expect(await monthShown()).toBe('July 2040')
    await button('May 2040').click()
    expect(await monthShown()).toBe('May 2040')
    expect(await textIn(here.page.locator('main.page .months [aria-current]'))).toContain('May 2040')
    await says(here.browser, 'May 2040 on Prod2 (EU).')
  })

  it('reaches back to the month in which it began', async () => {
    await here.page.getByText('Month by month').click()
    const months = here.page.locator('main.page .months tbody tr')
    await months.last().getByRole('button').click()
    // Reports tell of the time before somebody watched; a year ago was September 27.
    expect(await monthShown()).toBe('September 2039')
    expect(await months.count()).toBe(13)
    expect(await button('Earlier month').getAttribute('aria-disabled')).toBe('true')
    // Of the month before it nothing is known that it could be held against.
    expect(await tile('Affected')).not.toContain(' than in ')
    await button('Later month').click()
    expect(await tile('Affected')).not.toContain(' than in ')
  })

  it('goes back by days to where a history may begin, and says that nobody watched', async () => {
    await radio('Year').check()
    await pictureOf(here.page).focus()
    await here.page.keyboard.press('Home')
    await here.page.keyboard.press('Enter')
    await here.page.evaluate(`(async () => {
      const earlier = () => document.querySelector('[aria-label="Earlier day"][aria-disabled=false]');
      for (let days = 0; days < 400 && earlier(); days++) {
        earlier().click();
        await new Promise((resolve) => requestAnimationFrame(resolve));
      }
    })()`)
    // 400 days are kept.
    expect(await textIn(here.page.locator('#picture strong[role=status]'))).toBe('Tuesday, August 23, 2039')
    await button('Later day').click()
    await here.page.getByText('Show as a table').click()
    const gaps = here.page.locator('#picture details', { hasText: 'When Podlight wasn’t watching' }).last()
    await gaps.locator('summary').click()
    expect(await gaps.locator('li').allInnerTexts()).toEqual([expect.stringContaining('(24 hr)')])
    expect(await here.page.locator('#picture .picture rect[fill="url(#unwatched)"]').count()).toBeGreaterThan(
      0,
    )
  })

  it('has one row for each feature, with what its hours rest on', async () => {
    const table = here.page.getByRole('table', { name: 'By feature' })
    const rows = (await table.locator('tr').allInnerTexts()).map((row) =>
      row.split('\t').map((cell) => cell.trim()),
    )
    const [head, ...features] = rows
    expect(head).toEqual([
      'Feature',
      'Affected',
      'In working hours',
      'Seen by Podlight',
      'Filled in from the status page',
      'Effect',
    ])
    expect(features.length).toBeGreaterThan(3)
    expect(new Set(features.map(([name]) => name)).size).toBe(features.length)
    for (const [name, affected, , seen, told, effect] of features) {
      // Each was rounded to the minute.
      expect(Math.abs(minutesIn(seen) + minutesIn(told) - minutesIn(affected)), name).toBeLessThan(2)
      expect(effect).not.toBe('')
    }
  })

  it('counts anew when working hours are changed on the page', async () => {
    const [affected, before] = [await tile('Affected'), await tile('In working hours')]
    await here.page.getByText('Change working hours').click()
    const part = here.page.locator('main.page .working-hours')
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
      const [download] = await Promise.all([here.page.waitForEvent('download'), button(name).click()])
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
    await here.page.evaluate('window.print = () => { window.isPrinted = true }')
    await button('Print or save as PDF').click()
    expect(await here.page.evaluate('window.isPrinted')).toBe(true)
    await here.page.emulateMedia({ media: 'print' })
    try {
      const text = await textIn(here.page.locator('body'))
      expect(text).toMatch(/^August 2040 on Prod2 \(EU\)/)
      expect(text).not.toContain('Take it with you')
      const began = await here.page.locator('.printed-report dl > div:first-child').allInnerTexts()
      expect(began.length).toBeGreaterThan(3)
      for (const line of began) expect(line).toMatch(/Began\s+Aug \d+, 2040, /)
    } finally {
      await here.page.emulateMedia({ media: null })
    }
  })
})
