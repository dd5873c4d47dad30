import type { Document } from '../../../extension/domain/history/stories.ts'
import type { RecordedUpdate } from '../../../scripts/replay/recording.ts'
import type { Impact } from '../../../shared/model/verdict.ts'
import { MINUTE } from './minutes.ts'
import type { Occurrence } from './occurrences.ts'
import { judgedAlone, listedAt } from './readDocument.ts'

// What the page tells of an incident in the end, as somebody would tell who read each update when it came.

/** What an update made of a pod, until the next one. */
interface Told {
  readonly from: number
  readonly to: number
  readonly impacts: readonly Impact[]
}

export interface Account {
  /** As the page lists it when nothing more happens. */
  readonly document: Document
  /** Until when it was seen on the page, where it vanished. */
  readonly openUntil: number | null
  readonly kind: 'incident' | 'maintenance'
  readonly startedAt: number
  readonly firstUpdateAt: number
  readonly endedAt: number | null
  readonly told: readonly Told[]
  /** When promised updates fell due, and how late they came, in milliseconds. */
  readonly promises: readonly { readonly due: number; readonly late: number; readonly isSettled: boolean }[]
}

const timeOf = ({ at }: RecordedUpdate): number => Date.parse(at)
const isOver = ({ status }: RecordedUpdate): boolean => /^(resolved|postmortem|completed)$/.test(status)

/** The recordings promise their next update in two ways. */
const promisedIn = ({ body }: RecordedUpdate): number | null => {
  if (/within the next 30 minutes/i.test(body)) return 30 * MINUTE
  return /\b(in|within) (an|1) hour\b/i.test(body) ? 60 * MINUTE : null
}

/** How an incident went for a pod; null where it has no updates. `lastLook` is when it was last seen. */
export const accountOf = (
  { recording, to, vanishes }: Occurrence,
  pod: string,
  lastLook: (before: number) => number,
): Account | null => {
  const { updates, scheduled } = recording
  const first = updates[0]
  if (first === undefined) return null
  const over = updates.find(isOver)
  const endedAt = over === undefined ? null : timeOf(over)
  const openUntil = vanishes ? lastLook(to) : null
  const knownUntil = endedAt ?? Math.max(timeOf(updates.at(-1) ?? first), openUntil ?? 0)
  const begun = updates.find(({ status }) => status === 'in_progress')
  const startedAt =
    scheduled !== null && begun !== undefined
      ? timeOf(begun)
      : Math.min(timeOf(first), Date.parse(first.displayAt ?? first.at))
  const atWork = updates.filter((update) => !isOver(update))
  const nextOf = (update: RecordedUpdate): number | null => {
    const next = updates[updates.indexOf(update) + 1]
    return next === undefined ? null : timeOf(next)
  }
  return {
    document: listedAt(recording, to),
    openUntil,
    kind: scheduled === null ? 'incident' : 'maintenance',
    startedAt,
    firstUpdateAt: timeOf(first),
    endedAt,
    told: atWork.map((update) => ({
      from: update === first && scheduled === null ? startedAt : timeOf(update),
      to: nextOf(update) ?? knownUntil,
      impacts: judgedAlone(recording, timeOf(update), pod).impacts.filter(
        ({ incident }) => incident !== null,
      ),
    })),
    promises: atWork.flatMap((update) => {
      const promise = promisedIn(update)
      const due = timeOf(update) + (promise ?? 0)
      const next = nextOf(update)
      const late = (next ?? knownUntil) - due
      return promise === null ? [] : [{ due, late, isSettled: next !== null || late >= 60_000 }]
    }),
  }
}
