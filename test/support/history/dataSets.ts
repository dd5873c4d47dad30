import type { Document } from '../../../extension/domain/history/stories.ts'
import type { KeptAlert } from '../../../extension/storage/history/alerts.ts'
import { seeded } from '../../../scripts/relay/proof/chance.ts'
import { load } from '../../../scripts/replay/load.ts'
import type { Impact } from '../../../shared/model/verdict.ts'
import { ANSWERED, looksBy } from './looks.ts'
import { MINUTE } from './minutes.ts'
import { type Occurrence, occurrenceOn } from './occurrences.ts'
import { listedAt } from './readDocument.ts'
import { changesIn, type Row } from './watch.ts'
import { podYears } from './years.ts'

// Histories to look at: what a browser of a team in Europe keeps of prod1 and prod2. The same each time.

const DAY = 24 * 60 * MINUTE
const YEAR = 365

export interface DataSet {
  readonly now: number
  /** Of all pods, by pod and time. */
  readonly rows: readonly Row[]
  /** When each pod was last looked at. */
  readonly seenUntil: number
  /** As the page lists them now. */
  readonly documents: readonly Document[]
  readonly alerts: readonly KeptAlert[]
}

/** Recordings, and how many days ago they were. */
type Plan = readonly (readonly [recording: string, daysAgo: number])[]

const QUIET: Plan = [
  ['2025-05-19-reopened', 23],
  ['2025-09-13-maintenance', 12],
  ['2022-05-16-timeline-delays', 6],
]

const BAD: Plan = [
  ['2024-11-14-chat-latency', 29],
  ['2025-06-06-whatsapp-delays', 27],
  ['2025-05-19-reopened', 24],
  ['2025-04-22-pod-named-late', 22],
  ['2026-02-03-login-prod2', 20],
  ['2026-02-03-voice-prod1', 20],
  ['2024-12-19-chat-attachments', 17],
  ['2025-09-13-maintenance', 15],
  ['2022-05-16-timeline-delays', 13],
  ['2024-12-14-platform-latency', 10],
  ['2026-04-14-knowledge-base-500', 9],
  ['2026-03-10-partial-recovery', 7],
  ['2025-03-03-component-without-incident', 5],
  ['2025-10-20-regional', 3],
  ['2025-08-06-chat-delivery', 2],
]

/** Mostly delays, as they are; now and then an outage, planned work, or something that may be any pod's. */
const OFTEN = [
  '2024-11-14-chat-latency',
  '2025-02-11-dropped-component',
  '2025-05-19-reopened',
  '2025-04-22-pod-named-late',
  '2022-05-16-timeline-delays',
  '2024-12-14-platform-latency',
  '2025-06-06-whatsapp-delays',
  '2024-12-19-chat-attachments',
]
const SELDOM = [
  '2025-09-13-maintenance',
  '2026-04-14-knowledge-base-500',
  '2026-02-03-login-prod2',
  '2026-02-03-voice-prod1',
  '2026-03-10-partial-recovery',
  '2025-07-14-buffering-routing',
  '2026-04-28-markup',
  '2025-11-06-pubnub',
  '2026-01-27-surveys',
  '2025-03-03-component-without-incident',
]

const year = (): Plan => {
  const chance = seeded(365)
  const oneOf = (names: readonly string[]): string => names[Math.floor(chance() * names.length)] ?? ''
  const earlier = [...Array(11).keys()].flatMap((month) =>
    Array.from(
      { length: month % 4 === 1 ? 1 : 3 + Math.floor(chance() * 6) },
      () =>
        [oneOf(chance() < 0.65 ? OFTEN : SELDOM), (month + 1) * 30 + 2 + Math.floor(chance() * 27)] as const,
    ),
  )
  return [...BAD, ...earlier]
}

