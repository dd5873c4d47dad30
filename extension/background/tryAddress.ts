import { MAX_BODY } from '../../shared/model/limits.ts'
import { streamedBody } from '../../shared/polling/body.ts'
import { readNews } from '../domain/news.ts'
import type { Tried } from '../messaging/protocol.ts'
import { inTime } from './inTime.ts'
import type { BackgroundPorts } from './ports.ts'

type Ports = Pick<BackgroundPorts, 'fetch' | 'knock' | 'timer'>

/** What an address answers, or `no-answer` where the browser shows us none. */
const read = async (address: string, { fetch, timer }: Ports): Promise<Tried> => {
  let hasHead = false
  const tried = await inTime(timer, async (signal): Promise<Tried> => {
    const reply = await fetch(address, { cache: 'no-cache', redirect: 'manual', signal })
    hasHead = true
    if (reply.status === 429) return { kind: 'fails', reason: 'rate-limited' }
    if (reply.status !== 200) return { kind: 'fails', reason: 'http-error' }
    const body = await streamedBody(() => new TextDecoder())(reply, MAX_BODY)
    if (body === null) return { kind: 'fails', reason: 'too-large' }
    const news = readNews(body)
    return news.ok ? { kind: 'fine' } : { kind: 'fails', reason: news.failure }
  })
  if (tried === 'late') return { kind: 'fails', reason: 'timeout' }
  if (tried === 'failed') return hasHead ? { kind: 'fails', reason: 'truncated' } : { kind: 'no-answer' }
  return tried
}

/** Whether anything answers at an address that cannot be read. */
const answers = async (address: string, { knock, timer }: Ports): Promise<boolean> => {
  const heard = await inTime(timer, async (signal) => {
    await knock(address, signal)
    return true
  })
  return heard === true
}

/**
 * Tries an address before it is used, so that a mistake is told here and now, and not as a pod that is not known.
 * The browser does not tell a page that may not be read from one that is not there: a second request does. Each is
 * paid for; where the second cannot be, nothing is claimed.
 */
export const tryAddress = async (
  address: string,
  ports: Ports,
  pay: () => Promise<boolean>,
): Promise<Tried> => {
  if (!(await pay())) return { kind: 'wait' }
  const tried = await read(address, ports)
  if (tried.kind !== 'no-answer') return tried
  return (await pay()) && (await answers(address, ports)) ? { kind: 'unreadable' } : tried
}
