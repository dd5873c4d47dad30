import type { Phase, RecordedUpdate, Recording } from './recording.ts'

/** What had been written by a moment, oldest first. */
export function writtenBy(recording: Recording, at: number): readonly RecordedUpdate[] {
  return recording.updates.filter((update) => Date.parse(update.at) <= at)
}

/** The vendor's phase at a moment: the latest update wins. Null before the first one. */
export function phaseAt(recording: Recording, at: number): Phase | null {
  return writtenBy(recording, at).at(-1)?.status ?? null
}

/** Since when the phase has been what it is called at this moment, over repeated updates of one phase. */
export function phaseSince(recording: Recording, at: number): number | null {
  const written = writtenBy(recording, at)
  const phase = written.at(-1)?.status
  const start = written.findLastIndex((update) => update.status !== phase) + 1
  const first = written[start]
  return first === undefined ? null : Date.parse(first.at)
}
