import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import * as z from 'zod/mini'
import { KEYS, NAMES } from '../../../extension/storage/storedKeys.ts'
import { readRow, type StoredKey, writtenRow } from '../../../extension/storage/versionedRow.ts'

/** One pod as text, then one pod in an object, then several. */
interface PodsV1 {
  readonly 1: string
}
interface PodsV2 {
  readonly pod: string
}
interface PodsV3 {
  pods: string[]
}

const PODS: StoredKey<PodsV3> = {
  version: 3,
  shape: z.object({ pods: z.array(z.string()) }),
  fallback: { pods: [] },
  migrations: {
    2: (before): PodsV2 => ({ pod: String(before as PodsV1[1]).toLowerCase() }),
    3: (before): PodsV3 => ({ pods: [(before as PodsV2).pod] }),
  },
}

describe('a stored row', () => {
  it.each([
    ['this version', { version: 3, value: { pods: ['prod1', 'prod2'] } }, 'read', ['prod1', 'prod2']],
    ['the version before', { version: 2, value: { pod: 'prod2' } }, 'migrated', ['prod2']],
    ['the first version', { version: 1, value: 'PROD4' }, 'migrated', ['prod4']],
    ['a later version', { version: 4, value: { pods: ['prod1'] } }, 'newer', []],
    ['nobody', undefined, 'missing', []],
  ])('by %s', (_, stored, kind, pods) => {
    expect(readRow(PODS, stored)).toEqual({ kind, value: { pods } })
  })

  it.each([
    ['no row', 'prod1'],
    ['a row without version', { value: { pods: [] } }],
    ['a version that never was', { version: 0, value: { pods: [] } }],
    ['half a version', { version: 2.5, value: { pod: 'prod1' } }],
    ['another shape', { version: 3, value: { pods: 'prod1' } }],
    ['what a migration chokes on', { version: 2, value: null }],
    ['what a migration makes nonsense of', { version: 2, value: {} }],
  ])('that is %s is replaced by the fallback', (_, stored) => {
    expect(readRow(PODS, stored)).toEqual({ kind: 'spoilt', value: PODS.fallback })
  })

  it('of an old version without a way from it is spoilt', () => {
    const { 3: _, ...migrations } = PODS.migrations
    expect(readRow({ ...PODS, migrations }, { version: 1, value: 'prod1' }).kind).toBe('spoilt')
  })

  it('loses what its shape does not know', () => {
    const stored = { version: 3, value: { pods: [], colour: 'red' }, more: 1 }
    expect(readRow(PODS, stored)).toEqual({ kind: 'read', value: { pods: [] } })
  })

  it('is read as it was written', () => {
    const value = { pods: ['prod3'] }
    expect(readRow(PODS, JSON.parse(JSON.stringify(writtenRow(PODS, value))))).toEqual({
      kind: 'read',
      value,
    })
  })
})

const READ = ['missing', 'spoilt', 'newer', 'read', 'migrated']

describe('every key', () => {
  it.each(NAMES)('takes its own fallback: %s', (name) => {
    const key = KEYS[name] as StoredKey<unknown>
    expect(readRow(key, writtenRow(key, key.fallback))).toEqual({ kind: 'read', value: key.fallback })
  })

  it.each(NAMES)('reads anything without throwing, and gives only what fits its shape: %s', (name) => {
    const key = KEYS[name] as StoredKey<unknown>
    const rows = fc.oneof(fc.anything(), fc.record({ version: fc.nat(3), value: fc.anything() }))
    fc.assert(
      fc.property(rows, (stored) => {
        const { kind, value } = readRow(key, stored)
        expect(READ).toContain(kind)
        expect(key.shape.safeParse(value).success).toBe(true)
      }),
    )
  })

  it.each(NAMES)('has a migration to each of its versions: %s', (name) => {
    const { version, migrations } = KEYS[name]
    const steps = Array.from({ length: version - 1 }, (_, step) => String(step + 2))
    expect(Object.keys(migrations)).toEqual(steps)
  })
})
