import { afterEach, describe, it } from 'vitest'
import { follow } from './support/agent.ts'
import { type Chromium, startChromium } from './support/chromium.ts'
import { setUp, watchNotifications } from './support/eye.ts'
import { type Scenario, startScenario } from './support/scenario.ts'

/** The five incidents Podlight was conceived from: what they hit, and how often an agent is told. */
const SEEDS = [
  { name: '2020-04-15-platform-delays', prod1: ['chat', 'knowledge-base'], prod2: [], told: 3 },
  { name: '2022-05-16-timeline-delays', prod1: ['timeline'], prod2: [], told: 2 },
  { name: '2024-11-14-chat-latency', prod1: ['chat'], prod2: [], told: 2 },
  { name: '2024-12-19-chat-attachments', prod1: ['attachments'], prod2: ['attachments'], told: 2 },
  { name: '2025-08-06-chat-delivery', prod1: ['chat'], prod2: [], told: 2 },
] as const

describe('an agent in Chromium, from the first update to the last', () => {
  let browser: Chromium | null = null
  let scenario: Scenario | null = null
  afterEach(async () => {
    await browser?.close()
    await scenario?.page.close()
    browser = null
    scenario = null
  })

  const cases = SEEDS.flatMap(({ name, told, ...pods }) =>
    (['prod1', 'prod2'] as const).map((pod) => ({
      name,
      pod,
      hit: pods[pod],
      notifications: pods[pod].length > 0 ? told : 0,
    })),
  )
  it.each(cases)('$name on $pod', async ({ name, pod, hit, notifications }) => {
    scenario = await startScenario([name])
    browser = await startChromium()
    await setUp(browser, scenario.feed, [pod])
    await watchNotifications(browser)
    const popup = await browser.beside('popup.html')
    await follow(browser, popup, scenario, { pod, hit, notifications })
  })
})
