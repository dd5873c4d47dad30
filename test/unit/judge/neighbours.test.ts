import { describe, expect, it } from 'vitest'
import { verdictFor } from '../../support/unseen.ts'

/**
 * What is said of one pod, or of one channel, is not taken for its neighbour: "Prod1: investigating, Prod2: operational".
 * Each incident lists no component, so words alone decide. Expected are the capabilities; `ok`; `affected`, whatever it is;
 * `…, chat`, where chat must be among them; or a banner about chat.
 */
const INCIDENTS: readonly (readonly [text: string, expected: Readonly<Record<string, string>>])[] = [
  ['Chat errors | Prod2 is affected and Prod1 is unaffected.', { prod2: 'chat', prod1: 'ok' }],
  ['Chat errors | Prod2 is affected, Prod1 is not.', { prod2: 'chat', prod1: 'ok' }],
  ['Chat errors | The incident affects Prod1, Prod2 is fine.', { prod1: 'chat', prod2: 'ok' }],
  [
    'Chat errors in Prod1, Prod2 and Prod4 | Prod2 has recovered, Prod1 remains affected.',
    { prod1: 'chat', prod2: 'ok' },
  ],
  ['Chat errors in Prod1 | Chat is affected, all other channels are working normally.', { prod1: 'chat' }],
  ['Chat errors in Prod1 | This affects chat, email is operational.', { prod1: 'chat' }],
  ['Chat and email errors in Prod1 | Email has recovered, chat remains affected.', { prod1: '…, chat' }],
  [
    'Chat errors in Prod1 and Prod2 | Prod1: investigating, Prod2: operational',
    { prod1: 'chat', prod2: 'ok' },
  ],
  [
    'Chat errors in Prod1 and Prod2 | Prod1: partially operational, Prod2: fully operational.',
    { prod1: 'chat', prod2: 'ok' },
  ],
  [
    'Chat errors in Prod1 and Prod2 | Prod1 - investigating / Prod2 - operational',
    { prod1: 'chat', prod2: 'ok' },
  ],
  ['Chat errors in Prod1 and Prod2 | Prod1 50%, Prod2 fully recovered', { prod1: 'chat', prod2: 'ok' }],
  ['Chat errors in Prod1 and Prod2 | Prod1 ❌ Prod2 ✅ operational', { prod1: 'chat' }],
  ['Chat errors in Prod1 and Prod2 | Prod2 has recovered, Prod1 not yet.', { prod1: 'chat', prod2: 'ok' }],
  ['Chat errors in Prod1 and Prod2 | Prod2 has recovered, Prod1 soon.', { prod1: 'chat', prod2: 'ok' }],
  [
    'Chat errors in Prod1 and Prod2 | Prod2 has recovered, Prod1 still recovering.',
    { prod1: 'chat', prod2: 'ok' },
  ],
  ['Chat and email errors in Prod1 | Chat: investigating, email: operational', { prod1: '…, chat' }],
  ['Chat and email errors in Prod1 | Chat (still affected), email (recovered)', { prod1: '…, chat' }],
  ['Chat and email errors in Prod1 | Email has recovered, chat not yet.', { prod1: '…, chat' }],
  [
    'Chat errors in Prod1 and Prod2 | Prod1, Prod2: fix deployed and working.',
    { prod1: 'affected', prod2: 'affected' },
  ],
  ['Service disruption | Chat is up in Prod2 and down in Prod1.', { prod1: 'chat', prod2: 'ok' }],
  ['Chat errors in Prod1 and Prod2 | Chat is up in Prod2 and down in Prod1.', { prod1: 'chat' }],
  ['Service disruption | Nothing works in Prod1.', { prod1: 'affected' }],
  ['Chat errors | In Prod1 nothing is working.', { prod1: 'chat' }],
  ['Service disruption | Neither Prod1 nor Prod2 can send chat messages.', { prod1: 'chat', prod2: 'chat' }],
  ['Service disruption | Chat works neither in Prod1 nor in Prod2.', { prod1: 'chat', prod2: 'chat' }],
  ['Chat errors in Prod1 | None of the chats are working.', { prod1: 'chat' }],
  ['Chat errors in Prod1 | Nobody has working chat.', { prod1: 'chat' }],
  ['Chat errors in Prod1 | No one has chat working.', { prod1: 'chat' }],
  ['Chat and email errors in Prod1 | Neither agents nor customers can use chat.', { prod1: '…, chat' }],
  ['Chat and email errors in Prod1 | Everything but chat works.', { prod1: '…, chat' }],
  ['Platform outage in Prod1 | Kustomer is down. Nobody sees chat working.', { prod1: 'a banner' }],
  ['Kustomer is down in Prod1 | Nothing works, neither chat nor email.', { prod1: 'a banner' }],
  ['Chat errors | Prod1 has failed to recover.', { prod1: 'chat' }],
  ['Chat errors in Prod1 | Chat has failed to recover.', { prod1: 'chat' }],
  ['Chat errors in Prod1 and Prod2 | Good progress in Prod1.', { prod1: 'chat', prod2: 'chat' }],
  ['Chat errors in Prod1 | Good progress on chat.', { prod1: 'chat' }],
  ['Chat errors in Prod1 and Prod2 | Prod1 was healthy this morning.', { prod1: 'chat' }],
  ['Chat errors in Prod1 | Chat was working normally this morning.', { prod1: 'chat' }],
  ['Chat errors | Prod1 healthy: no.', { prod1: 'affected' }],
  ['Chat errors | Prod1: non-operational, Prod2: operational.', { prod1: 'affected', prod2: 'ok' }],
  ['Chat errors in Prod1 | Chat works. Customers still cannot send messages.', { prod1: 'affected' }],
  ['Chat errors in Prod1 | Prod1 sees none of its chats.', { prod1: 'chat' }],
  ['Chat errors | Prod2 sees none of this, Prod1 sees all of it.', { prod1: 'affected', prod2: 'ok' }],
  ['Chat errors in Prod2 | Both pods are affected.', { prod1: 'chat', prod2: 'chat' }],
  [
    'Chat errors in Prod1 and Prod2 | Prod1 has recovered. || The recovery did not hold; chat errors are back in both pods.',
    { prod1: 'chat', prod2: 'chat' },
  ],
  ['Chat errors in Prod2 | Other pods are affected as well.', { prod1: 'chat' }],
  ['Chat errors in Prod2 | The remaining pods have started to fail as well.', { prod1: 'chat' }],
  ['Chat errors in Prod2 | We cannot rule out that Prod1 is affected.', { prod1: 'affected' }],
  ['Chat errors in Prod2 | We are checking if Prod1 is affected.', { prod1: 'affected' }],
  [
    'Chat errors in all pods, worst in Prod2 | Not every pod has recovered.',
    { prod1: 'chat', prod2: 'chat' },
  ],
  ['Service disruption | Apart from Prod2, all pods have chat errors.', { prod1: 'chat', prod2: 'ok' }],
  [
    'Chat disruption in Prod1 | No chat messages have been lost, delayed or rejected in Prod1.',
    { prod1: 'affected' },
  ],
  ['Chat errors in Prod2 | Customers in the US now report chat errors as well.', { prod1: 'chat' }],
  [
    'Chat errors in Prod1 and Prod2 | Both pods have recovered. || Errors have returned.',
    { prod1: 'chat', prod2: 'affected' },
  ],
  [
    'Chat errors in Prod1 and Prod2 | Prod1 has recovered. || The fix did not hold.',
    { prod1: 'chat', prod2: 'chat' },
  ],
  [
    'Chat errors in Prod1 and Prod2 | Prod1 has recovered. || We are reopening this incident.',
    { prod1: 'chat' },
  ],
  ['Chat errors in Prod1 and Prod2 | Prod1 has recovered. || Recovery was temporary.', { prod1: 'chat' }],
  ['Chat errors in Prod2 | We are also looking into Prod1.', { prod1: 'affected' }],
  ['Chat errors in Prod2 | We are now also investigating Prod1.', { prod1: 'affected' }],
  ['Chat errors | Affected: Prod1, unaffected: Prod2', { prod1: 'chat', prod2: 'ok' }],
  ['Chat errors | Affected pods: Prod1 / Unaffected pods: Prod2', { prod1: 'chat', prod2: 'ok' }],
  [
    'Chat errors | Impacted: Prod1 (US), operational: Prod2 (EU), Prod4 (India)',
    { prod1: 'chat', prod2: 'ok' },
  ],
  ['Chat errors | Prod2: no impact / Prod1: impacted', { prod1: 'chat', prod2: 'ok' }],
  ['Chat errors in Prod1 and Prod2 | ✅ Prod2 ❌ Prod1', { prod1: 'chat', prod2: 'ok' }],
  ['Chat errors in Prod1 and Prod2 | 🟢 EU 🔴 US', { prod1: 'chat', prod2: 'ok' }],
  ['Chat errors in Prod1 and Prod2 | Prod1 ❌ Prod2 ✅', { prod1: 'chat', prod2: 'ok' }],
  [
    'Chat errors in Prod1 and Prod2 | Prod1 — Identified · Prod2 — Operational',
    { prod1: 'chat', prod2: 'ok' },
  ],
  [
    'Chat errors in Prod1 and Prod2 | Prod1 and its workers are being restarted, and Prod2 is operational.',
    { prod1: 'affected' },
  ],
  ['Chat errors in Prod1 and Prod2 | Prod1 is returning to normal.', { prod1: 'chat' }],
  ['Chat errors in Prod1 and Prod2 | Prod1 is about to recover.', { prod1: 'chat' }],
  ['Chat errors in Prod1 and Prod2 | Prod1 back to normal by 10:00 UTC.', { prod1: 'chat' }],
  ['Chat errors in Prod1 and Prod2 | Target: Prod1 operational by 10:00 UTC.', { prod1: 'chat' }],
  ['Chat errors in Prod2 | Prod1 is barely affected.', { prod1: 'affected' }],
  ['Chat errors in Prod2 | Prod1 is not as badly affected.', { prod1: 'affected' }],
  ['Chat errors in Prod2 | In Prod1 email is fine but chat is failing.', { prod1: '…, chat' }],
  ['Chat errors in Prod2 | This affects multiple pods.', { prod1: 'affected' }],
  ['Chat errors in Prod2 | Another pod is seeing the same errors.', { prod1: 'affected' }],
  ['Chat errors in Prod2 | A second pod is affected.', { prod1: 'affected' }],
  ['Chat errors in Prod1 and Prod2 | Not both pods have recovered.', { prod1: 'chat', prod2: 'chat' }],
  ['Chat errors in Prod1 | Chat is operational elsewhere.', { prod1: 'chat' }],
  ['Chat errors in Prod1 | Chat is unaffected elsewhere.', { prod1: 'chat' }],
  ['Chat errors in Prod1 | Chat is operational everywhere else.', { prod1: 'chat' }],
  ['Chat errors in Prod1 | Chat (Prod2) is operational.', { prod1: 'chat' }],
  ['Chat errors in Prod1 | Chat [Prod2]: operational', { prod1: 'chat' }],
  ['Chat errors in Prod1 | Chat: operational in Prod2.', { prod1: 'chat' }],
  [
    'Chat errors in Prod1 and Prod2 | Chat (Prod2): operational. Chat (Prod1): investigating.',
    { prod1: 'chat' },
  ],
  ['Chat errors in Prod1 and Prod2 | Chat: Prod2 operational, Prod1 investigating.', { prod1: 'chat' }],
  [
    'Chat errors in Prod1 and Prod2 | Prod2 - Channel - Chat: operational. Prod1 - Channel - Chat: investigating.',
    { prod1: 'chat' },
  ],
  ['Chat and email errors in Prod1 | Email: operational, Chat: identified', { prod1: '…, chat' }],
  ['Chat and email errors in Prod1 | Email: operational / Chat: monitoring', { prod1: '…, chat' }],
  ['Chat and email errors in Prod1 | Email - operational / Chat - monitoring', { prod1: '…, chat' }],
  ['Chat and email errors in Prod1 | ✅ Email / ❌ Chat', { prod1: '…, chat' }],
  ['Chat and email errors in Prod1 | 🟢 Email 🔴 Chat', { prod1: '…, chat' }],
  ["Chat and email errors in Prod1 | What works: email. What doesn't: chat.", { prod1: '…, chat' }],
  ['Kustomer is down in Prod1 | Chat is working. || Now everything is down.', { prod1: 'a banner' }],
  ['Kustomer is down in Prod1 | Chat is operational elsewhere.', { prod1: 'a banner' }],
  [
    'Chat errors in Prod1 and Prod2 | Prod1 has recovered. However, chats there are still slow.',
    { prod1: 'chat' },
  ],
  [
    'Chat errors in Prod1 and Prod2 | Prod1 has recovered. Some customers still see errors there.',
    { prod1: 'affected' },
  ],
  ['Chat errors in Prod2 | This is not limited to Prod2.', { prod1: 'affected' }],
  ['Chat errors in Prod2 | The impact is not confined to Prod2.', { prod1: 'affected' }],
  ['Chat errors in Prod2 | Impact extends beyond Prod2.', { prod1: 'affected' }],
  ['Chat errors in Prod2 | This has spread to other regions.', { prod1: 'affected' }],
  ['Chat errors in Prod2 | We have extended this incident to Prod1.', { prod1: 'affected' }],
  ['Chat errors in Prod2 | We have added Prod1 to this incident.', { prod1: 'affected' }],
  [
    'Chat errors in Prod2 | There is an outage of chat in Prod2. Prod1 is fine.',
    { prod1: 'ok', prod2: 'chat' },
  ],
  [
    'Chat errors in Prod1 | Chat in Prod1 fails. The errors there began at 9:00 UTC.',
    { prod1: 'chat', prod2: 'ok' },
  ],
]

const verdictOf = (text: string, pod: string) => {
  const [title = '', rest = ''] = text.split(' | ')
  const updates = rest
    .split(' || ')
    .map((body, at) => ({ status: 'investigating', at: `2026-05-04T09:0${at}:00Z`, body }))
  return verdictFor(
    { id: 'own', incidents: [{ title, impact: 'minor', components: [], updates }], expect: {}, why: '' },
    pod,
  )
}

describe.each(INCIDENTS)('%s', (text, expected) => {
  it.each(Object.entries(expected))('%s: %s', (pod, wanted) => {
    const { level, impacts, banner } = verdictOf(text, pod)
    const names = impacts.map(({ capability }) => capability)
    if (wanted === 'ok') expect(level).toBe('ok')
    else if (wanted === 'affected') expect(level).not.toBe('ok')
    else if (wanted === 'a banner') expect(banner?.subject).toBe('chat')
    else if (wanted === '…, chat') expect(names).toContain('chat')
    else expect(names.join()).toBe(wanted)
  })
})
