import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { badMonth, fullYear, quietMonth } from '../support/history/dataSets.ts'
import { nightly } from '../support/nightly.ts'
import { DRAWN, faultsOf, overflowOf } from './support/axe.ts'
import { type Chromium, startChromium } from './support/chromium.ts'
import { unfold } from './support/extensionPage.ts'
import { keptIn, openHistory, pictureOf, putHistory, startAgent } from './support/historyPage.ts'
import { look, PICTURES } from './support/look.ts'
import type { Scenario } from './support/scenario.ts'

/** Half of the first is what is left of it at 200 %. */
const WIDTHS = [1100, 700, 550, 360]

const DENSITIES = [
  { name: 'quiet', set: quietMonth, period: '30 days' },
  { name: 'bad', set: badMonth, period: '30 days' },
  { name: 'year', set: fullYear, period: 'Year' },
]
const BAD = DENSITIES.slice(1, 2)

describe('the history, in three densities', () => {
  let browser: Chromium
  let scenario: Scenario
  beforeAll(async () => {
    browser = await startChromium()
    scenario = await startAgent(browser)
  })
  afterAll(async () => {
    await browser.page.emulateMedia({ media: null, colorScheme: null, forcedColors: null })
    await browser.close()
    await scenario.page.close()
  })

  /** A page as most open it: the picture, and what is folded as it is. */
  const show = async ({ set, period }: (typeof DENSITIES)[number]) => {
    await browser.page.emulateMedia({ media: null, colorScheme: 'light', forcedColors: null })
    await browser.page.setViewportSize({ width: 1100, height: 600 })
    await putHistory(browser, keptIn(set(scenario.now())))
    const page = await openHistory(browser)
    await page.getByRole('radio', { name: period, exact: true }).check()
    await pictureOf(page).focus()
    await page.keyboard.press('End')
    return page
  }

  it.each(nightly(DENSITIES, BAD))(
    '$name: nothing wrong, nothing cut off, in light and dark',
    async (density) => {
      const page = await show(density)
      await look(page, `history-${density.name}`, nightly(WIDTHS, [1100, 360]))
      await unfold(browser)
      await look(page, `history-${density.name}-unfolded`, nightly([700, 360], [360]))
    },
  )

  it.each(nightly(DENSITIES, BAD))('$name: a sheet of paper shows the month alone', async (density) => {
    const page = await show(density)
    await page.emulateMedia({ media: 'print', colorScheme: 'light' })
    // A4 without its margins, at 96 pixels an inch.
    await page.setViewportSize({ width: 673, height: 1000 })
    await page.evaluate(DRAWN)
    expect(await page.getByRole('heading', { level: 1 }).allTextContents()).toEqual([
      'September 2040 on Prod2 (EU)',
    ])
    expect(await page.locator('main.page').isVisible()).toBe(false)
    expect(await overflowOf(page)).toBe(0)
    expect(await faultsOf(page)).toEqual([])
    if (PICTURES === '') return
    await page.screenshot({ path: `${PICTURES}/history-${density.name}-print.png`, fullPage: true })
    await page.pdf({ path: `${PICTURES}/history-${density.name}.pdf`, format: 'A4', preferCSSPageSize: true })
  })

  it.each(BAD)('$name: forced colors leave bars, gaps and now apart', async (density) => {
    const page = await show(density)
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ forcedColors: 'active', colorScheme })
      await page.evaluate(DRAWN)
      const inks = (await page.evaluate(`(() => {
        const inkOf = (selector, property) => getComputedStyle(document.querySelector(selector))[property];
        return {
          ground: inkOf('body', 'backgroundColor'),
          all: [inkOf('.mark', 'stroke'), inkOf('pattern .full', 'fill'), inkOf('.picture text', 'fill'),
            inkOf('.picture .now', 'stroke')],
        };
      })()`)) as { readonly ground: string; readonly all: readonly string[] }
      expect(inks.all).not.toContain(inks.ground)
      if (PICTURES !== '')
        await page.screenshot({ path: `${PICTURES}/history-forced-${colorScheme}.png`, fullPage: true })
    }
  })
})
