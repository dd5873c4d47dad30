import { describe, expect, it } from 'vitest'
import { NO_POLICY } from '../../../extension/domain/policy/policy.ts'
import { DEFAULT_SETTINGS } from '../../../extension/domain/settings.ts'
import { openStore } from '../../../extension/storage/store.ts'
import { KEYS } from '../../../extension/storage/storedKeys.ts'
import { fakeStorage } from './storage.ts'

const settings = { ...DEFAULT_SETTINGS, pods: ['prod1'] }
const FALLBACKS = Object.fromEntries(Object.entries(KEYS).map(([name, { fallback }]) => [name, fallback]))

/** A store over some rows. */
const opened = (rows: Record<string, unknown> = {}) => {
  const storage = fakeStorage(rows)
  return { storage, store: openStore(storage.area) }
}

describe('a store', () => {
  it('gives fallbacks where nothing is stored, and has lost nothing by it', async () => {
    const { store } = opened()
    expect(await store.read()).toMatchObject({
      values: FALLBACKS,
      kept: FALLBACKS,
      policy: NO_POLICY,
      mistakes: [],
      losses: { isBroken: false, newer: [] },
      spoilt: [],
    })
  })

  it('gives what was saved, to itself and to another', async () => {
    const { store, storage } = opened()
    expect(await store.save({ settings, dropped: 3 })).toBe(true)
    for (const reader of [store, openStore(storage.area)])
      expect((await reader.read()).values).toMatchObject({ settings, dropped: 3 })
  })

  it('writes all of some values at once', async () => {
    const { store, storage } = opened()
    await store.save({ settings, dropped: 3 })
    expect(storage.state.writes).toEqual([['dropped', 'settings']])
  })

  it('takes storage as the truth, whoever wrote it', async () => {
    const { store, storage } = opened()
    await store.save({ dropped: 3 })
    storage.put({ dropped: 5 })
    expect((await store.read()).values.dropped).toBe(5)
  })
})

describe('a store whose storage refuses', () => {
  it('goes on with what could not be written, and says so', async () => {
    const { store, storage } = opened()
    storage.state.refusesSet = true
    expect(await store.save({ settings })).toBe(false)
    const { values, losses } = await store.read()
    expect(values.settings).toEqual(settings)
    expect(losses.isBroken).toBe(true)
  })

  it('is whole again once the same is written', async () => {
    const { store, storage } = opened()
    storage.state.refusesSet = true
    await store.save({ settings })
    storage.state.refusesSet = false
    expect(await store.save({ settings: DEFAULT_SETTINGS })).toBe(true)
    const { values, losses } = await store.read()
    expect(values.settings).toEqual(DEFAULT_SETTINGS)
    expect(losses.isBroken).toBe(false)
  })

  it('writes what it held with whatever is written next', async () => {
    const { store, storage } = opened()
    storage.state.refusesSet = true
    await store.save({ settings })
    storage.state.refusesSet = false
    await store.save({ dropped: 1 })
    expect(storage.value('settings')).toEqual(settings)
    expect((await store.read()).losses.isBroken).toBe(false)
  })

  it('says that it could not be read, and has lost nothing once it can', async () => {
    const { store, storage } = opened()
    await store.save({ settings })
    storage.state.refusesGet = true
    expect(await store.read()).toMatchObject({ losses: { isBroken: true }, spoilt: [] })
    storage.state.refusesGet = false
    expect(await store.read()).toMatchObject({ values: { settings }, losses: { isBroken: false } })
  })

  it('gives fallbacks where nothing was ever read', async () => {
    const { store, storage } = opened()
    storage.state.refusesGet = true
    expect(await store.read()).toMatchObject({ values: FALLBACKS, losses: { isBroken: true }, spoilt: [] })
  })
})

describe('rows that cannot be used', () => {
  const spoilt = () => ({ news: 'nonsense', alerts: { version: 1, value: { count: 'many' } } })

  it('are named, replaced and counted', async () => {
    const { store, storage } = opened(spoilt())
    const stored = await store.read()
    expect([...stored.spoilt].sort()).toEqual(['alerts', 'news'])
    expect(storage.state.writes).toEqual([])
    await store.mend(stored)
    const mended = await store.read()
    expect(mended.spoilt).toEqual([])
    expect(mended.values.dropped).toBe(2)
  })

  it('are added to those that were dropped before', async () => {
    const { store, storage } = opened(spoilt())
    storage.put({ dropped: 4 })
    await store.mend(await store.read())
    expect(storage.value('dropped')).toBe(6)
  })

  it('are counted though the count itself was spoilt', async () => {
    const { store, storage } = opened({ dropped: 'many' })
    await store.mend(await store.read())
    expect(storage.value('dropped')).toBe(1)
  })

  it('are counted once, however often storage refuses to replace them', async () => {
    const { store, storage } = opened(spoilt())
    storage.state.refusesSet = true
    for (let turn = 0; turn < 5; turn++) await store.mend(await store.read())
    storage.state.refusesSet = false
    await store.mend(await store.read())
    expect((await store.read()).values.dropped).toBe(2)
  })

  it('cost no write where there are none', async () => {
    const { store, storage } = opened()
    await store.mend(await store.read())
    expect(storage.state.writes).toEqual([])
  })
})

describe('rows of a newer Podlight', () => {
  const newer = { version: 9, value: { pods: 'all' } }

  it('are told, not used, and never written over', async () => {
    const { store, storage } = opened({ settings: newer })
    const stored = await store.read()
    expect(stored).toMatchObject({ losses: { isBroken: false, newer: ['settings'] }, spoilt: [] })
    expect(stored.values.settings).toEqual(DEFAULT_SETTINGS)
    await store.mend(stored)
    expect(await store.save({ settings, dropped: 1 })).toBe(false)
    expect(storage.rows['settings']).toEqual(newer)
    expect(storage.value('dropped')).toBe(1)
  })

  it('are not written over because storage could not be read for a moment', async () => {
    const { store, storage } = opened({ settings: newer })
    await store.read()
    storage.state.refusesGet = true
    await store.read()
    await store.save({ settings })
    expect(storage.rows['settings']).toEqual(newer)
  })

  it('leave the store going on with what was to be saved, as it says of all that is not kept', async () => {
    const { store } = opened({ settings: newer })
    await store.read()
    await store.save({ settings })
    expect((await store.read()).values.settings).toEqual(settings)
  })
})
