import { afterAll, beforeAll, describe, it } from 'vitest'
import { SHADOW } from '../../extension/domain/evidence/watch.ts'
import { DAY, HOUR, MINUTE } from '../../shared/model/limits.ts'
import { type Chromium, startChromium } from './support/chromium.ts'
import { says, setUp } from './support/extensionPage.ts'
import { look } from './support/look.ts'
import { keepWatch, noticedAt, pageWhere, watchOf } from './support/noticed.ts'
import { type Scenario, startScenario } from './support/scenario.ts'

describe('evidence', () => {
  let browser: Chromium
  let scenario: Scenario
  beforeAll(async () => {
    scenario = await startScenario(['2024-12-19-chat-attachments'])
    browser = await startChromium()
    await setUp(browser, scenario, ['prod2'])
  })
  afterAll(async () => {
    await browser.close()
    await scenario.page.close()
  })

  it('pics', async () => {
    const now = scenario.now()
    const began = now - 3 * DAY
    const popup = await pageWhere(browser, 'popup.html', true)
    for (const [name, more] of Object.entries({
      failing: {},
      unreachable: { kind: 'unreachable', bad: 18, tried: 18 },
      slow: { kind: 'slow', bad: 14, tried: 20 },
      attachments: { what: 'attachments', bad: 4, tried: 4 },
      some: { what: 'sending', bad: 4, tried: 5 },
    } as const)) {
      await keepWatch(browser, watchOf([noticedAt(now, more)], began), 'on')
      await says(popup, 'Not a problem')
      await look(popup.page, `noticed-${name}`, [384, 360])
    }
    await keepWatch(browser, { ...watchOf([noticedAt(now)], began), mutedUntil: now + HOUR }, 'on')
    await says(popup, 'Undo')
    await look(popup.page, `noticed-muted`, [384, 360])
    const options = await pageWhere(browser, 'options.html', true)
    const shots = async (name: string) => {
      for (const scheme of ['light', 'dark'] as const) for (const width of [900, 360]) {
        await options.page.emulateMedia({ colorScheme: scheme })
        await options.page.setViewportSize({ width, height: 700 })
        await options.page.locator('#evidence').screenshot({ path: `/tmp/uipics/options-${name}-${scheme}-${width}.png` })
      }
    }
    const past = noticedAt(now - DAY, { end: now - DAY + 4 * MINUTE, confirmed: now - DAY + 29 * MINUTE, said: 'trouble' })
    const other = noticedAt(now - 2 * DAY, { what: 'attachments', bad: 4, tried: 4, end: now - 2 * DAY })
    await keepWatch(browser, watchOf([], began), 'off')
    await says(options, 'Allow')
    await shots('off')
    await keepWatch(browser, watchOf([other, past], began), 'shadow')
    await says(options, 'twice')
    await shots('shadow')
    await keepWatch(browser, watchOf([other, past, noticedAt(now)], now - SHADOW), 'shadow')
    await says(options, 'Tell me in the popup')
    await shots('ready')
    await keepWatch(browser, watchOf([other, past, noticedAt(now)], now - SHADOW), 'on')
    await says(options, 'Notify me as well')
    await shots('on')
    const not = await pageWhere(browser, 'options.html', false)
    await says(not, 'hasn’t allowed')
    await not.page.locator('#evidence').screenshot({ path: `/tmp/uipics/options-missing.png` })
  })
})
