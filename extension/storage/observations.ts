import { type DBSchema, openDB } from 'idb'
import * as z from 'zod/mini'
import { EFFECTS, type Judgement, LEVELS, REASONS } from '../../shared/model/verdict.ts'

// What was seen of each pod, for a history of its troubles. A row is written when a pod's state changes and holds
// until the next one; `before` tells until when the row before it was known to hold, since the browser may have
// been closed in between.

const impact = z.object({
  capability: z.string(),
  effect: z.enum(EFFECTS),
  certainty: z.enum(['confirmed', 'possible']),
  phase: z.nullable(z.string()),
  since: z.nullable(z.string()),
  incident: z.nullable(z.string()),
})

export const observationShape = z.object({
  pod: z.string(),
  /** Epoch milliseconds. */
  at: z.number(),
  before: z.nullable(z.number()),
  level: z.enum(LEVELS),
  recovering: z.boolean(),
  reason: z.nullable(z.enum(REASONS)),
  impacts: z.array(impact),
})
export type Observation = z.infer<typeof observationShape>

interface Tables extends DBSchema {
  observations: { key: [string, number]; value: Observation }
}

/** What is older is of no use to anybody. */
const KEPT = 400 * 24 * 3_600_000

const open = () =>
  openDB<Tables>('podlight', 1, {
    upgrade: (database) => {
      database.createObjectStore('observations', { keyPath: ['pod', 'at'] })
    },
  })

/** What is stored has the keys of its shape and no other, in one order: rows are compared as texts. */
export const observationOf = (judgement: Judgement, at: number, before: number | null): Observation =>
  observationShape.parse({
    ...judgement,
    at,
    before,
    reason: judgement.reason ?? null,
    // What was last known while nothing is known has a row of its own already.
    impacts: judgement.level === 'unknown' ? [] : judgement.impacts,
  })

/** Whether two rows say the same of a pod. */
const isSame = (one: Observation, other: Observation): boolean => {
  const said = ({ at: _, before: __, ...rest }: Observation): string => JSON.stringify(rest)
  return said(one) === said(other)
}

/** Rows of one pod, oldest first, to the end of time. */
const rowsOf = (pod: string): IDBKeyRange => IDBKeyRange.bound([pod], [pod, Number.POSITIVE_INFINITY])

/**
 * Adds what is new. Reading the last row and writing the next are one transaction, so that a death in between, or
 * the same news looked at again, makes no second row. Rejects where the browser keeps no database.
 */
export const record = async (rows: readonly Observation[]): Promise<void> => {
  const database = await open()
  try {
    const { store, done } = database.transaction('observations', 'readwrite')
    await Promise.all([
      ...rows.map(async (row) => {
        const cursor = await store.openCursor(rowsOf(row.pod), 'prev')
        const last = observationShape.safeParse(cursor?.value)
        if (last.success && isSame(last.data, row)) return
        // Two rows of one moment, or a clock that was set back, must not overwrite what was seen.
        const at = last.success ? Math.max(row.at, last.data.at + 1) : row.at
        // The row before held at least from when it was written.
        const before = last.success && row.before !== null ? Math.max(row.before, last.data.at) : row.before
        await store.put({ ...row, at, before })
        await store.delete(IDBKeyRange.bound([row.pod], [row.pod, row.at - KEPT]))
      }),
      done,
    ])
  } finally {
    database.close()
  }
}

/** Everything seen, by pod and time. Rows that cannot be read are left out. */
export const recorded = async (): Promise<readonly Observation[]> => {
  const database = await open()
  try {
    const rows = await database.getAll('observations')
    return rows.flatMap((row) => observationShape.safeParse(row).data ?? [])
  } finally {
    database.close()
  }
}

export const forgetAll = async (): Promise<void> => {
  const database = await open()
  try {
    await database.clear('observations')
  } finally {
    database.close()
  }
}
