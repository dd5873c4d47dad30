import { afterEach } from 'vitest'
import type { SummaryDocument } from '../../../scripts/replay/documents.ts'
import { HOME, load } from '../../../scripts/replay/load.ts'
import { readRecording } from '../../../scripts/replay/readRecording.ts'
import type { Recording } from '../../../scripts/replay/recording.ts'
import { type Replay, type ReplayOptions, startReplay } from '../../../scripts/replay/server.ts'

export const all = load([HOME])
export const named = (...names: readonly string[]): readonly Recording[] => load(names)

/** An incident of the least that makes one; a test writes what it is about. */
export const incident = (overrides: object = {}): Recording =>
  readRecording(
    {
      id: 'small',
      title: 'Something [PROD1]',
      impact: 'minor',
      components: [{ group: 'Prod1 (US)', name: 'Channel - Chat' }],
      updates: [
        { status: 'investigating', at: '2025-01-01T10:00:00Z', body: 'It began.' },
        { status: 'resolved', at: '2025-01-01T11:00:00Z', body: 'It ended.' },
      ],
      ...overrides,
    },
    'small',
  )

const running: Replay[] = []

/** A replay that is closed when its test ends. */
export async function replaying(options: Partial<ReplayOptions> = {}): Promise<Replay> {
  const replay = await startReplay({ recordings: [incident()], ...options })
  running.push(replay)
  return replay
}

afterEach(async () => {
  await Promise.all(running.splice(0).map((replay) => replay.close()))
})

export const SUMMARY = '/api/v2/summary.json'

/** The row of a component by its group's name (null: outside every group). */
export const rowOf = (document: SummaryDocument, group: string | null, name: string) => {
  const heading = document.components.find((row) => row.group && row.name === group)
  return document.components.find((row) => row.name === name && row.group_id === (heading?.id ?? null))
}
