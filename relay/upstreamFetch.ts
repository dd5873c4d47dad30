import type { Fetch } from '../shared/polling/ports.ts'

/** Asks the vendor past the engine's own cache, and says who asks, so that the vendor can find us if we do harm. */
export const upstreamFetch: Fetch<AbortSignal> = (url, { redirect, signal }) =>
  fetch(url, {
    cache: 'no-store',
    redirect,
    signal,
    headers: { accept: 'application/json', 'user-agent': 'Podlight relay' },
  } as RequestInit)
