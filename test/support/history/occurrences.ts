import type { Recording } from '../../../scripts/replay/recording.ts'
import { shifted } from '../../../scripts/replay/shift.ts'

// The recordings again and again, on other days. They keep their time of day, as texts may name it.

const DAY = 24 * 3_600_000

/** Something that stands on the page for a time. */
export interface Occurrence {
  readonly recording: Recording
  /** The first and the last change of the page by it; from the last on, it affects nothing. */
  readonly from: number
  readonly to: number
  /** Whether the page drops it at the end without a word. */
  readonly vanishes: boolean
}

const timesOf = ({ updates, components }: Recording): readonly number[] =>
  [...updates.map(({ at }) => at), ...components.flatMap(({ statuses }) => statuses.map(({ at }) => at))].map(
    (at) => Date.parse(at),
  )

const isEnded = ({ updates }: Recording): boolean =>
  updates.length === 0 || updates.some(({ status }) => status === 'resolved' || status === 'completed')

/** How long what has no end stays on the page. */
const UNENDED = 3 * 3_600_000

const ended = (recording: Recording, at: number): Recording => ({
  ...recording,
  updates: [
    ...recording.updates,
    { status: 'resolved', at: new Date(at).toISOString(), body: 'This is over.', displayAt: null },
  ],
})

/** A recording that begins on a day, which is counted from 1970. */
export const occurrenceOn = (
  recording: Recording,
  day: number,
  name: string,
  vanishing = false,
): Occurrence => {
  const own = Math.min(...timesOf(recording).map((at) => Math.floor(at / DAY)))
  const moved = { ...shifted(recording, (day - own) * DAY), id: `${recording.id}-${name}` }
  const times = timesOf(moved)
  const last = Math.max(...times)
  if (isEnded(recording)) return { recording: moved, from: Math.min(...times), to: last, vanishes: false }
  const to = last + UNENDED
  return {
    recording: vanishing ? moved : ended(moved, to),
    from: Math.min(...times),
    to,
    vanishes: vanishing,
  }
}

/** Every moment at which the page changes by it. */
export const changesOf = ({ recording, to }: Occurrence): readonly number[] => [...timesOf(recording), to]
