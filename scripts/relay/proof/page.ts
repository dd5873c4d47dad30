import type { Recording } from '../../replay/recording.ts'
import { type Replay, startReplay } from '../../replay/server.ts'

/** When the recordings of a proof begin. */
export const BEGIN = Date.parse('2026-06-01T09:00:00Z')

export const SUMMARY = '/api/v2/summary.json'

/** The pod that all of it is about. */
export const POD = 'prod2'

const iso = (at: number): string => new Date(at).toISOString()

const titleOf = (state: number): string => `[CHAT] Messages fail, case ${state} [PROD2]`

/** An incident that nobody can take for another one, and that ends as the next begins. */
const incident = (state: number, from: number, until: number | undefined): Recording => ({
  id: `case-${state}`,
  title: titleOf(state),
  impact: 'major',
  scheduled: null,
  components: [],
  updates: [
    { status: 'investigating', at: iso(from), body: 'Messages in chat fail on Prod2.', displayAt: null },
    ...(until === undefined
      ? []
      : [{ status: 'resolved' as const, at: iso(until), body: 'Chat works again.', displayAt: null }]),
  ],
  known: null,
  truth: null,
})

/** A page whose states, numbered from 1, begin at these times; before the first it is well. */
export const startPage = (
  starts: readonly number[],
  { speed = 0, port = 0, at = BEGIN }: { speed?: number; port?: number; at?: number } = {},
): Promise<Replay> =>
  startReplay({
    recordings: starts.map((from, i) => incident(i + 1, from, starts[i + 1])),
    at,
    speed,
    port,
  })

/** The number of the state that is in force at a time; 0 before the first. */
export const stateAt = (starts: readonly number[], at: number): number =>
  starts.filter((start) => start <= at).length

/** The number of the state that a verdict speaks of; 0 where it is well, null where it is unknown. */
export const stateOf = (verdict: {
  readonly level: string
  readonly impacts: readonly object[]
}): number | null => {
  if (verdict.level === 'unknown') return null
  const found = /case (\d+) /.exec(JSON.stringify(verdict.impacts))
  return found === null ? 0 : Number(found[1])
}
