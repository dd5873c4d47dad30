import { type DBSchema, type IDBPDatabase, openDB } from 'idb'
import { DAY } from '../../../shared/model/limits.ts'

// The history is a database of three tables. Their rows are read with care: another version of Podlight may have
// written them, or a disk that failed.

export interface Tables extends DBSchema {
  observations: { key: [pod: string, at: number]; value: unknown }
  incidents: { key: string; value: unknown }
  alerts: { key: string; value: unknown }
}

export const TABLES = ['observations', 'incidents', 'alerts'] as const

const KEYS = { observations: ['pod', 'at'], incidents: 'id', alerts: 'id' }

/** How long everything is kept: 400 days. */
export const KEPT = 400 * DAY

/** Version 1 had observations alone. What is missing is made, so that a table that was lost comes back. */
const open = (): Promise<IDBPDatabase<Tables>> =>
  openDB<Tables>('podlight', 2, {
    upgrade: (database) => {
      for (const table of TABLES)
        if (!database.objectStoreNames.contains(table))
          database.createObjectStore(table, { keyPath: KEYS[table] })
    },
    // Another page deletes the database, or brings it to a newer version: it must not wait for this one.
    blocking: (_, __, event) => (event.target as IDBDatabase).close(),
  })

/** Works with the database and closes it. Rejects where the browser keeps none. */
export const inDatabase = async <T>(work: (database: IDBPDatabase<Tables>) => Promise<T>): Promise<T> => {
  const database = await open()
  try {
    return await work(database)
  } finally {
    database.close()
  }
}

/** Whether opening failed because a newer Podlight wrote the database, which is left alone then. */
export const isOfNewer = (error: unknown): boolean =>
  error instanceof DOMException && error.name === 'VersionError'

export const forgetAll = (): Promise<void> =>
  inDatabase(async (database) => {
    const all = database.transaction(TABLES, 'readwrite')
    await Promise.all([...TABLES.map((table) => all.objectStore(table).clear()), all.done])
  })
