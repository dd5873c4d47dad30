import { ageOf } from '../model/age.ts'
import { timeOf } from '../model/guards.ts'
import { MAX_BODY, TIMEOUT } from '../model/limits.ts'
import type { Reason } from '../model/verdict.ts'
import type { AskPorts, Reply, Sent } from './ports.ts'
import { retryAfter } from './retryAfter.ts'
import { withTimeout } from './withTimeout.ts'

export type Answer<A> =
  | {
      readonly ok: true
      readonly news: A
      readonly affected: boolean
      readonly at: number
      readonly sent: Sent
    }
  | { readonly ok: false; readonly reason: Reason; readonly detail: string; readonly wait: number | null }

const failed = (reason: Reason, detail: string, wait: number | null = null): Answer<never> => ({
  ok: false,
  reason,
  detail,
  wait,
})

/** A number of seconds, or null where there is none that can be believed. */
const seconds = (header: string | null): number | null =>
  /^\d{1,9}$/.test(header ?? '') ? Number(header) : null

/** What the headers of an answer say of its age. */
export const sentOf = ({ headers }: Pick<Reply, 'headers'>, at: number): Sent => ({
  at,
  age: seconds(headers.get('podlight-age')),
  cached: seconds(headers.get('age')) ?? 0,
  fetched: timeOf(headers.get('podlight-fetched')),
  id: headers.get('podlight-id'),
})

const judged = <A, Signal>(
  ports: AskPorts<A, Signal>,
  host: string,
  body: string,
  reply: Reply,
  at: number,
): Answer<A> => {
  try {
    const parsed = ports.parse(body, host)
    if (!parsed.ok) return failed(parsed.failure, parsed.detail)
    const sent = sentOf(reply, at)
    const dated = ports.dateOf?.(parsed.value, sent) ?? at
    if (ageOf(dated, at) === 'stale') return failed('old-copy', `a copy from ${host} that is too old`)
    const affected = ports.isAffected(parsed.value)
    return { ok: true, news: parsed.value, affected, at: dated, sent }
  } catch (error) {
    // A document that breaks its reader must not end the asking.
    return failed('not-a-feed', String(error))
  }
}

/** Sends one request to a host. Never takes longer than the timeout, and leaves no request behind. */
export const askOnce = async <A, Signal>(ports: AskPorts<A, Signal>, host: string): Promise<Answer<A>> => {
  // Taken off the ports: a browser's fetch refuses to be called as somebody's method.
  const { clock, fetch } = ports
  const asked = clock()
  const control = ports.abort()
  let begun = false
  let late = false

  const talk = async (): Promise<Answer<A>> => {
    const reply = await fetch(host, { cache: 'no-cache', redirect: 'manual', signal: control.signal })
    begun = true
    const { status } = reply
    if (status !== 200) {
      const wait = retryAfter(reply.headers.get('retry-after'), clock())
      return failed(
        status === 429 ? 'rate-limited' : 'http-error',
        `${status || 'a redirect'} from ${host}`,
        wait,
      )
    }
    const body = await ports.readBody(reply, MAX_BODY)
    if (body === null) return failed('too-large', `more than ${MAX_BODY} bytes from ${host}`)
    const now = clock()
    // What a sleeping machine kept in its buffers is as old as the sleep; set back, nobody knows how old.
    if (ageOf(asked, now) === 'stale') return failed('timeout', `the clock moved while ${host} was asked`)
    return judged(ports, host, body, reply, Math.min(asked, now))
  }

  const answer = await withTimeout(ports.timer, TIMEOUT, talk(), () => {
    late = true
  }).catch(() => failed(late ? 'timeout' : begun ? 'truncated' : 'offline', `no whole answer from ${host}`))
  // Whatever is still on its way is not wanted any more.
  if (!answer.ok) control.abort()
  return answer
}
