import type { Recording } from './recording.ts'

/** The same recording with every time of its moved. Truth moves along. */
export function retimed(recording: Recording, move: (at: string) => string): Recording {
  const { scheduled, known, truth } = recording
  return {
    ...recording,
    scheduled: scheduled && { for: move(scheduled.for), until: move(scheduled.until) },
    components: recording.components.map((component) => ({
      ...component,
      statuses: component.statuses.map((status) => ({ ...status, at: move(status.at) })),
    })),
    updates: recording.updates.map((update) => ({
      ...update,
      at: move(update.at),
      displayAt: update.displayAt === null ? null : move(update.displayAt),
    })),
    known: known && Object.fromEntries(Object.entries(known).map(([key, at]) => [key, move(String(at))])),
    truth: truth && { ...truth, from: truth.from === null ? null : move(truth.from) },
  }
}

/**
 * The same recording at another time, so that an old incident can happen now and a client with a clock of its
 * own finds its promises due rather than years overdue.
 */
export const shifted = (recording: Recording, by: number): Recording =>
  retimed(recording, (at) => new Date(Date.parse(at) + by).toISOString())
