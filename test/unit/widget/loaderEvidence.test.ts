import { afterAll, afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { BannerRequest } from '../../../widget/protocol.ts'
import { MINUTE, NOON, requestFor } from './support/bannerRequests.ts'
import { openPage } from './support/loaderPage.ts'
import { fakeView, OK, says } from './support/relayAnswers.ts'

// When the loader gets the part that watches the chat's own requests, and what it makes of what that notices.

const CHAT = 'kustomer-ui-sdk-iframe'

beforeEach(() => {
  vi.useFakeTimers({ now: NOON, toFake: ['Date', 'setTimeout', 'clearTimeout'] })
  vi.spyOn(Math, 'random').mockReturnValue(0)
})
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
  vi.restoreAllMocks()
})
// Other files are read by the same worker after this one.
afterAll(() => vi.resetModules())

/** A page whose visitor may be told something. */
const open = async (evidence?: string) => {
  const state = { noticed: null as BannerRequest | null, draw: (): void => undefined }
  const look = vi.fn(() => state.noticed)
  const part = vi.fn(({ draw }: { draw(): void }) => {
    state.draw = draw
    return look
  })
  const { view, stages } = fakeView()
  const page = await openPage(says(OK), undefined, undefined, [], {
    options: evidence === undefined ? {} : { evidence },
    parts: { evidence: part, view },
  })
  return { ...page, state, look, part, stages }
}

describe('the part that watches the chat', () => {
  it.each(['event', 'contact', 'Contact'])(
    'is loaded for %s when the visitor turns to the chat, once',
    async (word) => {
      const { loads, turnTo, part, look, pass } = await open(word)
      await pass(MINUTE)
      await turnTo('video')
      expect(loads).toEqual([])
      await turnTo(CHAT)
      await turnTo('video')
      await turnTo(CHAT)
      expect([loads, part.mock.calls.length]).toEqual([['evidence'], 1])
      const before = look.mock.calls.length
      await pass(MINUTE)
      expect(look.mock.calls.length).toBeGreaterThan(before)
    },
  )

  it.each([undefined, '', 'off', 'on', 'contacts'])('is not loaded for %s', async (word) => {
    const { loads, turnTo, pass } = await open(word)
    await turnTo(CHAT)
    await pass(MINUTE)
    expect(loads).toEqual([])
  })

  it('lets the view be loaded when there is something to tell, and asks nobody for it', async () => {
    const { loads, turnTo, state, stages, pass, fetch, told } = await open('contact')
    await turnTo(CHAT)
    const asked = fetch.mock.calls.length
    state.noticed = requestFor({ kind: 'evidence', scene: 'sending' })
    state.draw()
    await pass(0)
    expect(loads).toEqual(['evidence', 'view'])
    expect(stages[0]?.noticed()).toBe(state.noticed)
    expect(stages[0]?.ownersRequest()).toBeNull()
    expect([fetch.mock.calls.length, told]).toEqual([asked, ['ok']])
  })
})
