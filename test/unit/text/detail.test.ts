import { describe, expect, it } from 'vitest'
import { CAPABILITIES } from '../../../shared/model/capabilities.ts'
import { capabilityList, capabilityName } from '../../../shared/text/capability.ts'
import { detail, why } from '../../../shared/text/detail.ts'
import { agent } from '../../../shared/text/en.ts'
import { upcoming } from '../../../shared/text/upcoming.ts'
import { impact, plainSpaces, voice } from './voices.ts'

const tell = (...of: Parameters<typeof impact>): string => plainSpaces(detail(impact(...of), voice))
const list = (ids: readonly string[]): string => capabilityList(ids, agent, voice)

describe('an impact in full', () => {
  it.each([
    [
      'down',
      'The API: not working, since 2:05 PM UTC. Confirmed for this pod. The vendor has identified the cause.',
    ],
    [
      'failing',
      'The API: errors, since 2:05 PM UTC. Confirmed for this pod. The vendor has identified the cause.',
    ],
    [
      'delayed',
      'The API: delays, since 2:05 PM UTC. Confirmed for this pod. The vendor has identified the cause.',
    ],
    [
      'maintenance',
      'The API: scheduled maintenance, since 2:05 PM UTC. Confirmed for this pod. The vendor has identified the cause.',
    ],
    [
      'notice',
      'The API: a notice, since 2:05 PM UTC. Confirmed for this pod. The vendor has identified the cause.',
    ],
  ] as const)('%s', (effect, text) => expect(tell('api', effect, { phase: 'identified' })).toBe(text))

  it('hedges what is possible only', () =>
    expect(tell('chat', 'down', { certainty: 'possible', phase: null, since: null })).toBe(
      'Chat: possibly not working. It isn’t confirmed that this pod is affected.',
    ))

  it('says nothing of a phase it has no words for', () => {
    expect(tell('chat', 'down', { phase: 'pondering' })).toMatch(/Confirmed for this pod\.$/)
    expect(tell('chat', 'down', { phase: 'constructor' })).toMatch(/Confirmed for this pod\.$/)
  })
})

describe('why', () => {
  it('tells each source, in order', () =>
    expect(
      why(
        impact('chat', 'failing', {
          because: [
            { source: 'component', text: 'Channel - Chat (partial_outage)' },
            { source: 'title', text: 'Messages stuck' },
            { source: 'update', text: 'Some {pod} replies are not sent.' },
            { source: 'note', text: 'The phase says otherwise.' },
          ],
        }),
        voice,
      ),
    ).toEqual([
      'The status page lists “Channel - Chat (partial_outage)”.',
      'The report is titled “Messages stuck”.',
      'An update says “Some {pod} replies are not sent.”.',
      'Note: The phase says otherwise.',
    ]))
})

describe('names of capabilities', () => {
  it('covers the closed list, each name once', () => {
    expect(CAPABILITIES).toHaveLength(28)
    expect(new Set(CAPABILITIES.map((id) => capabilityName(id, agent))).size).toBe(28)
  })

  it.each(['carrier-pigeons', 'constructor', '__proto__'])('falls back to the plain id: %s', (id) =>
    expect(capabilityName(id, agent)).toBe(id),
  )

  it('makes lists, and cuts long ones by number', () => {
    expect(list(['chat'])).toBe('chat')
    expect(list(['chat', 'sms', 'chat'])).toBe('chat and SMS')
    expect(list(['chat', 'email', 'sms', 'api', 'csat'])).toMatch(/and satisfaction surveys$/)
    expect(list(['chat', 'email', 'sms', 'api', 'csat', 'search'])).toMatch(
      /^chat, email, SMS, the API,? and 2 more$/,
    )
    expect(list([])).toBe('the platform (no part named)')
    expect(list(['\u0007'])).toBe('the platform (no part named)')
  })
})

describe('planned work ahead', () => {
  const tellWork = (starts: string | null, ends: string | null): string =>
    plainSpaces(upcoming({ incident: 'm1', starts, ends, capabilities: ['email'] }, { pod: 'prod1' }, voice))

  it('says from when to when', () =>
    expect(tellWork('2031-03-06T02:00:00Z', '2031-03-06T04:00:00Z')).toMatch(
      /^Scheduled maintenance on Prod1 \(US\): email, Mar 6, 2:00 – 4:00 AM UTC\.$/,
    ))

  it('says what is known of it', () => {
    expect(tellWork('2031-03-06T02:00:00Z', null)).toBe(
      'Scheduled maintenance on Prod1 (US): email, from Mar 6, 2:00 AM UTC.',
    )
    expect(tellWork('2032-03-06T02:00:00Z', '2031-03-06T02:00:00Z')).toContain('from Mar 6, 2032, 2:00 AM')
    expect(tellWork(null, null)).toContain('time not announced yet')
    expect(tellWork('soon', null)).toContain('time not announced yet')
  })
})
