import { existsSync, readFileSync, statSync } from 'node:fs'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { extname, join, normalize } from 'node:path'
import { brotliCompressSync } from 'node:zlib'

/** A file that a test lays on an origin by hand; without a body it never comes. */
export interface Laid {
  readonly body: string | null
  readonly type?: string
  readonly status?: number
  readonly headers?: Readonly<Record<string, string>>
}

/** One request of a browser. */
export interface Asked {
  readonly path: string
  readonly query: string
  readonly method: string
  readonly at: number
  readonly status: number
  /** What the body weighs as brotli, whether or not the browser took it so. */
  readonly brotli: number
  readonly headers: IncomingMessage['headers']
}

const TYPES: Readonly<Record<string, string>> = {
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
}

/** A type by the name of a file. */
export const typeOf = (path: string): string => TYPES[extname(path)] ?? 'text/plain; charset=utf-8'

const packed = new Map<string, Buffer>()

const brotli = (body: Buffer): Buffer => {
  const key = body.toString('latin1')
  const known = packed.get(key) ?? brotliCompressSync(body)
  packed.set(key, known)
  return known
}

/** Sends a body as a content network would, and gives what it weighs. */
export const send = (
  request: IncomingMessage,
  response: ServerResponse,
  { body, type = 'text/plain; charset=utf-8', status = 200, headers = {} }: Laid,
): { status: number; brotli: number } => {
  if (body === null) return { status: 0, brotli: 0 }
  const bytes = Buffer.from(body)
  const small = brotli(bytes)
  const takesBrotli = /\bbr\b/.test(String(request.headers['accept-encoding'] ?? ''))
  response.writeHead(status, {
    'content-type': type,
    vary: 'accept-encoding',
    ...(takesBrotli ? { 'content-encoding': 'br' } : {}),
    ...headers,
  })
  response.end(takesBrotli ? small : bytes)
  return { status, brotli: small.length }
}

/** Names that carry a hash or a version never stand for anything else, so they may be kept for good. */
const HASHED = /[-.][\w-]{8,}\.\w+$|podlight-[\d.]+\.js$/

/** A file of a folder as a content network serves it; null where there is none. */
export const fromFolder = (folder: string, path: string): Laid | null => {
  const file = join(folder, normalize(`/${decodeURIComponent(path)}`))
  if (!existsSync(file) || !statSync(file).isFile()) return null
  return {
    body: readFileSync(file, 'utf8'),
    type: typeOf(file),
    headers: {
      'access-control-allow-origin': '*',
      'cache-control': HASHED.test(file) ? 'public, max-age=31536000, immutable' : 'public, max-age=300',
    },
  }
}

/** What a browser asked of an origin, in order. */
export const createLog = () => {
  let all: Asked[] = []
  const named = (path: string | RegExp) =>
    all.filter((one) => (typeof path === 'string' ? one.path === path : path.test(one.path)))
  return {
    add: (asked: Asked): void => void all.push(asked),
    entries: (): readonly Asked[] => all,
    /** How often a path was asked for. */
    count: (path: string | RegExp = /^/): number => named(path).length,
    /** What all of it weighs as brotli. */
    bytes: (path: string | RegExp = /^/): number => named(path).reduce((sum, one) => sum + one.brotli, 0),
    clear: (): void => {
      all = []
    },
  }
}
export type Log = Omit<ReturnType<typeof createLog>, 'add'>
