/** Any page may read: there is nothing here that is not public. */
const CORS = { 'access-control-allow-origin': '*' }

/** Seconds between two beats of an event stream. */
export const BEAT_SECONDS = 15

export const SAFE = { 'x-content-type-options': 'nosniff', 'cross-origin-resource-policy': 'cross-origin' }

/** What is sent with the news. Whoever keeps it must say for how long, and nobody may keep it for good. */
export const NEWS_HEADERS = {
  ...CORS,
  ...SAFE,
  'content-type': 'application/json; charset=utf-8',
  // Neither `s-maxage` nor `must-revalidate`: some caches then serve old answers for ever when we are away.
  'cache-control': 'max-age=10, stale-if-error=60',
  'access-control-expose-headers':
    'Podlight-Age, Podlight-Fetched, Podlight-Id, Podlight-Events, Age, ETag, Retry-After',
  vary: 'Accept-Encoding',
}

const PLAIN = {
  ...CORS,
  ...SAFE,
  'content-type': 'application/json; charset=utf-8',
  'cache-control': 'no-store',
}

/** A short answer that nobody keeps. */
export const plainReply = (
  status: number,
  body: object,
  headers: Readonly<Record<string, string>> = {},
): Response => new Response(`${JSON.stringify(body)}\n`, { status, headers: { ...PLAIN, ...headers } })

export const notFound = (): Response => plainReply(404, { error: 'There is nothing here.' })

export const wrongMethod = (allowed: string): Response =>
  plainReply(405, { error: `Only ${allowed} can be used here.` }, { allow: allowed })

/** For a client that may ask again after so many seconds. */
export const unavailable = (error: string, seconds: number): Response =>
  plainReply(
    503,
    { error },
    { 'retry-after': String(seconds), 'access-control-expose-headers': 'Retry-After' },
  )

/** What a browser asks before it asks. */
export const preflight = (allowed: string): Response =>
  new Response(null, {
    status: 204,
    headers: {
      ...CORS,
      allow: allowed,
      'access-control-allow-methods': allowed,
      'access-control-allow-headers': 'If-None-Match, Last-Event-ID, Cache-Control',
      'access-control-max-age': '86400',
    },
  })
