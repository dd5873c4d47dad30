import type { Document } from '../../../../extension/domain/history/stories.ts'
import type { Update } from '../../../../shared/model/snapshot.ts'

const DAY = '2026-05-04'
export const on = (clock: string): number => Date.parse(`${DAY}T${clock}:00Z`)

export const update = (phase: string, clock: string, text: string): Update => ({
  phase,
  text,
  at: on(clock),
  touched: [],
})

/** An incident by its updates, oldest first. */
export const incident = (
  updates: readonly Update[],
  more: { readonly startedAt?: string; readonly phase?: string; readonly id?: string } = {},
): Document & { kind: 'incident' } => ({
  kind: 'incident',
  document: {
    id: more.id ?? 'made',
    title: 'Delays',
    phase: more.phase ?? updates.at(-1)?.phase ?? 'investigating',
    impact: 'minor',
    startedAt: more.startedAt === undefined ? (updates[0]?.at ?? null) : on(more.startedAt),
    link: null,
    updates: updates.toReversed(),
    components: [],
  },
})
