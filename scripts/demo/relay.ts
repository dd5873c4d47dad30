import { mkdtempSync, rmSync } from 'node:fs'
import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { kustomer } from '../../shared/vendors/kustomer.ts'
import { buildPlayedRelay, startPlayedRelay } from '../relay/playedRelay.ts'
import type { Workerd } from '../relay/startWorkerd.ts'

/** A relay that follows the time bar. */
export interface DemoRelay {
  /** The address of what it answers: of a pod, or `pods` for all of them. */
  feed(what: string): string
  /** Call it whenever the time jumps or changes its speed. It starts a new relay, which has news when this resolves. */
  stage(at: number, speed: number): Promise<void>
  close(): Promise<void>
}

const READY = 10_000

/** Resolves once it has news; rejects where it has none in time. */
const hasNews = async ({ url }: Workerd): Promise<void> => {
  const until = Date.now() + READY
  while (Date.now() < until) if ((await fetch(`${url}/healthz`)).ok) return
  throw new Error('The relay could not read the page of the demo.')
}

/**
 * Starts relays for an upstream, one after the other, behind one address. Each lives at another time and knows nothing of
 * the one before it: a relay would take an older document for an outdated copy, and refuse it.
 */
export const startDemoRelay = async (upstream: string, at: number, speed: number): Promise<DemoRelay> => {
  const folder = mkdtempSync(join(tmpdir(), 'podlight-demo-'))
  const worker = await buildPlayedRelay(folder)

  const begin = async (from: number, pace: number): Promise<Workerd> => {
    // While the demo's time stands still, the relay's runs on, as its timers need one that moves.
    const relay = await startPlayedRelay({ worker, upstream, at: from, speed: Math.max(1, pace) })
    await hasNews(relay)
    return relay
  }
  let current = begin(at, speed)
  await current

  const pass = async (from: IncomingMessage, to: ServerResponse): Promise<void> => {
    // Waits for one that is just starting.
    const { url } = await current
    const { method, headers, url: path } = from
    const sent = request(`${url}${path}`, { method, headers }, (answer) => {
      to.writeHead(answer.statusCode ?? 502, answer.headers)
      answer.pipe(to)
      answer.once('close', () => to.end())
    })
    sent.once('error', () => to.destroy())
    to.once('close', () => sent.destroy())
    from.pipe(sent)
  }
  const server = createServer((from, to) => void pass(from, to).catch(() => to.destroy()))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  const port = typeof address === 'object' && address !== null ? address.port : 0

  return {
    feed: (what) => `http://127.0.0.1:${port}/v1/${kustomer.id}/${what}.json`,
    async stage(from, pace) {
      const last = current
      current = last.then((relay) => relay.close()).then(() => begin(from, pace))
      await current
    },
    async close() {
      await new Promise<void>((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      })
      await (await current).close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
