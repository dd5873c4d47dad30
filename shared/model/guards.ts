/** The few questions every parser asks of unknown data. */

export type Row = Readonly<Record<string, unknown>>

export const isRow = (value: unknown): value is Row =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

export const rowsOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [])

/** A string with something in it, else null. */
export const textOf = (value: unknown): string | null =>
  typeof value === 'string' && value.trim() !== '' ? value : null

/** An id, which some hosts write as a number. */
export const idOf = (value: unknown): string | null =>
  typeof value === 'number' && Number.isFinite(value) ? String(value) : (textOf(value)?.trim() ?? null)

const ISO = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d{1,9})?)?(Z|[+-]\d\d:?\d\d)$/

/** Epoch milliseconds. Only a full ISO 8601 time with a zone counts: engines disagree about everything else. */
export const timeOf = (value: unknown): number | null => {
  if (typeof value !== 'string' || !ISO.test(value)) return null
  const time = Date.parse(value)
  return Number.isNaN(time) ? null : time
}

export const isoOf = (time: number | null): string | null =>
  time === null || Math.abs(time) > 8.64e15 ? null : new Date(time).toISOString()