const occurrencesOf = (plan: Plan, now: number): readonly Occurrence[] =>
  plan.map(([name, daysAgo], index) => {
    const [recording] = load([name])
    if (recording === undefined) throw new Error(`There is no recording "${name}".`)
    return occurrenceOn(recording, Math.floor(now / DAY) - daysAgo, `${index}`)
  })

const isTrouble = ({ effect, certainty }: Pick<Impact, 'effect' | 'certainty'>): boolean =>
  certainty === 'confirmed' && effect !== 'maintenance' && effect !== 'notice'

/** What was alerted, in short: each incident when it was first seen to affect something. */
const alertsOf = (rows: readonly Row[]): DataSet['alerts'] => {
  const alerted = new Set<string>()
  return rows.flatMap(({ pod, at, impacts }) =>
    impacts.filter(isTrouble).flatMap(({ capability, effect, incident }) => {
      const id = `${pod} ${incident}`
      if (incident === null || alerted.has(id)) return []
      alerted.add(id)
      return [
        {
          id: `${id} ${at}`,
          at,
          title: `${pod}: ${capability} is ${effect}`,
          text: 'Investigating',
          incidents: [incident],
          pods: [pod],
        },
      ]
    }),
  )
}

const setOf = (plan: Plan, days: number, now: number): DataSet => {
  const today = Math.floor(now / DAY) * DAY
  const from = today - days * DAY
  const minutes = Math.floor((now - from) / MINUTE)
  const occurrences = occurrencesOf(plan, now)
  // The same days are looked at in all of them.
  const looks = looksBy(seeded(7), today - YEAR * DAY, minutes + (YEAR - days) * 24 * 60).slice(-minutes)
  // Somebody looks at the history, so the browser is open.
  looks.fill(ANSWERED, minutes - 90)
  const changes = changesIn(occurrences, from)
  const pods = ['prod1', 'prod2'].map((pod) => podYears(pod, occurrences, changes, looks, from))
  const rows = pods.flatMap((pod) => pod.rows)
  return {
    now,
    rows,
    seenUntil: Math.max(...pods.map(({ until }) => until)),
    documents: occurrences.flatMap(({ recording, from: start }) =>
      recording.updates.length > 0 && start <= now ? [listedAt(recording, now)] : [],
    ),
    alerts: alertsOf(rows).toSorted((one, other) => one.at - other.at),
  }
}

/** A month and some days in which little happened. */
export const quietMonth = (now: number): DataSet => setOf(QUIET, 40, now)

/** A month and some days in which much happened. */
export const badMonth = (now: number): DataSet => setOf(BAD, 40, now)

/** A year, of which the last month is the bad one. */
export const fullYear = (now: number): DataSet => setOf(year(), YEAR, now)

const MANY_DAYS = 400
const CAPABILITIES = ['chat', 'email', 'search', 'timeline'] as const

/** So many rows of one pod, evenly over all the time that is kept: more than any pod ever had. */
export const manyRows = (count: number, now: number, pod = 'prod1'): readonly Row[] => {
  const step = Math.floor((MANY_DAYS * DAY) / count)
  const first = now - count * step
  return Array.from({ length: count }, (_, index): Row => {
    const at = first + index * step
    const [number, stage] = [Math.floor(index / 8), index % 8]
    const isWell = stage === 0 || stage === 4
    const impact = {
      capability: CAPABILITIES[number % CAPABILITIES.length] ?? 'chat',
      effect: stage < 4 ? 'delayed' : 'failing',
      certainty: stage === 7 ? 'possible' : 'confirmed',
      phase: stage % 2 === 0 ? 'investigating' : null,
      since: new Date(at).toISOString(),
      incident: stage % 2 === 0 ? `many${number}` : null,
    } as const
    return {
      pod,
      at,
      before: index === 0 ? null : at - Math.min(MINUTE, step),
      level: isWell ? 'ok' : 'degraded',
      recovering: false,
      reason: null,
      impacts: isWell ? [] : [impact],
    }
  })
}
