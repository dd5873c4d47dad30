import { once } from 'node:events'
import { appendFile } from 'node:fs/promises'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { Readable } from 'node:stream'
import { createHandler } from '../http/handler.ts'
import { jsonLog, type Log } from '../log.ts'
import type { Settings } from '../settings.ts'
import { machineTime, type Time } from '../time.ts'
import { createUpstream } from '../upstream/upstream.ts'
import { upstreamFetch } from '../upstreamFetch.ts'
import { createFileStore, createMemoryStore } from './fileStore.ts'
import type { NodeSettings } from './settings.ts'

export interface RelayServer {
  /** Without a slash at the end. */
  readonly url: string
  close(): Promise<void>
}

/** The most bytes that a request's headers may have together. */
const MOST_HEADERS = 8192
/** Connections beside those of the streams: ordinary requests are short, so they need few. */
const BESIDE_STREAMS = 2000
/** Node's timers can't wait longer. */
const FURTHEST = 2 ** 31 - 1

/** Stands in for an engine's alarm: calls something at the time that was set last. */
const createAlarm = (run: () => Promise<void>) => {
  let timer: ReturnType<typeof setTimeout> | undefined
  let due: number | null = null
  let running: Promise<void> = Promise.resolve()
  let isStopped = false
  const ring = (): void => {
    due = null
    running = run()
  }
  return {
    set: async (at: number): Promise<void> => {
      clearTimeout(timer)
      if (isStopped) return
      due = at
      timer = setTimeout(ring, Math.min(FURTHEST, Math.max(0, at - Date.now())))
    },
    at: async (): Promise<number | null> => due,
    /** Ends it, once what was under way has written what it knows. */
    stop: async (): Promise<void> => {
      isStopped = true
      clearTimeout(timer)
      await running
    },
  }
}

const requestOf = (message: IncomingMessage): Request => {
  const headers = new Headers()
  for (const [name, value] of Object.entries(message.headers))
    if (value !== undefined && !name.startsWith(':')) headers.set(name, `${value}`)
  const { method = 'GET' } = message
  const hasBody = method !== 'GET' && method !== 'HEAD'
  const init = { method, headers, ...(hasBody ? { body: Readable.toWeb(message), duplex: 'half' } : {}) }
  return new Request(`http://relay${message.url ?? '/'}`, init as RequestInit)
}

const send = async (response: Response, to: ServerResponse): Promise<void> => {
  to.writeHead(response.status, Object.fromEntries(response.headers))
  if (response.body === null) {
    to.end()
    return
  }
  const reader = response.body.getReader()
  const closed = once(to, 'close').then(() => reader.cancel())
  closed.catch(() => undefined)
  for (;;) {
    const { done, value } = await reader.read()
    if (done || to.destroyed) break
    // A slow reader would otherwise fill our memory.
    if (!to.write(value)) await Promise.race([once(to, 'drain'), closed])
  }
  to.end()
}

const listening = (server: Server, { port, host }: NodeSettings): Promise<number> =>
  new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, host, () => {
      const address = server.address()
      resolve(typeof address === 'object' && address !== null ? address.port : port)
    })
  })

/** Why it could not start, for whoever started it. */
export const whyNot = (cause: NodeJS.ErrnoException, { port, host, file }: NodeSettings): string => {
  if (cause.code === 'EADDRINUSE') return `PORT ${port} is taken.`
  if (cause.syscall === 'listen' || cause.syscall === 'getaddrinfo')
    return `HOST ${host} and PORT ${port} can't be used: ${cause.message}.`
  return file === null ? cause.message : `STATE ${file} can't be written: ${cause.message}.`
}

/** Asks and answers in one process, for those without a distributed engine. */
export const startServer = async (
  settings: Settings,
  node: NodeSettings,
  { time = machineTime, log = jsonLog }: { readonly time?: Time; readonly log?: Log } = {},
): Promise<RelayServer> => {
  const random = Math.random
  // Better to fail now than when the first news is lost.
  if (node.file !== null) await appendFile(`${node.file}.new`, '')
  const alarm = createAlarm(() => upstream.look())
  const upstream = createUpstream({
    ...settings,
    time,
    random,
    fetch: upstreamFetch,
    store: node.file === null ? createMemoryStore() : createFileStore(node.file),
    setAlarm: alarm.set,
    alarm: alarm.at,
    log,
  })
  const handle = createHandler(settings, { time, random, log })
  const server = createServer({ maxHeaderSize: MOST_HEADERS, requestTimeout: 30_000 }, (message, to) => {
    // Some requests, such as TRACE, can't be made into a `Request`: they are refused, and must not end the server.
    Promise.resolve()
      .then(() => handle(requestOf(message), upstream))
      .then((response) => send(response, to))
      .catch(() => (to.headersSent ? to.destroy() : to.writeHead(400).end()))
  })
  server.maxConnections = settings.streams + BESIDE_STREAMS
  const port = await listening(server, node)
  await alarm.set(Date.now())
  return {
    url: `http://${node.host.includes(':') ? `[${node.host}]` : node.host}:${port}`,
    close: async () => {
      await new Promise<void>((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      })
      await alarm.stop()
    },
  }
}
