import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { hearWarnings, settled } from './support/globals.ts'
import { begin } from './support/judgementPart.ts'

/** What could not be had may be tried again then. */
const minute = (): Promise<unknown> => vi.advanceTimersByTimeAsync(60_000)

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout'] })
  hearWarnings()
})
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
  vi.restoreAllMocks()
})

describe('calls of the page', () => {
  it('from before we came are taken in their order, by a part that is loaded once', async () => {
    const calls = [['on', 'change'], ['pod'], ['preview', 'chat-down'], ['status']]
    const { seen } = await begin({ calls })
    expect(seen.taken).toEqual(calls)
    expect(seen.loads).toEqual(['hash of the api'])
    expect(seen.draws).toBe(1)
  })

  it('load nothing while there are none', async () => {
    const { seen } = await begin()
    expect(seen.loads).toEqual([])
    expect((await begin({ options: { mode: 'auto' } })).seen.loads).toEqual([])
  })

  it('are taken when they come, and what they want shown is drawn', async () => {
    const { judging, call, seen } = await begin()
    expect(judging.request()).toBeNull()
    call(['status', () => undefined])
    call(['pod', () => undefined])
    await settled()
    expect(seen.taken.map(([name]) => name)).toEqual(['status', 'pod'])
    expect(seen.loads).toEqual(['hash of the api'])
    call(['preview', 'chat-down'])
    await settled()
    expect(seen.loads).toEqual(['hash of the api'])
    expect(judging.request()).toMatchObject({ kind: 'example' })
    expect(seen.draws).toBe(3)
  })

  it('are not lost where their part cannot be had at first, and none is taken twice', async () => {
    const { call, seen, state } = await begin()
    state.fails = true
    call(['on', 'change'])
    call(['pod'])
    await settled()
    expect(seen.taken).toEqual([])
    state.fails = false
    await minute()
    call(['status'])
    await settled()
    call(['refresh'])
    await settled()
    expect(seen.taken.map(([name]) => name)).toEqual(['on', 'pod', 'status', 'refresh'])
  })

  it('are taken a minute later though nothing else happens', async () => {
    const { call, resume, seen, state } = await begin()
    state.fails = true
    call(['on', 'change'])
    await settled()
    // However often the loader looks.
    for (let looks = 0; looks < 5; looks++) resume()
    await settled()
    expect(seen.loads).toHaveLength(1)
    state.fails = false
    await minute()
    resume()
    await settled()
    expect(seen.taken).toEqual([['on', 'change']])
    resume()
    await settled()
    expect(seen.loads).toHaveLength(2)
  })
})

describe('what the tag orders', () => {
  it.each([{ mode: 'preview:chat-down' }, { mode: 'announce:chat-down' }, { preview: 'allow' }])(
    '%o needs the part that takes orders',
    async (options) => {
      expect((await begin({ options })).seen.loads).toEqual(['hash of the api'])
    },
  )
})
