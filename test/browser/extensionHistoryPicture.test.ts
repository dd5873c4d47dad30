import type { Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { badMonth } from '../support/history/dataSets.ts'
import { type Chromium, startChromium } from './support/chromium.ts'
import {
  chosenIn,
  detailsIn,
  keptIn,
  openHistory,
  pictureOf,
  putHistory,
  startAgent,
  textIn,
} from './support/historyPage.ts'
import type { Scenario } from './support/scenario.ts'

const MINUTE = 60_000

describe('the history’s picture', () => {
  let browser: Chromium
  let scenario: Scenario
  let page: Page
  beforeAll(async () => {
    browser = await startChromium()
    scenario = await startAgent(browser)
    await putHistory(browser, keptIn(badMonth(scenario.now())))
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

  /** The bars of each lane as screen readers tell of them, by time. */
  const lanes = async (): Promise<readonly (readonly string[])[]> =>
    (await pictureOf(page)
      .getByRole('group')
      .evaluateAll((groups) =>
        groups.map((group) =>
          [...group.querySelectorAll('[role=option]')]
            .sort((one, other) => Number(one.ariaPosInSet) - Number(other.ariaPosInSet))
            .map((one) => one.getAttribute('aria-label') ?? ''),
        ),
      )) as readonly (readonly string[])[]
  const bar = (text: string): Locator => pictureOf(page).getByRole('option', { name: text })
  const press = (key: string): Promise<void> => page.keyboard.press(key)
  const into = async (): Promise<void> => {
    await page.getByRole('radio', { name: '30 days' }).focus()
    await press('Tab')
  }

  it('is gone through by keys, along lanes and across them, each bar with the same facts everywhere', async () => {
    await page.getByText('Show as a table').click()
    await page.getByRole('columnheader', { name: 'Known from' }).waitFor()
    const all = await lanes()
    const [platform, , , app] = all
    await into()
    expect(await chosenIn(page)).toBe(platform?.[0])
    const rows = await page
      .locator('main.page tbody')
      .first()
      .locator('tr')
      .evaluateAll((all) => all.map((row) => [...row.children].map((cell) => cell.textContent ?? '')))
    expect(rows).toHaveLength(all.flat().length)

    const told: (string | null)[] = []
    for (const key of [
      'ArrowDown',
      'ArrowDown',
      'ArrowDown',
      'Home',
      'ArrowRight',
      'ArrowRight',
      'ArrowLeft',
      'End',
    ]) {
      await press(key)
      const label = await chosenIn(page)
      told.push(label)
      const details = (await detailsIn(page)).replace(/\s+/g, ' ')
      for (const part of label?.split('. ') ?? []) expect(details).toContain(part)
      const own = rows.filter(([feature, how, from, , length, , report, basis]) =>
        [feature, how, from?.replace(/ [AP]M.*/, ''), `(${length})`, report, basis].every((fact) =>
          label?.includes(String(fact)),
        ),
      )
      expect(own, label ?? '').toHaveLength(1)
    }
    expect(app).toHaveLength(2)
    const [first, last] = app ?? []
    expect(told.slice(3)).toEqual([first, last, last, first, last])
    await press('ArrowUp')
    expect(all[2]).toContain(await chosenIn(page))
    for (let times = 0; times < all.length; times++) await press('ArrowDown')
    expect(all.at(-1)).toContain(await chosenIn(page))
  })

  it('shows a day on Enter and goes back, and what was chosen stays, as time goes by too', async () => {
    await into()
    await press('ArrowDown')
    const chosen = await chosenIn(page)
    expect(chosen).toContain('Sep 9, ')
    await scenario.pass(2 * MINUTE)
    await expect
      .poll(() => page.evaluate('chrome.storage.local.get().then((all) => all.steeredClock)'))
      .toBe(scenario.now())
    expect(await chosenIn(page)).toBe(chosen)
    await press('Enter')
    await page.getByText('Sunday, September 9, 2040').waitFor()
    expect(await lanes()).toEqual([[chosen]])
    expect(await chosenIn(page)).toBe(chosen)
    await page.getByRole('button', { name: 'Later day' }).click()
    await page.getByText('Monday, September 10, 2040').waitFor()
    await page.getByRole('button', { name: '30 days' }).click()
    expect((await lanes()).length).toBeGreaterThan(4)
    expect(await page.getByRole('radio', { name: '30 days' }).isChecked()).toBe(true)
  })

  it('tells a mouse and a finger the same as keys', async () => {
    await into()
    await press('ArrowDown')
    const byKeys = await detailsIn(page)
    await page.reload()
    const { x, y, width, height } = (await bar('Attachments in chat').boundingBox()) ?? {
      x: 0,
      y: 0,
      width: 0,
      height: 0,
    }
    const at = { x: x + width / 2, y: y + height / 2 }
    await page.mouse.move(at.x, at.y)
    expect(await detailsIn(page)).toBe(byKeys)
    // Beside it lie times in which Podlight was watching, or not.
    await page.mouse.move(at.x + 40, at.y)
    expect(await detailsIn(page)).toMatch(/^(Nothing reported|Podlight wasn’t watching)\n/)
    await page.mouse.move(0, 0)
    expect(await detailsIn(page)).toContain('Point at a bar')

    const session = await browser.context.newCDPSession(page)
    await session.send('Emulation.setTouchEmulationEnabled', { enabled: true })
    await session.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: [at] })
    await session.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] })
    await expect.poll(() => detailsIn(page)).toBe(byKeys)
    await session.detach()
  })

  it('leads from a bar to its report, which opens and has the focus', async () => {
    await into()
    await press('ArrowDown')
    await page.getByRole('link', { name: '[CHAT] Files sent in chat' }).click()
    const focused = page.locator(':focus')
    expect(await focused.evaluate((one) => one.tagName)).toBe('SUMMARY')
    expect(await textIn(focused)).toContain('[CHAT] Files sent in chat run into an error')
    expect(await page.locator('.report[open]').count()).toBe(1)
    await page.locator('.report[open]').getByText('What the status page said').waitFor()
  })
})
