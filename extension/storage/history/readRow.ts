import { isRow } from '../../../shared/model/guards.ts'

/** The version of a row that names none, which is what this Podlight writes. */
const VERSION = 1

export type Unread = 'newer' | 'damaged'

/** A row, or why it can't be used. What a newer Podlight wrote is never taken for damaged, nor for readable. */
export const readRow = <T>(row: unknown, read: (row: unknown) => T | null): T | Unread => {
  if (!isRow(row)) return 'damaged'
  const { version = VERSION } = row
  if (typeof version === 'number' && version > VERSION) return 'newer'
  return read(row) ?? 'damaged'
}
