import { MAX_BODY } from '../../shared/feed/body.ts'
import { streamedBody } from '../../shared/poll/body.ts'
import { agent } from '../../shared/words/en.ts'
import { readNews } from '../state/news.ts'

export type Tried =
  | { readonly kind: 'fine' }
  | { readonly kind: 'blocked' }
  | { readonly kind: 'fails'; readonly why: string }

const TIMEOUT = 20_000
const fails = (why: string): Tried => ({ kind: 'fails', why })

/** Asks an address once, before it is used: a typing mistake is told here and now, not as an unknown pod. */
export const tryFeed = async (address: string): Promise<Tried> => {
  try {
    const reply = await fetch(address, {
      cache: 'no-cache',
      credentials: 'omit',
      signal: AbortSignal.timeout(TIMEOUT),
    })
    if (!reply.ok) return fails(agent.reasons['http-error'])
    const body = await streamedBody(() => new TextDecoder())(reply, MAX_BODY)
    if (body === null) return fails(agent.reasons['too-large'])
    const read = readNews(body)
    return read.ok ? { kind: 'fine' } : fails(agent.reasons[read.failure])
  } catch (cause) {
    if (cause instanceof DOMException && cause.name === 'TimeoutError') return fails(agent.reasons.timeout)
    // The browser does not tell a closed door from a missing house.
    return { kind: 'blocked' }
  }
}
