import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { until } from '../../scripts/stage/until.ts'
import { type Chromium, startChromium } from './support/chromium.ts'
import {
  badgeIs,
  click,
  says,
  setUp,
  shownNotifications,
  textOf,
  unfold,
  watchNotifications,
} from './support/extensionPage.ts'
import { type Scenario, startScenario } from './support/scenario.ts'

const DAY = 86_400_000
/** Ahead of the real time. Late in the evening a reply would name tomorrow's date beside the time. */
const noon = (): number => Math.ceil(Date.now() / DAY) * DAY + 1.5 * DAY

describe('the popup in trouble', () => {
  let browser: Chromium
  let scenario: Scenario
  let popup: Awaited<ReturnType<Chromium['beside']>>
  beforeEach(async () => {
    scenario = await startScenario(['2024-12-19-chat-attachments'], noon())
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
    const copy = page.getByRole('button', { name: 'Copy', exact: true })
    const focused = () => copy.evaluate((button) => button === button.ownerDocument.activeElement)
    for (let i = 0; i < 20 && !(await focused()); i++) await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    await says(popup, 'Copied')
    const text = await page.evaluate('navigator.clipboard.readText()')
    expect(text).toMatch(
      /^Sorry, sending files in our chat isn’t working reliably right now\. .* We expect to know more by .*\.$/,
    )
    expect(text).not.toMatch(/kustomer|prod/i)
  })

  it('answers at a glance: what, since when and for how long, what to say, and when more is known', async () => {
    const { page } = popup
    await page.setViewportSize({ width: 384, height: 600 })
    const inSight = (await popup.run(`
      const foot = document.querySelector('footer').getBoundingClientRect().top
      const isInSight = (one) => one.getBoundingClientRect().bottom <= foot
      return [...document.querySelectorAll('h1, .level, .said p, .reply, summary, button')].filter(isInSight)
        .map((one) => one.textContent.replace(/\\s+/g, ' '))`)) as string[]
    expect(inSight.slice(0, 2)).toEqual(['Prod2 (EU)', 'Degraded'])
    expect(inSight[2]).toMatch(/^Attachments in chat have had errors on Prod2 \(EU\) since .* \(\d+ min\)\.$/)
    expect(inSight[3]).toMatch(/^Next update due in \d+ minutes\.$/)
    expect(inSight).toEqual(
      expect.arrayContaining([
        expect.stringMatching(/^Sorry, sending files in our chat /),
        'Copy',
        'What’s affected, and why',
        'Not reported as affected',
      ]),
    )
    // The headline says it once.
    expect((await textOf(popup)).match(/attachments in chat/gi)).toHaveLength(1)
  })

  it('copies what is needed by whoever is to find out why it was wrong', async () => {
    await browser.context.grantPermissions(['clipboard-read', 'clipboard-write'])
    const { page } = popup
    await page.bringToFront()
    await unfold(popup)
    await page.getByRole('button', { name: 'This looks wrong' }).click()
    await says(popup, 'Send it to whoever looks after Podlight')
    const text = String(await page.evaluate('navigator.clipboard.readText()'))
    expect(text).toMatch(/^Podlight may be wrong here:/)
    expect(text).toMatch(/The report is titled “.*”[\s\S]*status\.kustomer\.com\/incidents\//)
  })

  // The second is the first at 200 %.
  it.each([
    [384, 600],
    [192, 300],
  ])('reaches every control by keyboard, in sight, at %i by %i', async (width, height) => {
    const { page } = popup
    await page.setViewportSize({ width, height })
    await page.bringToFront()
    await unfold(popup)
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
    // Of three radios, the arrow keys reach the others.
    expect(await page.evaluate('window.reached.size')).toBe(all - 2)
  })

  it('mutes a report: the icon goes calm and not green, and no end is told', async () => {
    await click(popup, 'Mute this report')
    const { title } = await badgeIs(browser, '')
    expect(title).toContain('everything reported is muted by you')
    await says(popup, 'You muted this')
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
    await unfold(popup)
    const why = page.locator('summary').first()
    await why.focus()
    await scenario.goTo(2)
    await says(popup, '2 earlier updates')
    expect(await why.evaluate((one) => one === one.ownerDocument.activeElement)).toBe(true)
  })
})
