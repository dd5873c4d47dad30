import type { IDBPObjectStore } from 'idb'
import { isRow } from '../../../shared/model/guards.ts'
import { DAY, STALE } from '../../../shared/model/limits.ts'
import { EFFECTS, type Impact, type Judgement, LEVELS, REASONS } from '../../../shared/model/verdict.ts'
import { inDatabase, KEPT, type TABLES, type Tables } from './database.ts'
import { isTime, readRow } from './readRow.ts'

// What was seen of each pod. A row is written when a pod's state changes and holds until the next one; `before` tells
// until when the row before it was known to hold, since the browser may have been closed in between.

export interface Observation {
  /** Left out by the version of today. */
  readonly version?: number
  readonly pod: string
  /** Epoch milliseconds. */
  readonly at: number
  readonly before: number | null
  readonly level: Judgement['level']
  readonly recovering: boolean
  readonly reason: NonNullable<Judgement['reason']> | null
  readonly impacts: readonly Omit<Impact, 'because'>[]
}

/** What is stored has these keys and no others, in one order: rows are compared as texts. */
export const observationOf = (judgement: Judgement, at: number, before: number | null): Observation => ({
  pod: judgement.pod,
  at,
  before,
  level: judgement.level,
  recovering: judgement.recovering,
  reason: judgement.reason ?? null,
  // What was last known while nothing is known has a row of its own already.
  impacts:
    judgement.level === 'unknown'
      ? []
      : judgement.impacts.map(({ capability, effect, certainty, phase, since, incident }) => ({
          capability,
          effect,
          certainty,
          phase,
          since,
          incident,
        })),
})

const isText = (value: unknown): boolean => typeof value === 'string'
const isTextOrNull = (value: unknown): boolean => value === null || isText(value)
const isOneOf = (value: unknown, all: readonly string[]): boolean => isText(value) && all.includes(`${value}`)

const isImpact = (value: unknown): boolean =>
  isRow(value) &&
  isText(value['capability']) &&
  isOneOf(value['effect'], EFFECTS) &&
  isOneOf(value['certainty'], ['confirmed', 'possible']) &&
  isTextOrNull(value['phase']) &&
  isTextOrNull(value['since']) &&
  isTextOrNull(value['incident'])

/** By hand, since there may be a hundred thousand of them: a schema takes thirty times as long. */
export const isObservation = (row: unknown): row is Observation =>
  isRow(row) &&
  isText(row['pod']) &&
  isTime(row['at']) &&
  (row['before'] === null || isTime(row['before'])) &&
  isOneOf(row['level'], LEVELS) &&
  typeof row['recovering'] === 'boolean' &&
  (row['reason'] === null || isOneOf(row['reason'], REASONS)) &&
  Array.isArray(row['impacts']) &&
  row['impacts'].every(isImpact)

export const readObservation = (row: unknown) => readRow(row, (one) => (isObservation(one) ? one : null))

/** Whether two rows say the same of a pod. */
const isSame = (one: Observation, other: Observation): boolean => {
  const said = ({ at: _, before: __, version: ___, ...rest }: Observation): string => JSON.stringify(rest)
  return said(one) === said(other)
}

/**
 * A row as it is to be written after the last one of its pod; null where that says the same already. Where nobody
 * looked for a while it doesn't: what was well before and is well again may have been anything in between.
 */
export const rowAfter = (last: unknown, row: Observation): Observation | null => {
  const at = isRow(last) && Number.isFinite(last['at']) ? Number(last['at']) : null
  if (at === null) return row
  // The row before held at least from when it was written.
  const before = row.before === null ? null : Math.max(row.before, at)
  const isGap = row.level !== 'unknown' && row.at - (before ?? at) > STALE
  const known = readObservation(last)
  if (!isGap && typeof known === 'object' && isSame(known, row)) return null
  // Two rows of one moment, or a clock that was set back, must not overwrite what was seen.
  return { ...row, at: Math.max(row.at, at + 1), before }
}

type Rows<Mode extends IDBTransactionMode> = IDBPObjectStore<
  Tables,
  typeof TABLES | ['observations'],
  'observations',
  Mode
>

/** Rows of one pod, oldest first, to the end of time. */
export const rowsOf = (
  pod: string,
  from = Number.NEGATIVE_INFINITY,
  to = Number.POSITIVE_INFINITY,
): IDBKeyRange => IDBKeyRange.bound([pod, from], [pod, to])

/** The first key of each pod, found by leaps from pod to pod: years of rows lie in between. */
export const firstKeys = async (
  rows: Rows<IDBTransactionMode>,
): Promise<readonly Tables['observations']['key'][]> => {
  const keys: Tables['observations']['key'][] = []
  let cursor = await rows.openKeyCursor()
  while (cursor) {
    keys.push(cursor.key)
    // Any list comes after all times.
    cursor = await cursor.continue([cursor.key[0], [] as unknown as number])
  }
  return keys.filter(([pod]) => typeof pod === 'string')
}

/** Deletes what a clock that ran ahead left in days to come: what is seen now would be taken for later than that. */
const deleteAhead = async (rows: Rows<'readwrite'>, { pod, at }: Observation): Promise<void> => {
  let cursor = await rows.openCursor(rowsOf(pod, at + DAY))
  while (cursor) {
    if (readObservation(cursor.value) !== 'newer') await cursor.delete()
    cursor = await cursor.continue()
  }
}

/** Deletes what is too old, also of pods that nobody watches any more; but nothing of a newer Podlight. */
const deleteOld = async (rows: Rows<'readwrite'>, now: number): Promise<void> => {
  for (const [pod] of await firstKeys(rows)) {
    let cursor = await rows.openCursor(rowsOf(pod, undefined, now - KEPT))
    while (cursor) {
      if (readObservation(cursor.value) !== 'newer') await cursor.delete()
      cursor = await cursor.continue()
    }
  }
}

/**
 * Adds what is new. Reading the last row and writing the next are one transaction, so that a death in between, or
 * the same news looked at again, makes no second row.
 */
export const record = (rows: readonly Observation[]): Promise<void> =>
  inDatabase(async (database) => {
    const { store, done } = database.transaction('observations', 'readwrite')
    const work = async (): Promise<void> => {
      const written = await Promise.all(
        rows.map(async (row) => {
          await deleteAhead(store, row)
          // What a newer Podlight left there stays, and is no row to go on from.
          const last = await store.openCursor(rowsOf(row.pod, undefined, row.at + DAY), 'prev')
          const next = rowAfter(last?.value, row)
          if (next !== null) await store.put(next)
          return next !== null
        }),
      )
      if (written.includes(true)) await deleteOld(store, Math.max(...rows.map(({ at }) => at)))
    }
    await Promise.all([work(), done])
  })
