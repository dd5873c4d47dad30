import { summaryAt } from '../../../../scripts/replay/documents.ts'
import { readRecording } from '../../../../scripts/replay/readRecording.ts'
import { isoAt, MINUTE, NOON } from './bannerRequests.ts'

export const POD_GROUPS = { prod1: 'Prod1 (US)', prod2: 'Prod2 (EU)', prod4: 'Prod4 (India)' } as const
type Known = keyof typeof POD_GROUPS

interface Trouble {
  readonly id: string
  readonly title: string
  readonly says: string
  /** How far it has come. */
  readonly phase?: 'investigating' | 'monitoring'
  /** Pods whose chat component is hit, with its status. */
  readonly chat?: Readonly<Partial<Record<Known, string>>>
}

/** The status page at noon, with troubles that began half an hour before. */
export const documentWith = (...troubles: readonly Trouble[]): unknown =>
  summaryAt(
    troubles.map(({ id, title, says, phase = 'investigating', chat = {} }) =>
      readRecording(
        {
          id,
          title,
          impact: 'major',
          components: Object.entries(chat).map(([pod, status]) => ({
            group: POD_GROUPS[pod as Known],
            name: 'Channel - Chat',
            statuses: [
              { at: isoAt(NOON - 30 * MINUTE), status },
              { at: isoAt(NOON + 30 * MINUTE), status: 'operational' },
            ],
          })),
          updates: [
            { status: phase, at: isoAt(NOON - 30 * MINUTE), body: says },
            { status: 'resolved', at: isoAt(NOON + 30 * MINUTE), body: 'It is over.' },
          ],
        },
        id,
      ),
    ),
    NOON,
  )

/** What a relay answers; its verdict is of prod1, whose chat is down. */
export const relayAnswer = (
  some: Record<string, unknown> = {},
  verdict: Record<string, unknown> = {},
): Record<string, unknown> => ({
  podlight: 1,
  vendor: 'kustomer',
  page: 'lhn2sb4njk08',
  age: 30,
  verdict: {
    pod: 'prod1',
    level: 'outage',
    recovering: false,
    asOf: isoAt(NOON),
    impacts: [
      {
        capability: 'chat',
        effect: 'down',
        certainty: 'confirmed',
        phase: 'investigating',
        since: isoAt(NOON - 30 * MINUTE),
        incident: 'q1w2e3r4t5y6',
        because: [{ source: 'title', text: 'Chat is down on Prod1' }],
      },
    ],
    banner: {
      subject: 'chat',
      effect: 'down',
      certainty: 'confirmed',
      recovering: false,
      incident: 'q1w2e3r4t5y6',
      since: isoAt(NOON - 30 * MINUTE),
    },
    nextUpdate: null,
    upcoming: [],
    ...verdict,
  },
  ...some,
})
