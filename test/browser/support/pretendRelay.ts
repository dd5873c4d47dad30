import type { ServerResponse } from 'node:http'
import { summaryAt } from '../../../scripts/replay/documents.ts'
import { startOrigin } from '../../../scripts/stage/loopback.ts'
import { readStatuspage } from '../../../shared/feed/statusPage.ts'
import { createJudge } from '../../../shared/judge/judge.ts'
import { promiseOf } from '../../../shared/judge/nextUpdate/nextUpdate.ts'
import { kustomer } from '../../../shared/vendors/kustomer.ts'
import { FEED, type Scenario } from './scenario.ts'

/** A relay of one browser, in front of a played page; what it tells of its own accord, a test makes it tell. */
export interface PretendRelay {
  /** Where it serves a pod, all `pods`, or the `summary` as it is. */
  feed(name: string): string
  /** Streams of events that are open. */
  streams(): number
  /** Tells everybody what is so now; `beat`: that nothing changed. */
  tell(what: 'change' | 'beat'): void
  /** Ends every stream; while it is full, none is opened. */
  hangUp(isFull?: boolean): void
  close(): Promise<void>
}

const judge = createJudge(kustomer, promiseOf)
const PODS = ['prod1', 'prod2', 'prod4']

export const startPretendRelay = async (
  { page, recordings, now }: Pick<Scenario, 'page' | 'recordings' | 'now'>,
  offers: { readonly events: boolean },
): Promise<PretendRelay> => {
  const streams = new Map<ServerResponse, string>()
  let isFull = false
  const head = () => ({ podlight: 1, vendor: kustomer.id, page: kustomer.page.id, age: 0 })

  const bodyOf = (name: string): string => {
    const snapshot = readStatuspage(summaryAt(recordings, page.time()), kustomer)
    if (!snapshot.ok) throw new Error(snapshot.detail)
    const when = { now: now(), fetchedAt: now() }
    const [first, ...rest] = (name === 'pods' ? PODS : [name]).map((pod) => judge(snapshot.value, pod, when))
    return JSON.stringify({
      ...head(),
      ...(name === 'pods' ? { verdicts: [first, ...rest] } : { verdict: first }),
    })
  }
  const say = (stream: ServerResponse, type: string, data: string): void => {
    stream.write(`event: ${type}\nid: ${page.time()}\ndata: ${data}\n\n`)
  }
  const sayState = (stream: ServerResponse, name: string): void =>
    name === 'summary' ? say(stream, 'changed', JSON.stringify(head())) : say(stream, 'verdict', bodyOf(name))

  const origin = await startOrigin((request, response) => {
    const [, name = '', kind] =
      /^\/v1\/kustomer\/([a-z\d]+)(\.json|\/events)(?:$|\?)/.exec(request.url ?? '') ?? []
    const cors = { 'access-control-allow-origin': '*' }
    if (kind === '/events' && isFull) {
      response.writeHead(503, { ...cors, 'retry-after': '60' }).end('{}')
      return
    }
    if (kind === '/events' && offers.events) {
      response.writeHead(200, { ...cors, 'content-type': 'text/event-stream', 'cache-control': 'no-store' })
      response.write('retry: 30000\n\n')
      streams.set(response, name)
      response.on('close', () => streams.delete(response))
      sayState(response, name)
      return
    }
    if (kind !== '.json') {
      response.writeHead(404, cors).end()
      return
    }
    const headers = {
      ...cors,
      'content-type': 'application/json',
      'cache-control': 'no-cache',
      'access-control-expose-headers': 'Podlight-Age, Podlight-Id, Podlight-Events',
      'podlight-id': `${page.time()}`,
      'podlight-age': '0',
      ...(offers.events ? { 'podlight-events': '15' } : {}),
    }
    // Asked for each time, as the page counts how often that is.
    fetch(`${page.url}${FEED}`)
      .then(async (answer) => {
        const document = await answer.text()
        response.writeHead(200, headers).end(name === 'summary' ? document : bodyOf(name))
      })
      .catch(() => response.destroy())
  })

  return {
    feed: (name) => `${origin.url}/v1/kustomer/${name}.json`,
    streams: () => streams.size,
    tell: (what) => {
      for (const [stream, name] of streams)
        if (what === 'beat') say(stream, 'beat', JSON.stringify(head()))
        else sayState(stream, name)
    },
    hangUp: (full = false) => {
      isFull = full
      for (const stream of streams.keys()) stream.end()
    },
    close: origin.close,
  }
}
