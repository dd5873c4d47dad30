import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { NOON } from './support/bannerRequests.ts'
import { documentWith } from './support/documents.ts'
import { hearWarnings } from './support/globals.ts'
import { begin, CHAT_DOWN } from './support/judgementPart.ts'

let warnings: string[] = []
beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout'] })
  warnings = hearWarnings()
})
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
  vi.restoreAllMocks()
})

describe('a document', () => {
  it('is a level alone where all is well, or where nothing proves health', async () => {
    const { found } = await begin()
    expect(found(documentWith())).toEqual({ level: 'ok' })
    const unknown = { level: 'unknown' }
    expect(found({})).toEqual(unknown)
    expect(found(null)).toEqual(unknown)
    expect((await begin({ pod: 'prod3' })).found(documentWith())).toEqual(unknown)
    expect((await begin({ pod: '' })).found(documentWith())).toEqual(unknown)
  })

  it('means the same while the news is the same: its time is kept beside it', async () => {
    const { found } = await begin()
    expect(found(CHAT_DOWN)).toMatchObject({ level: 'outage', banner: { subject: 'chat', effect: 'down' } })
    expect(found(CHAT_DOWN, NOON + 30_000)).toEqual(found(CHAT_DOWN))
  })

  it('asks the owner once for a pod where none is known when a chat had its time', async () => {
    vi.useFakeTimers({ now: NOON, toFake: ['Date', 'setTimeout'] })
    const { found, state } = await begin({ pod: '' })
    found(CHAT_DOWN)
    found(CHAT_DOWN)
    vi.advanceTimersByTime(9999)
    expect(warnings).toEqual([])
    vi.advanceTimersByTime(1)
    expect(warnings).toEqual([expect.stringMatching(/^\[podlight\].*data-pod/)])
    warnings.length = 0
    found(CHAT_DOWN)
    vi.advanceTimersByTime(60_000)
    expect(warnings).toEqual([])
    state.pod = 'prod1'
    found(CHAT_DOWN)
    vi.advanceTimersByTime(60_000)
    expect(warnings).toEqual([])
  })

  it('asks for none where the chat comes late and brings it along', async () => {
    vi.useFakeTimers({ now: NOON, toFake: ['Date', 'setTimeout'] })
    const { found, state } = await begin({ pod: '' })
    found(CHAT_DOWN)
    vi.advanceTimersByTime(6000)
    state.pod = 'prod1'
    vi.advanceTimersByTime(60_000)
    expect(warnings).toEqual([])
  })
})
