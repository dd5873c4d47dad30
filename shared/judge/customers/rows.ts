import { isRow, type Row, rowsOf, textOf } from '../../feed/guards.ts'

export const list = (value: unknown): Row[] => rowsOf(value).filter(isRow)

/** Text without the vendor's markup. */
export const plain = (value: unknown): string =>
  (textOf(value) ?? '').replace(/<\/?\w[^<>]*>|&\w+;/g, ' ').trim()
