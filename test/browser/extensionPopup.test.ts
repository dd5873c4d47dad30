import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { until } from '../../scripts/stage/until.ts'
import { type Chromium, startChromium } from './support/chromium.ts'
import {
  badgeIs,
  click,
  says,
  setUp,
  shownNotifications,
  watchNotifications,
} from './support/extensionPage.ts'
import { type Scenario, startScenario } from './support/scenario.ts'

describe('the popup in trouble', () => {
  let browser: Chromium
  let scenario: Scenario
  let popup: Awaited<ReturnType<Chromium['beside']>>
  beforeEach(async () => {
    scenario = await startScenario(['2024-12-19-chat-attachments'])
    browser = await startChromium()
    await setUp(browser, scenario, ['prod2'])
    await watchNotifications(browser)
    await scenario.goTo(1)
    await badgeIs(browser, '!')
    popup = await browser.beside('popup.html')
    await says(popup, 'What’s affected')
  })
  afterEach(async () => {
    await browser.close()
    await scenario.page.close()
  })

  it('is drawn from what is stored, without a word from the network', async () => {
    scenario.page.setFault('hang')
    await popup.page.reload()
    // Long before a request that hangs is given up.
    await popup.page.getByRole('heading', { name: 'Prod2 (EU)' }).waitFor({ timeout: 5000 })
    expect(await popup.page.getByText('Attachments in chat').count()).toBeGreaterThan(0)
  })

  it('gives a reply to copy by keyboard alone, none of it the vendor’s', async () => {
    await browser.context.grantPermissions(['clipboard-read', 'clipboard-write'])
    const { page } = popup
    await page.bringToFront()
    const copy = page.getByRole('button', { name: 'Copy reply' })
    const focused = () => copy.evaluate((button) => button === button.ownerDocument.activeElement)
    for (let i = 0; i < 20 && !(await focused()); i++) await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    await says(popup, 'Copied')
    const text = await page.evaluate('navigator.clipboard.readText()')
    expect(text).toMatch(
      /^Something on our side isn’t working reliably right now: sending files in our chat\./,
    )
    expect(text).toMatch(/since .* We expect to know more by .* sorry/)
    expect(text).not.toMatch(/kustomer|prod/i)
  })

  // The second is the first at 200 %.
  it.each([
    [384, 600],
    [192, 300],
  ])('reaches every control by keyboard, in sight, at %i by %i', async (width, height) => {
    const { page } = popup
    await page.setViewportSize({ width, height })
    await page.bringToFront()
    const all = await page.locator('button, a, summary, input').count()
    await page.evaluate('window.reached = new Set()')
    for (let i = 0; i < all + 5; i++) {
      await page.keyboard.press('Tab')
      const seen = await page.evaluate(`(() => {
        const one = document.activeElement;
        if (one === document.body) return null;
        window.reached.add(one);
        const shown = one.matches('input') ? one.closest('label') : one;
        const { left, top, width, height } = shown.getBoundingClientRect();
        const above = document.elementFromPoint(left + width / 2, top + height / 2);
        return {
          text: shown.textContent,
          outline: getComputedStyle(shown).outlineStyle,
          isCovered: above !== null && !shown.contains(above) && !above.contains(shown),
        };
      })()`)
      if (seen !== null) expect(seen).toMatchObject({ outline: 'solid', isCovered: false })
    }
    // Of two radios, the arrow keys reach the other.
    expect(await page.evaluate('window.reached.size')).toBe(all - 1)
  })

  it('mutes a report: the icon goes calm and not green, and no end is told', async () => {
    await click(popup, 'Mute this report')
    const { title } = await badgeIs(browser, '')
    expect(title).toContain('you muted what is reported')
    await says(popup, 'Muted by you')
    await scenario.goTo(scenario.moments.length - 1)
    await badgeIs(browser, '', 'No trouble is reported')
    await scenario.asked(2)
    expect(await shownNotifications(browser)).toHaveLength(1)
  })

  it('tells once when a pod is back, where that was asked for', async () => {
    await click(popup, 'Mute this report')
    await click(popup, 'Tell me when it’s back')
    await says(popup, 'You’ll be told when it’s back')
    await scenario.goTo(scenario.moments.length - 1)
    const told = await until(
      () => shownNotifications(browser),
      ({ length }) => length >= 2,
      'trouble and its end',
    )
    expect(told).toHaveLength(2)
  })

  it('keeps the focus where it is when news comes in', async () => {
    const { page } = popup
    await page.bringToFront()
    const why = page.locator('summary').first()
    await why.focus()
    await scenario.goTo(2)
    await says(popup, '2 earlier updates')
    expect(await why.evaluate((one) => one === one.ownerDocument.activeElement)).toBe(true)
  })
})
