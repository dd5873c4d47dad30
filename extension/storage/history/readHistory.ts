import type { Interval } from '../../domain/history/model.ts'
import { type KeptAlert, readAlert } from './alerts.ts'
import { inDatabase, isOfNewer, TABLES } from './database.ts'
import { type KeptIncident, readIncident } from './incidents.ts'
import { firstKeys, type Observation, readObservation, rowsOf } from './observations.ts'
import type { Unread } from './readRow.ts'

/** What is kept of a time, for the page, which only reads. */
export interface History {
  /** Every pod that was ever seen. */
  readonly pods: readonly string[]
  /** What was seen of a pod, oldest first; before that the last row from before the time, which tells how it began. */
  rowsOf(pod: string): readonly Observation[]
  /** All of them, whenever they were. */
  readonly incidents: readonly KeptIncident[]
  /** Those of the time, oldest first. */
  readonly alerts: readonly KeptAlert[]
  /** Rows that were left out since they can't be read. */
  readonly damaged: number
  /** Rows that were left out since a newer Podlight wrote them. */
  readonly newer: number
  /** The time of the earliest observation, whichever pod's. */
  readonly oldest: number | null
}

/** The history, or why there is none: a newer Podlight wrote it, or the browser keeps no database. */
export const readHistory = async ({ from, to }: Interval): Promise<History | 'newer' | 'unreadable'> => {
  const unread = { newer: 0, damaged: 0 }
  const readable = <T extends object>(rows: readonly (T | Unread)[]): T[] =>
    rows.filter((row): row is T => {
      if (typeof row === 'object') return true
      unread[row as Unread]++
      return false
    })
  try {
    return await inDatabase(async (database) => {
      const all = database.transaction(TABLES)
      const rows = all.objectStore('observations')
      const lastBefore = async (pod: string): Promise<Observation[]> => {
        const range = IDBKeyRange.bound([pod], [pod, from], false, true)
        for (let cursor = await rows.openCursor(range, 'prev'); cursor; cursor = await cursor.continue()) {
          const [row] = readable([readObservation(cursor.value)])
          if (row) return [row]
        }
        return []
      }
      const [keys, incidents, alerts] = await Promise.all([
        firstKeys(rows),
        all.objectStore('incidents').getAll(),
        all.objectStore('alerts').getAll(),
      ])
      const byPod = new Map<string, readonly Observation[]>()
      await Promise.all(
        keys.map(async ([pod]) => {
          const [first, rest] = await Promise.all([lastBefore(pod), rows.getAll(rowsOf(pod, from, to))])
          byPod.set(pod, [...first, ...readable(rest.map(readObservation))])
        }),
      )
      return {
        pods: keys.map(([pod]) => pod),
        rowsOf: (pod) => byPod.get(pod) ?? [],
        incidents: readable(incidents.map(readIncident)),
        alerts: readable(alerts.map(readAlert))
          .filter(({ at }) => at >= from && at <= to)
          .sort((one, other) => one.at - other.at),
        ...unread,
        oldest: keys.length > 0 ? Math.min(...keys.map(([, at]) => at)) : null,
      }
    })
  } catch (error) {
    return isOfNewer(error) ? 'newer' : 'unreadable'
  }
}
