import { isRow } from '../../shared/model/guards.ts'
import type { Settings } from '../domain/settings.ts'
import { KEYS } from '../storage/storedKeys.ts'
import { readRow, writtenRow } from '../storage/versionedRow.ts'

/** Settings as a file: the same row as in storage, so that an old file migrates like an old row. */
export const writeBackup = (settings: Settings): string =>
  `${JSON.stringify({ podlight: writtenRow(KEYS.settings, settings) }, null, 2)}\n`

/** What an older Podlight didn't know yet was not chosen in its file, and stays as it is. */
const namedIn = (row: unknown, settings: Settings): Partial<Settings> => {
  const named = isRow(row) && isRow(row['value']) ? row['value'] : {}
  return Object.fromEntries(Object.entries(settings).filter(([name]) => Object.hasOwn(named, name)))
}

export type Backup =
  | { readonly kind: 'read'; readonly settings: Partial<Settings> }
  | { readonly kind: 'wrong' | 'newer' }

export const readBackup = (text: string): Backup => {
  try {
    const file: unknown = JSON.parse(text)
    const row = typeof file === 'object' && file !== null && 'podlight' in file ? file.podlight : undefined
    const read = readRow(KEYS.settings, row)
    if (read.kind === 'newer') return { kind: 'newer' }
    return read.kind === 'read' || read.kind === 'migrated'
      ? { kind: 'read', settings: namedIn(row, read.value) }
      : { kind: 'wrong' }
  } catch {
    return { kind: 'wrong' }
  }
}
