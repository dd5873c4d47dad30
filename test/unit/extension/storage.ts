import { rowsOf } from '../../../extension/storage/store.ts'
import type { Values } from '../../../extension/storage/storedKeys.ts'

/** A storage area in memory. It copies what goes in and out, as a browser does. */
export const fakeStorage = (rows: Record<string, unknown> = {}) => {
  const state = {
    refusesGet: false,
    refusesSet: false,
    /** The names that each write held, refused ones left out. */
    writes: [] as string[][],
  }
  const area = {
    async get(keys: string[]): Promise<Record<string, unknown>> {
      if (state.refusesGet) throw new Error('storage cannot be read')
      return structuredClone(
        Object.fromEntries(keys.filter((key) => key in rows).map((key) => [key, rows[key]])),
      )
    },
    async set(items: Record<string, unknown>): Promise<void> {
      if (state.refusesSet) throw new Error('storage is full')
      state.writes.push(Object.keys(items).sort())
      Object.assign(rows, structuredClone(items))
    },
  }
  /** The value of a row, as it stands in storage. */
  const value = (name: string): unknown => {
    const row = rows[name]
    return typeof row === 'object' && row !== null && 'value' in row ? row.value : undefined
  }
  return { area, rows, state, value, put: (values: Partial<Values>) => Object.assign(rows, rowsOf(values)) }
}
export type FakeStorage = ReturnType<typeof fakeStorage>
