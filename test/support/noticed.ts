import { NO_WATCH, type Noticed, type Watch } from '../../extension/domain/evidence/watch.ts'
import { MINUTE } from '../../shared/model/limits.ts'

export const ORGANISATION = 'acme'

/** The agents' app failing for five minutes, noticed two minutes ago. */
export const noticedAt = (now: number, more: Partial<Noticed> = {}): Noticed => ({
  at: now - 2 * MINUTE,
  since: now - 5 * MINUTE,
  updated: now - MINUTE / 2,
  end: null,
  what: 'app',
  kind: 'failing',
  bad: 14,
  tried: 20,
  codes: { 503: 12, 'net::ERR_FAILED': 2 },
  control: now - 20_000,
  spoken: true,
  confirmed: null,
  said: null,
  ...more,
})

/** The watch over an organization's requests, with what was noticed. */
export const watchOf = (...signs: readonly Noticed[]): Watch => ({
  ...NO_WATCH,
  organisation: ORGANISATION,
  since: 0,
  signs: [...signs],
})
