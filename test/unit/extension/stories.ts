import { load } from '../../../scripts/replay/load.ts'
import { readRecording } from '../../../scripts/replay/readRecording.ts'
import type { Recording } from '../../../scripts/replay/recording.ts'

/** Slow, then failing, then down, then well: 06:10, 06:35, 06:58 and 09:00 on prod4. */
export const ESCALATION = load(['2026-03-24-escalation'])
export const escalating = {
  playing: ESCALATION,
  from: '2026-03-24T06:00:00Z',
  settings: { pods: ['prod4'] },
}

const DAY = '2026-05-04'

/** A time on the day of the stories. */
export const on = (clock: string): string => `${DAY}T${clock}:00Z`

/** Chat of some pods fails, one pod after the other, until all are well. */
const failing = (id: string, pods: readonly (readonly [string, string])[], end: string): Recording =>
  readRecording(
    {
      id,
      title: 'Trouble with messages',
      impact: 'major',
      components: pods.map(([group, from]) => ({
        group,
        name: 'Channel - Chat',
        statuses: [
          { at: on(from), status: 'partial_outage' },
          { at: on(end), status: 'operational' },
        ],
      })),
      updates: [
        { status: 'investigating', at: on(pods[0]?.[1] ?? '00:00'), body: 'Chat messages are not sent.' },
        { status: 'resolved', at: on(end), body: 'It is over.' },
      ],
    },
    id,
  )

const PROD1 = 'Prod1 (US)'
const PROD2 = 'Prod2 (EU)'

/** Prod1 from 10:10, prod2 too from 10:40, until 11:30. */
export const SPREADING = [
  failing(
    'spreading',
    [
      [PROD1, '10:10'],
      [PROD2, '10:40'],
    ],
    '11:30',
  ),
]

/** Prod1 from 10:10 to 10:40, and again from 11:10 to 11:40. */
export const TWICE = [
  failing('first', [[PROD1, '10:10']], '10:40'),
  failing('second', [[PROD1, '11:10']], '11:40'),
]

/** Nothing ever happens. */
export const CALM: readonly Recording[] = []
