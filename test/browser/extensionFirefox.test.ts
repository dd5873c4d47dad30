import { describe, it } from 'vitest'
import { nightly } from '../support/nightly.ts'
import { liveThrough } from './support/agent.ts'
import { startFirefox } from './support/firefox.ts'

describe('an agent in Firefox, from the first update to the last', () => {
  const cases = [
    { name: '2024-12-19-chat-attachments', pod: 'prod2', affected: ['attachments'], notifications: 2 },
    { name: '2025-08-06-chat-delivery', pod: 'prod1', affected: ['chat'], notifications: 2 },
    { name: '2025-08-06-chat-delivery', pod: 'prod2', affected: [], notifications: 0 },
  ]
  it.each(nightly(cases, cases.slice(0, 1)))('$name on $pod', ({ name, ...expected }) =>
    liveThrough(startFirefox, name, expected),
  )
})
