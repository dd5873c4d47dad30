import { afterEach, describe, it } from 'vitest'
import { STALE } from '../../shared/model/limits.ts'
import { type Chromium, startChromium } from './support/chromium.ts'
import { badgeIs, click, says, setUp, unfold } from './support/extensionPage.ts'
import { look } from './support/look.ts'
import { type Scenario, startScenario } from './support/scenario.ts'

/** A state that the feed brings about, and what the popup says in it. */
const STATES = [
  { name: 'ok', recording: '2024-12-19-chat-attachments', pods: ['prod2', 'prod1'], change: -1, badge: '' },
  {
    name: 'degraded',
    recording: '2024-12-19-chat-attachments',
    pods: ['prod2', 'prod1'],
    change: 1,
    badge: '!',
  },
  {
    name: 'outage',
    recording: '2026-03-24-escalation',
    pods: ['prod4', 'prod1', 'prod2'],
    change: 2,
    badge: '!!',
  },
  { name: 'recovering', recording: '2024-11-14-chat-latency', pods: ['prod1'], change: 1, badge: '!' },
  { name: 'possible', recording: '2025-04-22-pod-named-late', pods: ['prod2'], change: 0, badge: '!?' },
  { name: 'notice', recording: '2026-01-12-impact-none', pods: ['prod4'], change: 0, badge: 'i' },
  { name: 'upcoming', recording: '2025-09-13-maintenance', pods: ['prod2'], change: 0, badge: '' },
  { name: 'maintenance', recording: '2025-09-13-maintenance', pods: ['prod2'], change: 1, badge: '~' },
  { name: 'not-listed', recording: '2024-11-14-chat-latency', pods: ['prod7'], change: 0, badge: '–' },
  { name: 'failing', recording: '2024-12-19-chat-attachments', pods: ['prod2'], change: 1, badge: '!' },
  { name: 'over', recording: '2024-12-19-chat-attachments', pods: ['prod2', 'prod1'], change: 4, badge: '' },
  { name: 'unknown', recording: '2024-12-19-chat-attachments', pods: ['prod2'], change: 1, badge: '?' },
] as const

describe('pages, light and dark', () => {
  let browser: Chromium
  let scenario: Scenario
  afterEach(async () => {
    await browser.close()
    await scenario.page.close()
  })

  it.each(STATES)('popup, $name', async ({ name, recording, pods, change, badge }) => {
    scenario = await startScenario([recording])
    browser = await startChromium()
    await setUp(browser, scenario, pods)
    // What is over was there before.
    if (name === 'over') await scenario.goTo(1)
    await scenario.goTo(change)
    if (name === 'failing' || name === 'unknown') {
      scenario.page.setFault('html')
      const end = scenario.now() + (name === 'failing' ? 1 : STALE + 1)
      while (scenario.now() < end) {
        await scenario.ring()
        await scenario.settled()
      }
    }
    await badgeIs(browser, badge)
    const popup = await browser.beside('popup.html')
    if (name === 'over') await says(popup, 'Attachments in chat had errors from ')
    await look(popup.page, `popup-${name}-folded`, [384])
    await unfold(popup)
    await look(popup.page, `popup-${name}`, [384, 320])
  })

  it('popup, options and welcome from the first minute on', async () => {
    scenario = await startScenario(['2024-12-19-chat-attachments'])
    browser = await startChromium()
    const popup = await browser.beside('popup.html')
    await says(popup, 'doesn’t know your pod yet')
    await look(popup.page, 'popup-unset', [384])
    const welcome = await browser.beside('welcome.html')
    await look(welcome.page, 'welcome-unset', [900])
    await setUp(browser, scenario, ['prod2'])
    await scenario.goTo(1)
    await browser.run(`document.querySelector('.toast').scrollIntoView()`)
    await click(browser, 'Quiet hours')
    await click(browser, 'Reset')
    await look(browser.page, 'options', [900, 320])

    await unfold(popup)
    await click(popup, 'Mute this report')
    await says(popup, 'Muted until')
    await click(popup, 'Tell me when it’s back')
    await says(popup, 'You’ll be told')
    await look(popup.page, 'popup-muted', [384])

    await click(welcome, 'Choose what you use')
    await click(welcome, 'Show me an example')
    await says(welcome, 'invented report')
    await look(welcome.page, 'welcome', [900, 320])
  })
})
