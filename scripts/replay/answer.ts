import { createHash } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Body } from './routes.ts'

/** The vendor's own line; no Access-Control-Expose-Headers, so a page script can read none of it. */
export const HEADERS = {
  'Access-Control-Allow-Origin': '*',
  'Cache-Control': 'max-age=10, public, s-maxage=10, stale-while-revalidate=20, stale-if-error=3600',
} as const

export const METHODS = 'GET, HEAD, OPTIONS'

const etagOf = (text: string): string => `W/"${createHash('sha256').update(text).digest('hex').slice(0, 32)}"`

/** Sends a body, or 304 where the reader has it already. Returns the status. */
export function answer(request: IncomingMessage, response: ServerResponse, body: Body): number {
  const etag = etagOf(body.text)
  if (matches(request.headers['if-none-match'], etag)) {
    response.writeHead(304, { ...HEADERS, ETag: etag }).end()
    return 304
  }
  const bytes = Buffer.from(body.text)
  response.writeHead(200, {
    ...HEADERS,
    ETag: etag,
    'Content-Type': body.type,
    'Content-Length': bytes.length,
  })
  response.end(request.method === 'HEAD' ? undefined : bytes)
  return 200
}

/** A status with a short text; never cached, so that a passing fault does not outlive itself. */
export function refuse(
  request: IncomingMessage,
  response: ServerResponse,
  status: number,
  text: string,
  headers: Readonly<Record<string, string>> = {},
): number {
  response.writeHead(status, {
    'Access-Control-Allow-Origin': '*',
    'Cache-Control': 'no-store',
    'Content-Type': 'text/plain; charset=utf-8',
    ...headers,
  })
  response.end(request.method === 'HEAD' ? undefined : `${text}\n`)
  return status
}

/**
 * A preflight is let through for plain methods and for no header: a reader that sets one of its own should
 * notice here, not at the vendor's.
 */
export function preflight(response: ServerResponse): number {
  response
    .writeHead(204, {
      'Access-Control-Allow-Origin': '*',
      'Access-Control-Allow-Methods': METHODS,
      Allow: METHODS,
    })
    .end()
  return 204
}

/** Weak comparison, as a GET asks for: the W/ does not count. */
function matches(asked: string | undefined, etag: string): boolean {
  if (asked === undefined) return false
  const bare = (tag: string): string => tag.trim().replace(/^W\//, '')
  return asked.trim() === '*' || asked.split(',').some((tag) => bare(tag) === bare(etag))
}
