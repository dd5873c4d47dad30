/** Any site may read the answers: everything in them is public. */
const CORS = { 'access-control-allow-origin': '*' }

/** Seconds between two beats of an event stream. */
export const BEAT_SECONDS = 15

export const SAFE = { 'x-content-type-options': 'nosniff', 'cross-origin-resource-policy': 'cross-origin' }

/** The headers of all news. */
export const NEWS_HEADERS = {
  ...CORS,
  ...SAFE,
  'content-type': 'application/json; charset=utf-8',
  // Without `stale-if-error` some caches serve old answers for ever when we are away; with `s-maxage` or
  // `must-revalidate` they ignore it.
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

/** A short answer that no cache may keep. */
export const plainReply = (
  status: number,
  body: object,
  headers: Readonly<Record<string, string>> = {},
): Response => new Response(`${JSON.stringify(body)}\n`, { status, headers: { ...PLAIN, ...headers } })

export const notFound = (): Response => plainReply(404, { error: 'There is nothing here.' })

export const wrongMethod = (allowed: string): Response =>
  plainReply(405, { error: `Only ${allowed} can be used here.` }, { allow: allowed })

/** Tells a client to ask again after so many seconds. */
export const unavailable = (error: string, seconds: number): Response =>
  plainReply(
    503,
    { error },
    { 'retry-after': String(seconds), 'access-control-expose-headers': 'Retry-After' },
  )

/** The answer to a browser's preflight request. */
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
