import { describe, it } from 'vitest'
import { nightly } from '../support/nightly.ts'
import { liveThrough } from './support/agent.ts'
import { startChromium } from './support/chromium.ts'

/** The five incidents Podlight was conceived from: what they hit, and how often an agent is told. */
const INCIDENTS = [
  { name: '2020-04-15-platform-delays', prod1: ['chat', 'knowledge-base'], prod2: [], told: 3 },
  { name: '2022-05-16-timeline-delays', prod1: ['timeline'], prod2: [], told: 2 },
  { name: '2024-11-14-chat-latency', prod1: ['chat'], prod2: [], told: 2 },
  { name: '2024-12-19-chat-attachments', prod1: ['attachments'], prod2: ['attachments'], told: 2 },
  { name: '2025-08-06-chat-delivery', prod1: ['chat'], prod2: [], told: 2 },
] as const

describe('an agent in Chromium, from the first update to the last', () => {
  const cases = INCIDENTS.flatMap(({ name, told, ...pods }) =>
    (['prod1', 'prod2'] as const).map((pod) => ({
      name,
      pod,
      affected: pods[pod],
      notifications: pods[pod].length > 0 ? told : 0,
    })),
  )
  const few = cases.filter(({ name }) => name === '2022-05-16-timeline-delays')
  it.each(nightly(cases, few))('$name on $pod', ({ name, ...expected }) =>
    liveThrough(startChromium, name, expected),
  )
})
