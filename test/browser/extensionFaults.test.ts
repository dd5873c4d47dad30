import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Reason } from '../../shared/model/verdict.ts'
import { agent } from '../../shared/text/en.ts'
import { nightly } from '../support/nightly.ts'
import { type Chromium, startChromium } from './support/chromium.ts'
import { badgeIs, says, setUp } from './support/extensionPage.ts'
import { type Scenario, startScenario } from './support/scenario.ts'

/** Everything a played page can do wrong, and what the agent is told. */
const FAULTS: readonly (readonly [string, Reason])[] = [
  ['500', 'http-error'],
  ['429', 'rate-limited'],
  ['refuse', 'offline'],
  ['cut', 'truncated'],
  ['html', 'html'],
  ['empty', 'empty'],
  ['truncated', 'truncated'],
  ['garbage', 'not-json'],
  ['other-page', 'other-page'],
  ['huge', 'too-large'],
  ['hang', 'timeout'],
  ['stall', 'timeout'],
  ['redirect', 'http-error'],
]

/** Each takes the seconds that a request may. An answer that stops half-way waits as one that never begins. */
const QUICK = FAULTS.filter(([fault]) => fault !== 'stall')

describe('a feed that fails', () => {
  let browser: Chromium
  let scenario: Scenario
  let popup: Awaited<ReturnType<Chromium['beside']>>
  beforeAll(async () => {
    scenario = await startScenario(['2024-12-19-chat-attachments'])
    browser = await startChromium()
    await setUp(browser, scenario, ['prod2'])
    await scenario.goTo(1)
    popup = await browser.beside('popup.html')
  })
  afterAll(async () => {
    await browser.close()
    await scenario.page.close()
  })

  it.each(nightly(FAULTS, QUICK))(
    '%s: what is known stays, with its age and the failure, and the next answer is news again',
    async (fault, reason) => {
      const { page } = scenario
      await badgeIs(browser, '!')
      page.setFault(fault as Parameters<typeof page.setFault>[0])
      await scenario.ring()
      const { title } = await badgeIs(browser, '!', agent.reasons[reason])
      expect(title).toContain('Attachments in chat')
      expect(title).toMatch(/Last check failed\. .* This is from \d/)
      await says(popup, `Last check failed. ${agent.reasons[reason]}`)
      await says(popup, 'Last successful check')
      page.setFault(null)
      await scenario.asked(1)
      await badgeIs(browser, '!', 'Attachments in chat')
      await says(popup, 'Checked')
    },
  )
})
