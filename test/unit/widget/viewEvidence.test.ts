import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import type { BannerRequest } from '../../../widget/protocol.ts'
import { withEvidence } from '../../../widget/view/evidence.ts'
import { MINUTE, NOON, requestFor } from './support/bannerRequests.ts'

beforeEach(() => {
  vi.useFakeTimers({ now: NOON, toFake: ['Date'] })
})
afterEach(() => {
  vi.useRealTimers()
})

const NOTICED = requestFor({ kind: 'evidence', scene: 'sending', effect: 'notice', at: NOON })

const visitor = (isReachable = true) => {
  const state = { other: null as BannerRequest | null, noticed: null as BannerRequest | null }
  return {
    state,
    now: withEvidence(
      () => state.other,
      () => state.noticed,
      isReachable,
    ),
  }
}

it('shows what was noticed where there is nothing else', () => {
  const { state, now } = visitor()
  expect(now()).toBeNull()
  state.noticed = NOTICED
  expect(now()).toBe(NOTICED)
})

it('has nothing to say where the owner cannot be reached otherwise', () => {
  const { state, now } = visitor(false)
  state.noticed = NOTICED
  expect(now()).toBeNull()
})

it.each(['news', 'own', 'example'] as const)(
  'gives way to %s, and comes back only with a later refusal',
  (kind) => {
    const { state, now } = visitor()
    state.noticed = NOTICED
    vi.setSystemTime(NOON + MINUTE)
    state.other = requestFor({ kind, effect: 'notice' })
    expect(now()).toBe(state.other)
    state.other = null
    // What was refused during the trouble was explained by it.
    expect(now()).toBeNull()
    vi.setSystemTime(NOON + 5 * MINUTE)
    expect(now()).toBeNull()
    const later = { ...NOTICED, at: NOON + 4 * MINUTE }
    state.noticed = later
    expect(now()).toBe(later)
  },
)
