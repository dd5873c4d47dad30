import { isRow } from '../../shared/model/guards.ts'
import type { Settings } from '../settings.ts'
import type { HookOutcome, Source } from '../upstream/source.ts'
import { notFound, plainReply } from './replies.ts'

/** The most bytes of a notice, which has a few kilobytes. */
const MOST = 65_536
/** A notice that says when it was sent is refused after this. */
const LATEST = 10 * 60_000

const encoder = new TextEncoder()

const hex = (bytes: ArrayBuffer): string =>
  [...new Uint8Array(bytes)].map((byte) => byte.toString(16).padStart(2, '0')).join('')

const digest = async (bytes: Uint8Array<ArrayBuffer>): Promise<string> =>
  hex(await crypto.subtle.digest('SHA-256', bytes))

/** Compares in the same time wherever two texts begin to differ: their digests are of one length. */
export const isSame = async (one: string, other: string): Promise<boolean> => {
  const [a, b] = await Promise.all([digest(encoder.encode(one)), digest(encoder.encode(other))])
  let difference = 0
  for (let i = 0; i < a.length; i++) difference |= a.charCodeAt(i) ^ b.charCodeAt(i)
  return difference === 0
}

/** Whether the signature is that of the raw body. The engine compares in constant time. */
export const isSigned = async (
  body: Uint8Array<ArrayBuffer>,
  header: string | null,
  secret: string,
): Promise<boolean> => {
  const signature = /^sha256=([\da-f]{64})$/i.exec(header ?? '')?.[1]
  if (signature === undefined) return false
  const bytes = Uint8Array.from(signature.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16))
  const algorithm = { name: 'HMAC', hash: 'SHA-256' }
  const key = await crypto.subtle.importKey('raw', encoder.encode(secret), algorithm, false, ['verify'])
  return crypto.subtle.verify('HMAC', key, bytes, body)
}

/** The body, or null where it is too long: one that goes on and on is not read to its end. */
const bodyOf = async (request: Request): Promise<Uint8Array<ArrayBuffer> | null> => {
  if (Number(request.headers.get('content-length')) > MOST) return null
  const reader = request.body?.getReader()
  const parts: Uint8Array[] = []
  let size = 0
  while (reader) {
    const { done, value } = await reader.read()
    if (done || !value) break
    size += value.length
    if (size > MOST) {
      reader.cancel().catch(() => undefined)
      return null
    }
    parts.push(value)
  }
  const whole = new Uint8Array(size)
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}

const parsed = (body: Uint8Array): unknown => {
  try {
    return JSON.parse(new TextDecoder().decode(body))
  } catch {
    return null
  }
}

/** When a notice says that it was sent; null where it does not say. */
const sentAt = (notice: object): number | null => {
  const { timestamp, sent_at } = notice as { timestamp?: unknown; sent_at?: unknown }
  const said = timestamp ?? sent_at
  if (typeof said === 'number') return said < 1e11 ? said * 1000 : said
  const time = typeof said === 'string' ? Date.parse(said) : Number.NaN
  return Number.isNaN(time) ? null : time
}

/** The answer to a notice. It says when the page is looked at. */
const answerFor = ({ outcome, wait }: HookOutcome): Response => {
  if (outcome === 'seen') return plainReply(409, { error: 'This very notice came before.' })
  const seconds = Math.ceil(wait / 1000)
  const text = seconds === 0 ? 'The page is being looked at.' : `The page is looked at in ${seconds} s.`
  return plainReply(202, { outcome, text })
}

/**
 * Takes a notice that the page has changed. It is never believed: all it does is to make the relay look at once. So the
 * body matters only for telling one notice from another.
 */
export const takeHook = async (
  request: Request,
  from: 'statuspage' | 'pingoru',
  secret: string,
  { statuspageSecret, pingoruSecret }: Pick<Settings, 'statuspageSecret' | 'pingoruSecret'>,
  source: Source,
  now: number,
): Promise<Response> => {
  // A wrong secret gets the same answer as a hook that is off, so that nobody learns which it is.
  if (from === 'statuspage' && (statuspageSecret === null || !(await isSame(secret, statuspageSecret))))
    return notFound()
  if (from === 'pingoru' && pingoruSecret === null) return notFound()
  const body = await bodyOf(request).catch(() => 'broken' as const)
  if (body === 'broken') return plainReply(400, { error: 'The notice broke off.' })
  if (body === null) return plainReply(413, { error: `A notice may have ${MOST} bytes.` })
  const signature = request.headers.get('x-pingoru-signature')
  if (from === 'pingoru' && !(await isSigned(body, signature, pingoruSecret ?? '')))
    return plainReply(401, { error: 'The signature is not that of this body.' })
  const notice = parsed(body)
  if (!isRow(notice)) return plainReply(400, { error: 'A notice is a JSON object.' })
  const sent = sentAt(notice)
  if (sent !== null && Math.abs(now - sent) > LATEST)
    return plainReply(409, { error: 'This notice was sent too long ago.' })
  return answerFor(await source.hook(from, await digest(body)))
}
