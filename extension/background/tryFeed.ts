import { MAX_BODY, TIMEOUT } from '../../shared/model/limits.ts'
import { streamedBody } from '../../shared/polling/body.ts'
import { withTimeout } from '../../shared/polling/withTimeout.ts'
import { readNews } from '../domain/news.ts'
import type { Tried } from '../messaging/protocol.ts'
import type { PollerPorts } from './pollerFor.ts'

/** Asks an address once, so that a typing mistake is told here and now, and not as a pod that is not known. */
export const tryFeed = async (
  address: string,
  { fetch, timer }: Pick<PollerPorts, 'fetch' | 'timer'>,
): Promise<Tried> => {
  const control = new AbortController()
  let isLate = false
  let hasHead = false
  const asked = async (): Promise<Tried> => {
    const reply = await fetch(address, { cache: 'no-cache', signal: control.signal })
    hasHead = true
    if (reply.status !== 200) return { kind: 'fails', reason: 'http-error' }
    const body = await streamedBody(() => new TextDecoder())(reply, MAX_BODY)
    if (body === null) return { kind: 'fails', reason: 'too-large' }
    const read = readNews(body)
    return read.ok ? { kind: 'fine' } : { kind: 'fails', reason: read.failure }
  }
  try {
    return await withTimeout(timer, TIMEOUT, asked(), () => {
      isLate = true
      control.abort()
    })
  } catch {
    if (isLate) return { kind: 'fails', reason: 'timeout' }
    // The browser does not tell a closed door from a missing house.
    return hasHead ? { kind: 'fails', reason: 'truncated' } : { kind: 'blocked' }
  }
}
