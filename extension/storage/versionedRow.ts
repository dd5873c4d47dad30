import * as z from 'zod/mini'

/** A stored value: its version now, its shape, what stands for it where nothing is stored, and the way from older versions. */
export interface StoredKey<T> {
  readonly version: number
  readonly shape: z.ZodMiniType<T>
  readonly fallback: T
  /** By the version each leads to, from the one before. */
  readonly migrations: Readonly<Record<number, (before: unknown) => unknown>>
}

/** How a row is stored: version and value in one, so that no death can part them. */
const row = z.object({ version: z.int().check(z.gte(1)), value: z.unknown() })

export type Read<T> =
  | { readonly kind: 'missing' | 'spoilt' | 'newer'; readonly value: T }
  | { readonly kind: 'read' | 'migrated'; readonly value: T }

/** Reads a stored row: what cannot be read is replaced by the fallback, what a newer Podlight wrote is not understood. */
export const readRow = <T>(key: StoredKey<T>, stored: unknown): Read<T> => {
  const { fallback: value } = key
  if (stored === undefined || stored === null) return { kind: 'missing', value }
  const envelope = row.safeParse(stored)
  if (!envelope.success) return { kind: 'spoilt', value }
  const { version } = envelope.data
  if (version > key.version) return { kind: 'newer', value }
  try {
    let found = envelope.data.value
    for (let next = version + 1; next <= key.version; next++) found = key.migrations[next]?.(found)
    const parsed = key.shape.safeParse(found)
    if (!parsed.success) return { kind: 'spoilt', value }
    return { kind: version === key.version ? 'read' : 'migrated', value: parsed.data }
  } catch {
    // A migration that chokes on what an old version would never have written.
    return { kind: 'spoilt', value }
  }
}

export const writtenRow = <T>({ version }: StoredKey<T>, value: T): { version: number; value: T } => ({
  version,
  value,
})
