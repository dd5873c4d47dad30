import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Banner } from '../../../shared/model/verdict.ts'
import type { BannerRequest, News } from '../../../widget/protocol.ts'
import { dismissalsOf } from '../../../widget/view/dismissals.ts'
import { withRecovery } from '../../../widget/view/recovery.ts'
import { isoAt, MINUTE, NOON, requestFor } from './support/bannerRequests.ts'
import { FakeTag } from './support/tag.ts'

const BANNER: Banner = {
  subject: 'chat',
  effect: 'down',
  certainty: 'confirmed',
  recovering: false,
  incident: 'q1w2e3r4t5y6',
  since: isoAt(NOON - 30 * MINUTE),
}
const DOWN: News = { pod: 'prod1', level: 'outage', asOf: isoAt(NOON), banner: BANNER }
const WELL: News = { pod: 'prod1', level: 'ok' }
const UNKNOWN: News = { pod: 'prod1', level: 'unknown' }

beforeEach(() => {
  vi.useFakeTimers({ now: NOON, toFake: ['Date'] })
})
afterEach(() => {
  vi.useRealTimers()
})

/** What a visitor is shown: whatever is wished is drawn, as long as `isSeen`. */
const visitor = (options: Record<string, string> = {}) => {
  const state = { news: DOWN, own: null as BannerRequest | null }
  const tag = new FakeTag(options)
  /** When it wants to be looked at again. */
  const times: number[] = []
  const back = withRecovery(
    {
      tag,
      news: () => state.news,
      ownersRequest: () => state.own,
    },
    dismissalsOf(tag),
    (time) => times.push(time),
  )
  let last = ''
  return {
    state,
    times,
    forget: back.forget,
    /** Looks, as the drawing does; shows it where the chat is open. */
    look: (isSeen = true): BannerRequest | null => {
      const wish = back.request()
      const key = wish && isSeen ? `${wish.kind} ${wish.scene} ${wish.trouble}` : ''
      if (wish && key && key !== last) back.shown(wish)
      last = key
      return wish
    },
    later: (milliseconds: number) => vi.setSystemTime(Date.now() + milliseconds),
  }
}

describe('that all is back to normal', () => {
  it('is nothing to tell whose own messages were refused: nobody said that anything was wrong', () => {
    const { state, look } = visitor()
    state.news = WELL
    state.own = requestFor({ kind: 'evidence', scene: 'sending' })
    expect(look()).toMatchObject({ kind: 'evidence' })
    state.own = null
    expect(look()).toBeNull()
  })

  it('is told for 15 seconds to who saw the trouble', () => {
    const { look, state, later, times } = visitor()
    expect(look()).toMatchObject({ scene: 'chat-down' })
    state.news = WELL
    expect(look()).toMatchObject({ scene: 'back' })
    // Nobody looks before something is due.
    expect(Math.min(...times)).toBe(NOON + 15_000)
    later(15_000)
    expect(look()).toMatchObject({ scene: 'back' })
    later(1)
    expect(look()).toBeNull()
    later(-15_001)
    expect(look()).toBeNull()
  })

  it('is not told to who never saw any', () => {
    const { look, state } = visitor()
    expect(look(false)).toMatchObject({ scene: 'chat-down' })
    state.news = WELL
    expect(look()).toBeNull()
  })

  it('waits up to 10 minutes for a chat to be opened again, and then still takes 15 seconds', () => {
    const { look, state, later } = visitor()
    look()
    state.news = WELL
    expect(look(false)).toMatchObject({ scene: 'back' })
    later(10 * MINUTE - 1000)
    expect(look(false)).toMatchObject({ scene: 'back' })
    expect(look(true)).toMatchObject({ scene: 'back' })
    later(900)
    expect(look(true)).toMatchObject({ scene: 'back' })
  })

  it('is of no interest after 10 minutes', () => {
    const { look, state, later, times } = visitor()
    look()
    state.news = WELL
    look(false)
    expect(times).toEqual([NOON + 10 * MINUTE])
    later(10 * MINUTE + 1)
    expect(look()).toBeNull()
    later(-MINUTE)
    expect(look()).toBeNull()
  })

  it('is no more told where it was told before the chat was closed and opened', () => {
    const { look, state, later } = visitor()
    look()
    state.news = WELL
    look()
    later(10_000)
    look(false)
    later(6000)
    expect(look()).toBeNull()
  })

  it('is not concluded from the absence of news', () => {
    const { look, state, later } = visitor()
    look()
    state.news = UNKNOWN
    expect(look()).toBeNull()
    // Unknown for long, and then well: only now it is over.
    later(30 * MINUTE)
    expect(look()).toBeNull()
    state.news = WELL
    expect(look()).toMatchObject({ scene: 'back' })
  })

  it('is told where other trouble is left that is not the customers’', () => {
    const { look, state } = visitor()
    look()
    state.news = { pod: 'prod1', level: 'degraded', banner: null }
    expect(look()).toMatchObject({ scene: 'back' })
  })

  it('is not told while there is trouble that the site does not watch', () => {
    const { look, state } = visitor({ watch: 'attachments' })
    state.news = { ...DOWN, banner: { ...BANNER, subject: 'attachments' } }
    expect(look()).toMatchObject({ scene: 'attachments-failing' })
    state.news = DOWN
    expect(look()).toBeNull()
    state.news = WELL
    expect(look()).toMatchObject({ scene: 'back' })
  })

  it('is not told to who waved the trouble away', () => {
    const { look, state, forget } = visitor()
    look()
    forget()
    state.news = WELL
    expect(look()).toBeNull()
  })

  it('is told again after the trouble came back', () => {
    const { look, state, later } = visitor()
    look()
    state.news = WELL
    look()
    later(5000)
    state.news = DOWN
    expect(look()).toMatchObject({ scene: 'chat-down' })
    later(20 * MINUTE)
    state.news = WELL
    expect(look()).toMatchObject({ scene: 'back' })
    later(15_000)
    expect(look()).toMatchObject({ scene: 'back' })
  })

  it('follows no example', () => {
    const { look, state } = visitor()
    state.news = WELL
    state.own = requestFor({ kind: 'example' })
    expect(look()).toMatchObject({ kind: 'example' })
    state.own = null
    expect(look()).toBeNull()
  })

  it('says nothing of the trouble: neither its end nor its time, nor that it is the owner’s word', () => {
    const { look, state, later } = visitor()
    state.own = requestFor({ kind: 'own', until: NOON + 20 * MINUTE, since: null })
    look()
    later(10 * MINUTE)
    state.own = null
    state.news = WELL
    expect(look()).toMatchObject({ kind: 'news', scene: 'back', until: null, at: NOON + 10 * MINUTE })
  })

  it('is not said where the owner’s word ran out: an end that was expected is no proof', () => {
    const { look, state, later } = visitor()
    state.news = WELL
    state.own = requestFor({ kind: 'own', until: NOON + 20 * MINUTE, since: null })
    look()
    later(20 * MINUTE)
    state.own = null
    expect(look()).toBeNull()
  })
})
