import * as z from 'zod/mini'
import { isRow } from '../../../shared/model/guards.ts'

/** The range of dates; beyond it, nothing can be told. */
const FARTHEST = 8.64e15

export const timeShape = z.number().check(z.gte(-FARTHEST), z.lte(FARTHEST))
export const isTime = (value: unknown): boolean => typeof value === 'number' && Math.abs(value) <= FARTHEST

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
