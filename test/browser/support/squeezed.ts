import type { Recording } from '../../../scripts/replay/recording.ts'
import { retimed } from '../../../scripts/replay/shift.ts'
import { MINUTE } from '../../../shared/model/limits.ts'

/** Every moment at which the page changes, once, in order. */
const momentsOf = (recordings: readonly Recording[]): number[] => {
  const times = recordings.flatMap(({ updates, components }) => [
    ...updates.map(({ at }) => at),
    ...components.flatMap(({ statuses }) => statuses.map(({ at }) => at)),
  ])
  return [...new Set(times.map((at) => Date.parse(at)))].sort((a, b) => a - b)
}

export interface Squeezed {
  readonly recordings: readonly Recording[]
  /** When the page changes; before the first all is well. */
  readonly moments: readonly number[]
}

/**
 * The same recordings with a minute between any two changes, the last of them at a time: a test can then play
 * hours in minutes, in which no news grows old.
 */
export const squeezed = (recordings: readonly Recording[], end: number): Squeezed => {
  const before = momentsOf(recordings)
  const moments = before.map((_, i) => end - (before.length - 1 - i) * MINUTE)
  const move = (at: string): string => {
    const place = before.findLastIndex((moment) => moment <= Date.parse(at))
    return new Date(moments[place] ?? (moments[0] ?? end) - MINUTE).toISOString()
  }
  const played = recordings.map((recording) => retimed(recording, move))
  return {
    moments,
    // Planned work ends after everything.
    recordings: played.map((recording) => ({
      ...recording,
      scheduled: recording.scheduled && {
        ...recording.scheduled,
        until: new Date(end + 180 * MINUTE).toISOString(),
      },
    })),
  }
}
