import { load } from '../replay/load.ts'
import type { Recording } from '../replay/recording.ts'
import { type Incident, type Moment, silenceOf } from './page/incident.ts'

/** The five incidents Podlight was conceived from, with the pod that each is best seen on. */
const SEEDS = [
  ['2020-04-15-platform-delays', 'prod1'],
  ['2022-05-16-timeline-delays', 'prod1'],
  ['2024-11-14-chat-latency', 'prod1'],
  ['2024-12-19-chat-attachments', 'prod2'],
  ['2025-08-06-chat-delivery', 'prod1'],
] as const

const MINUTE = 60_000
/** Quiet time before and after. */
const AROUND = 15 * MINUTE

const momentsOf = ({ known, updates }: Recording): readonly Moment[] => {
  const first = (status: string): string | undefined => updates.find((one) => one.status === status)?.at
  const post = updates[0]?.at
  const fix = first('monitoring')
  const resolved = first('resolved')
  const marked = [
    ['began', known?.effect_began],
    ['complaint', known?.first_customer_report],
    ['post', post],
    ['fix', fix],
    ['ended', known?.effect_ended],
    ['resolved', resolved],
  ] as const
  const others = updates.filter(
    ({ at, status }) => status !== 'postmortem' && ![post, fix, resolved].includes(at),
  )
  return [
    ...marked.flatMap(([kind, at]) => (at ? [{ kind, at: Date.parse(at) }] : [])),
    ...others.map(({ at }) => ({ kind: 'update' as const, at: Date.parse(at) })),
  ].sort((one, other) => one.at - other.at)
}

export const RECORDINGS: readonly Recording[] = load(SEEDS.map(([name]) => name))

export const INCIDENTS: readonly Incident[] = RECORDINGS.map((recording, i): Incident => {
  const moments = momentsOf(recording)
  return {
    id: recording.id,
    title: recording.title,
    pod: SEEDS[i]?.[1] ?? 'prod1',
    from: (moments[0]?.at ?? 0) - AROUND,
    until: (moments.at(-1)?.at ?? 0) + AROUND,
    moments,
  }
})

/** The one to begin with: the longest silence says most. */
export const OPENING: Incident | undefined = INCIDENTS.toSorted(
  (one, other) => silenceOf(other) - silenceOf(one),
)[0]
