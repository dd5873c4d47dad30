import { afterAll, afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { SiteState } from '../../../widget/loader/siteState.ts'
import { NOON } from './support/bannerRequests.ts'
import { documentWith } from './support/documents.ts'
import { settled, stubPage } from './support/globals.ts'
import { CHAT_DOWN } from './support/judgementPart.ts'
import { stubStorage } from './support/store.ts'

// When the loader asks and what it says, with a page that is nothing but what it touches.

const loadPart = vi.hoisted(() => vi.fn())
vi.mock('../../../widget/loader/loadPart.ts', () => ({ loadPart }))

interface Answer {
  readonly status?: number
  readonly document?: unknown
  readonly retryAfter?: number
}

/** Opens a page at noon, whose feed answers so, or never where there is no answer. */
const open = async (answer: Answer | null, kept?: Partial<SiteState>) => {
  const page = stubPage()
  const box = { answer }
  const told: string[] = []
  const { rows } = stubStorage(kept ? { podlight: JSON.stringify(kept) } : {})
  const listeners = new EventTarget()
  const document = {
    currentScript: { dataset: { pod: 'prod1' }, src: 'https://cdn.example/podlight.js' },
    querySelector: () => null,
    addEventListener: () => undefined,
    hidden: false,
  }
  vi.stubGlobal('addEventListener', listeners.addEventListener.bind(listeners))
  vi.stubGlobal('dispatchEvent', ({ detail }: { readonly detail: { level: string } }) =>
    told.push(detail.level),
  )
  vi.stubGlobal('document', document)
  vi.stubGlobal('JUDGEMENT_HASH', 'judgement')
  vi.stubGlobal('VIEW_HASH', 'view')
  const fetch = vi.fn(
    (_: string, { signal }: { signal: AbortSignal }) =>
      new Promise((resolve, reject) => {
        signal.addEventListener('abort', () => reject(new Error('aborted')))
        if (!box.answer) return
        const { status = 200, document = documentWith(), retryAfter } = box.answer
        const headers = {
          get: (name: string) => (name === 'retry-after' && retryAfter ? `${retryAfter}` : null),
        }
        resolve({ ok: status === 200, status, headers, text: async () => JSON.stringify(document) })
      }),
  )
  vi.stubGlobal('fetch', fetch)
  page.place.podlight = undefined as never
  vi.resetModules()
  await import('../../../widget/loader/main.ts')
  const pass = async (ms: number): Promise<void> => {
    await vi.advanceTimersByTimeAsync(ms)
    await settled()
  }
  await pass(0)
  return {
    box,
    told,
    fetch,
    pass,
    state: () => JSON.parse(rows['podlight'] ?? '{}') as SiteState,
    turn: async (hidden: boolean) => {
      document.hidden = hidden
      listeners.dispatchEvent(new Event('visibilitychange'))
      await pass(0)
    },
  }
}

beforeEach(() => {
  vi.useFakeTimers({ now: NOON, toFake: ['Date', 'setTimeout', 'clearTimeout'] })
  vi.spyOn(Math, 'random').mockReturnValue(0)
  loadPart.mockRejectedValue(new Error('cannot be had'))
})
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
  vi.restoreAllMocks()
  loadPart.mockReset()
})
// Other files are read by the same worker after this one.
afterAll(() => vi.resetModules())

describe('the loader', () => {
  it('asks once a minute while all is well, and sleeps meanwhile', async () => {
    const { fetch, told, pass } = await open({})
    expect(told).toEqual(['ok'])
    await pass(59_999)
    expect(fetch).toHaveBeenCalledTimes(1)
    await pass(1)
    expect(fetch).toHaveBeenCalledTimes(2)
    expect(told).toEqual(['ok'])
  })

  it('says no more that all is well where the document needs a judgement that cannot be had', async () => {
    const { box, told, pass, state } = await open({})
    box.answer = { document: CHAT_DOWN }
    await pass(60_000)
    expect(told).toEqual(['ok', 'unknown'])
    // The feed did not fail.
    expect(state()).toMatchObject({ failures: 0, finding: { level: 'unknown' } })
  })

  it('keeps the silence that a server asked for, whoever wants news', async () => {
    const { box, fetch, turn, pass } = await open({ status: 429, retryAfter: 120 })
    box.answer = {}
    for (let second = 0; second < 118; second += 2) {
      await turn(true)
      await turn(false)
      await pass(2000)
    }
    expect(fetch).toHaveBeenCalledTimes(1)
    await pass(10_000)
    expect(fetch).toHaveBeenCalledTimes(2)
  })

  it('asks at once on return where the last request failed, and was not told to wait', async () => {
    const { box, fetch, turn } = await open({ status: 500 })
    box.answer = {}
    await turn(true)
    expect(fetch).toHaveBeenCalledTimes(1)
    await turn(false)
    expect(fetch).toHaveBeenCalledTimes(2)
  })

  it('takes a page that is left for no failure of the feed', async () => {
    const { box, fetch, turn, state, told } = await open(null)
    await turn(true)
    expect(state()).toMatchObject({ failures: 0 })
    box.answer = {}
    await turn(false)
    expect(fetch).toHaveBeenCalledTimes(2)
    expect(told.at(-1)).toBe('ok')
  })

  it('asks nothing while it is hidden, though that began while it looked', async () => {
    const { box, fetch, pass, turn } = await open({})
    await turn(true)
    box.answer = { document: CHAT_DOWN }
    await pass(3_600_000)
    expect(fetch).toHaveBeenCalledTimes(1)
  })
})
