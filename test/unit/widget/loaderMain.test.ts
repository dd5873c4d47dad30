import { afterAll, afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { NOON } from './support/bannerRequests.ts'
import { CHAT_DOWN } from './support/judgementPart.ts'
import { openPage } from './support/loaderPage.ts'

// When the loader asks and what it says, with a page that is nothing but what it touches.

const loadPart = vi.hoisted(() => vi.fn())
vi.mock('../../../widget/loader/loadPart.ts', () => ({ loadPart }))

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

/** Somebody leaves the page and returns every two seconds. */
const comeAndGo = async (
  { turn, pass }: Pick<Awaited<ReturnType<typeof openPage>>, 'turn' | 'pass'>,
  seconds: number,
): Promise<void> => {
  for (let second = 0; second < seconds; second += 2) {
    await turn(true)
    await turn(false)
    await pass(2000)
  }
}

describe('the loader', () => {
  it('asks once a minute while all is well, and sleeps meanwhile', async () => {
    const { fetch, told, pass } = await openPage({})
    expect(told).toEqual(['ok'])
    await pass(59_999)
    expect(fetch).toHaveBeenCalledTimes(1)
    await pass(1)
    expect(fetch).toHaveBeenCalledTimes(2)
    expect(told).toEqual(['ok'])
  })

  it('says no more that all is well where the document needs a judgement that cannot be had', async () => {
    const { box, told, pass, state } = await openPage({})
    box.answer = { document: CHAT_DOWN }
    await pass(60_000)
    expect(told).toEqual(['ok', 'unknown'])
    // The feed did not fail.
    expect(state()).toMatchObject({ failures: 0, finding: { level: 'unknown' } })
  })

  it('keeps the silence that a server asked for, whoever wants news', async () => {
    const page = await openPage({ status: 429, retryAfter: 120 })
    const { box, fetch, pass } = page
    box.answer = {}
    await comeAndGo(page, 118)
    expect(fetch).toHaveBeenCalledTimes(1)
    await pass(10_000)
    expect(fetch).toHaveBeenCalledTimes(2)
  })

  it('asks at once on return where the last request failed, and was not told to wait', async () => {
    const { box, fetch, turn } = await openPage({ status: 500 })
    box.answer = {}
    await turn(true)
    expect(fetch).toHaveBeenCalledTimes(1)
    await turn(false)
    expect(fetch).toHaveBeenCalledTimes(2)
  })

  it('takes a page that is left for no failure of the feed', async () => {
    const { box, fetch, turn, state, told } = await openPage(null)
    await turn(true)
    expect(state()).toMatchObject({ failures: 0 })
    box.answer = {}
    await turn(false)
    expect(fetch).toHaveBeenCalledTimes(2)
    expect(told.at(-1)).toBe('ok')
  })

  it('loses no call where the judgement cannot be had at first, and takes each once', async () => {
    const taken: unknown[] = []
    const judging = {
      judge: () => null,
      request: () => null,
      call: (call: readonly unknown[]) => taken.push(call),
      resume: vi.fn(),
    }
    const { pass, page } = await openPage({}, undefined, undefined, [['announce', 'chat-down']])
    page.place.podlight?.('pod')
    await pass(0)
    expect(taken).toEqual([])
    loadPart.mockImplementation(async () => ({ calls }: { calls: unknown[] }) => {
      taken.push(...calls)
      return judging
    })
    await pass(75_000)
    expect(taken).toEqual([['announce', 'chat-down'], ['pod']])
    page.place.podlight?.('refresh')
    await pass(75_000)
    expect(taken).toEqual([['announce', 'chat-down'], ['pod'], ['refresh']])
    // What it could not load itself is tried again at each look.
    expect(judging.resume.mock.calls.length).toBeGreaterThan(1)
  })

  it('is told by no more than a refusal that it is to leave the server alone for a while', async () => {
    const page = await openPage({ status: 429 })
    const { box, fetch, pass } = page
    box.answer = {}
    await comeAndGo(page, 28)
    expect(fetch).toHaveBeenCalledTimes(1)
    await pass(10_000)
    expect(fetch).toHaveBeenCalledTimes(2)
  })

  it('asks nothing while it is hidden, though that began while it looked', async () => {
    const { box, fetch, pass, turn } = await openPage({})
    await turn(true)
    box.answer = { document: CHAT_DOWN }
    await pass(3_600_000)
    expect(fetch).toHaveBeenCalledTimes(1)
  })
})
