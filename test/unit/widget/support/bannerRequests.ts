import type { BannerRequest } from '../../../../widget/protocol.ts'

export const NOON = Date.parse('2031-03-04T12:00:00Z')
export const MINUTE = 60_000

export const isoAt = (time: number): string => new Date(time).toISOString()

/** News of chat that is down since half past eleven, asked for at noon. */
export const requestFor = (some: Partial<BannerRequest> = {}): BannerRequest => ({
  kind: 'news',
  scene: 'chat-down',
  trouble: 'q1w2e3r4t5y6 chat',
  effect: 'down',
  since: isoAt(NOON - 30 * MINUTE),
  until: null,
  at: NOON,
  ...some,
})
