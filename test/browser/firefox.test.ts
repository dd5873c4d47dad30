import { afterEach, describe, it } from 'vitest'
import { follow } from './support/agent.ts'
import { setUp, watchNotifications } from './support/eye.ts'
import { type Firefox, startFirefox } from './support/firefox.ts'
import { type Scenario, startScenario } from './support/scenario.ts'

describe('an agent in Firefox, from the first update to the last', () => {
  let browser: Firefox | null = null
  let scenario: Scenario | null = null
  afterEach(async () => {
    await browser?.close()
    await scenario?.page.close()
    browser = null
    scenario = null
  })

  it.each([
    { name: '2024-12-19-chat-attachments', pod: 'prod2', hit: ['attachments'], notifications: 2 },
    { name: '2025-08-06-chat-delivery', pod: 'prod1', hit: ['chat'], notifications: 2 },
    { name: '2025-08-06-chat-delivery', pod: 'prod2', hit: [], notifications: 0 },
  ])('$name on $pod', async ({ name, pod, hit, notifications }) => {
    scenario = await startScenario([name])
    browser = await startFirefox()
    await setUp(browser, scenario.feed, [pod])
    await watchNotifications(browser)
    const popup = await browser.beside('popup.html')
    await follow(browser, popup, scenario, { pod, hit, notifications })
  })
})
