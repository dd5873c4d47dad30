import { fetchedAt } from '../../shared/feed/fetchedAt.ts'
import { type News, readNews } from '../../shared/feed/news.ts'
import { ageOf } from '../../shared/model/age.ts'
import { MAX_BODY } from '../../shared/model/limits.ts'
import type { Reason } from '../../shared/model/verdict.ts'
import { sentOf } from '../../shared/polling/ask.ts'
import { streamedBody } from '../../shared/polling/body.ts'
import type { Tried } from '../messaging/protocol.ts'
import { inTime } from './inTime.ts'
import type { Payment } from './payFor.ts'
import type { BackgroundPorts } from './ports.ts'

type Ports = Pick<BackgroundPorts, 'clock' | 'fetch' | 'knock' | 'timer'>

/** What came of it; with the answer and the time it is as old as, where that can be used. */
export interface Attempt {
  readonly tried: Tried
  readonly answer?: { readonly body: string; readonly news: News; readonly at: number }
}

const failing = (reason: Reason): Attempt => ({ tried: { kind: 'fails', reason } })
const NO_ANSWER: Attempt = { tried: { kind: 'no-answer' } }

/** What an address answers, or `no-answer` where the browser shows us none. */
const read = async (address: string, { clock, fetch, timer }: Ports): Promise<Attempt> => {
  const at = clock()
  let hasHead = false
  const attempt = await inTime(timer, async (signal): Promise<Attempt> => {
    const reply = await fetch(address, { cache: 'no-cache', redirect: 'manual', signal })
    hasHead = true
    if (reply.status === 429) return failing('rate-limited')
    if (reply.status !== 200) return failing('http-error')
    const body = await streamedBody(() => new TextDecoder())(reply, MAX_BODY)
    if (body === null) return failing('too-large')
    const news = readNews(body)
    if (!news.ok) return failing(news.failure)
    const dated = fetchedAt(news.value, sentOf(reply, at), { news: null, at: null })
    if (ageOf(dated, clock()) === 'stale') return failing('old-copy')
    return { tried: { kind: 'fine' }, answer: { body, news: news.value, at: dated } }
  })
  if (attempt === 'late') return failing('timeout')
  if (attempt === 'failed') return hasHead ? failing('truncated') : NO_ANSWER
  return attempt
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
  pay: () => Promise<Payment>,
): Promise<Attempt> => {
  const payment = await pay()
  if (payment !== 'paid') return { tried: { kind: payment === 'held' ? 'held' : 'wait' } }
  const attempt = await read(address, ports)
  if (attempt.tried.kind !== 'no-answer') return attempt
  return (await pay()) === 'paid' && (await answers(address, ports))
    ? { tried: { kind: 'unreadable' } }
    : attempt
}
