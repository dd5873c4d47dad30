import type { Fetch } from '../shared/polling/ports.ts'

/** No cache of the engine may answer in the vendor's place; and who asks is said, in case we are a nuisance. */
export const upstreamFetch: Fetch<AbortSignal> = (url, { redirect, signal }) =>
  fetch(url, {
    cache: 'no-store',
    redirect,
    signal,
    headers: { accept: 'application/json', 'user-agent': 'Podlight relay' },
  } as RequestInit)
