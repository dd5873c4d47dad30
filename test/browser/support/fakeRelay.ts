import type { IncomingMessage, ServerResponse } from 'node:http'
import { startOrigin } from '../../../scripts/stage/loopback.ts'
import { relayAnswer } from '../../unit/widget/support/documents.ts'

// A relay that answers as it should, until a test makes it lie, stand still or die.

type Verdict = Readonly<Record<string, unknown>>

export const WELL: Verdict = { level: 'ok', impacts: [], banner: null }
/** Chat is down, and customers are told. */
export const DOWN: Verdict = {}
/** What customers are told nothing of. */
export const AGENTS_ONLY: Verdict = { level: 'degraded', banner: null }

/** What is otherwise than it should be. */
export interface Lie {
  readonly body?: Readonly<Record<string, unknown>>
  readonly verdict?: Verdict
  readonly headers?: Readonly<Record<string, string>>
}

const PATH = '/v1/kustomer/prod1'
const CORS = {
  'access-control-allow-origin': '*',
  'access-control-expose-headers': 'Podlight-Age, Podlight-Events, Age',
}

/** A relay whose clock is given, and which fetched its document just now whenever it is asked. */
export const startFakeRelay = async (now: () => number) => {
  let verdict = WELL
  let id = 1
  let lie: Lie = {}
  let frozen: { readonly body: string; readonly headers: Record<string, string> } | null = null
  let isDown = false
  let offers = true
  let asked = 0
  /** The queries of the streams that were opened. */
  const opened: string[] = []
  const streams = new Set<ServerResponse>()

  const body = (): string =>
    JSON.stringify(
      relayAnswer(
        { age: 0, ...lie.body },
        { asOf: new Date(now()).toISOString(), ...verdict, ...lie.verdict },
      ),
    )
  const headers = (): Record<string, string> => ({
    'podlight-age': '0',
    ...(offers ? { 'podlight-events': '15' } : {}),
    ...lie.headers,
  })
  const verdictEvent = (): string => `event: verdict\nid: ${id}\ndata: ${body()}\n\n`
  const beatEvent = (age: number): string => {
    const { verdict: _, ...beat } = relayAnswer({ age, ...lie.body })
    return `event: beat\ndata: ${JSON.stringify(beat)}\n\n`
  }
  const sayToAll = (text: string): void => {
    for (const stream of streams) stream.write(text)
  }

  const answerJson = (response: ServerResponse): void => {
    asked++
    const sent = frozen ?? { body: body(), headers: headers() }
    response.writeHead(200, { ...CORS, 'content-type': 'application/json', ...sent.headers })
    response.end(sent.body)
  }
  const openStream = (request: IncomingMessage, response: ServerResponse, query: string): void => {
    opened.push(query)
    response.writeHead(200, { ...CORS, 'content-type': 'text/event-stream', 'cache-control': 'no-store' })
    const isKnown = new URLSearchParams(query).get('last') === `${id}`
    response.write(`retry: 30000\n\n${isKnown ? beatEvent(0) : verdictEvent()}`)
    streams.add(response)
    request.socket.on('close', () => streams.delete(response))
    response.on('close', () => streams.delete(response))
  }

  const origin = await startOrigin((request, response) => {
    const [path, query = ''] = (request.url ?? '/').split('?')
    if (isDown) response.destroy()
    else if (path === `${PATH}.json`) answerJson(response)
    else if (path === `${PATH}/events`) openStream(request, response, query)
    else response.writeHead(404, CORS).end()
  })
  const cut = (): void => {
    for (const stream of streams) stream.destroy()
  }

  return {
    feed: `${origin.url}${PATH}.json`,
    /** The verdict changes; whoever listens hears it. */
    say: (next: Verdict): void => {
      verdict = next
      id++
      sayToAll(verdictEvent())
    },
    /** What was said last still holds. */
    beat: (age = 0): void => sayToAll(beatEvent(age)),
    lie: (next: Lie): void => {
      lie = next
    },
    /** A cache before it goes on to give what it has now. */
    freeze: (): void => {
      frozen = { body: body(), headers: headers() }
    },
    offer: (next: boolean): void => {
      offers = next
    },
    /** Ends all streams, as one that restarts does. */
    cut,
    die: (): void => {
      isDown = true
      cut()
    },
    revive: (): void => {
      isDown = false
    },
    asked: (): number => asked,
    opened: (): readonly string[] => opened,
    listeners: (): number => streams.size,
    reset: (): void => {
      cut()
      verdict = WELL
      id++
      lie = {}
      frozen = null
      isDown = false
      offers = true
      asked = 0
      opened.length = 0
    },
    close: async (): Promise<void> => {
      cut()
      await origin.close()
    },
  }
}

export type FakeRelay = Awaited<ReturnType<typeof startFakeRelay>>
