import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { NOON } from './support/bannerRequests.ts'
import { documentWith } from './support/documents.ts'
import { hearWarnings, settled } from './support/globals.ts'
import { begin, CHAT_DOWN, MAIL_SLOW } from './support/judgementPart.ts'

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

describe('the drawing', () => {
  it('is loaded for a banner, once, and looks at every change', async () => {
    const { found, show, seen } = await begin()
    const stored = found(CHAT_DOWN)
    await settled()
    // A document alone is no news yet: another tab may have better.
    expect(seen.loads).toEqual([])
    show(stored, NOON)
    await settled()
    expect(seen.loads).toEqual(['hash of the view'])
    expect(seen.looks).toBeGreaterThan(0)
    const before = seen.looks
    show(stored, NOON + 30_000)
    await settled()
    expect(seen.looks).toBeGreaterThan(before)
    expect(seen.loads).toHaveLength(1)
    expect(seen.stages).toHaveLength(1)
  })

  it('hears of the end as well', async () => {
    const { found, show, seen, tell } = await begin()
    show(found(CHAT_DOWN))
    await settled()
    const before = seen.looks
    tell({ pod: 'prod1', level: 'ok' })
    await settled()
    expect(seen.looks).toBeGreaterThan(before)
    expect(seen.stages[0]?.news()).toEqual({ pod: 'prod1', level: 'ok' })
  })

  it('is not loaded for trouble that is not the customers’, nor for health', async () => {
    const { found, show, seen, tell } = await begin()
    const stored = found(MAIL_SLOW)
    expect(stored?.impacts).toHaveLength(1)
    show(stored, NOON)
    tell({ pod: 'prod1', level: 'ok' })
    show(found(documentWith()))
    await settled()
    expect(seen.told[0]).toMatchObject({ level: 'degraded', banner: null })
    expect(seen.loads).toEqual([])
  })

  it('that cannot be had is tried again a minute later, however often there is news', async () => {
    const { found, show, seen, state } = await begin()
    const stored = found(CHAT_DOWN)
    state.fails = true
    show(stored, NOON)
    await settled()
    for (let second = 0; second < 59; second++) {
      show(stored, NOON)
      await vi.advanceTimersByTimeAsync(1000)
    }
    expect(seen.loads).toHaveLength(1)
    expect(seen.looks).toBe(0)
    state.fails = false
    await vi.advanceTimersByTimeAsync(1000)
    show(stored, NOON)
    await settled()
    expect(seen.loads).toHaveLength(2)
    expect(seen.looks).toBeGreaterThan(0)
  })
})

describe('calls of the page', () => {
  it('from before we came are taken in their order, by a part that is loaded once', async () => {
    const calls = [['on', 'change'], ['pod'], ['preview', 'chat-down'], ['status']]
    const { seen } = await begin({ calls })
    expect(seen.taken).toEqual(calls)
    expect(seen.loads).toEqual(['hash of the api', 'hash of the view'])
  })

  it('load nothing while there are none', async () => {
    const { seen } = await begin()
    expect(seen.loads).toEqual([])
    expect((await begin({ options: { mode: 'auto' } })).seen.loads).toEqual([])
  })

  it('are taken when they come, and draw only what there is to draw', async () => {
    const { call, seen } = await begin()
    call(['status', () => undefined])
    call(['pod', () => undefined])
    await settled()
    expect(seen.taken.map(([name]) => name)).toEqual(['status', 'pod'])
    expect(seen.loads).toEqual(['hash of the api'])
    call(['preview', 'chat-down'])
    await settled()
    expect(seen.loads).toEqual(['hash of the api', 'hash of the view'])
    expect(seen.stages[0]?.ownersRequest()).toMatchObject({ kind: 'example' })
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

  it('that want something shown have it drawn though the drawing could not be had at first, and all is well', async () => {
    const { call, resume, seen, state } = await begin()
    call(['pod'])
    await settled()
    state.fails = true
    call(['preview', 'chat-down'])
    await settled()
    state.fails = false
    await minute()
    expect(seen.looks).toBe(0)
    resume()
    await settled()
    expect(seen.looks).toBeGreaterThan(0)
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
