import { createHash, X509Certificate } from 'node:crypto'
import { createServer, type Server } from 'node:https'
import { createServer as createPlain } from 'node:net'
import { selfSigned } from './certificate.ts'

// An organization's app and what that asks, on this machine, over https. What is asked for says how it is answered.

export const ORGANISATION = 'acme'
export const APP = `${ORGANISATION}.kustomerapp.com`
export const API = `${ORGANISATION}.api.kustomerapp.com`

/** What makes a browser take this machine for the hosts, whichever port is asked for. */
export const FIREFOX_SETTINGS = { 'network.dns.localDomains': `${APP},${API}` }

export interface AgentApp {
  /** The app itself, and what it asks. */
  readonly app: string
  readonly api: string
  /** The same where nobody listens. */
  readonly closed: string
  /** The same for Chromium. It is told to believe this one certificate, as it caches nothing where it believes all. */
  readonly args: readonly string[]
  /** Resolves once a path was asked for. */
  asked(path: string): Promise<void>
  close(): Promise<void>
}

const LARGE = 'x'.repeat(4_000_000)

const fingerprint = (cert: string): string =>
  createHash('sha256')
    .update(new X509Certificate(cert).publicKey.export({ type: 'spki', format: 'der' }))
    .digest('base64')

const listening = (server: Server | ReturnType<typeof createPlain>): Promise<number> =>
  new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      resolve(typeof address === 'object' && address !== null ? address.port : 0)
    })
  })

export const startAgentApp = async (): Promise<AgentApp> => {
  const seen = new Set<string>()
  const waiting = new Map<string, () => void>()
  const certificate = selfSigned('localhost')
  const server = createServer(certificate, (request, response) => {
    const path = (request.url ?? '/').split('?')[0] ?? '/'
    if (request.method !== 'OPTIONS') {
      seen.add(path)
      waiting.get(path)?.()
    }
    const isReadable = !path.endsWith('/unreadable')
    const cors = isReadable
      ? {
          'access-control-allow-origin': request.headers.origin ?? '*',
          'access-control-allow-headers': '*, content-type',
          'access-control-allow-methods': '*',
        }
      : {}
    const answer = (status: number, body: string, headers: object = {}): void => {
      response.writeHead(status, {
        'content-type': 'text/plain',
        'cache-control': 'no-store',
        ...cors,
        ...headers,
      })
      response.end(body)
    }
    if (request.method === 'OPTIONS') return answer(204, '')
    if (path.includes('hanging')) return undefined
    if (path.endsWith('/reset')) return void response.socket?.destroy()
    if (path.endsWith('.js')) return answer(200, WORKER, { 'content-type': 'text/javascript' })
    if (path.endsWith('/cached')) return answer(200, 'kept', { 'cache-control': 'max-age=600' })
    const status = Number(/\/(\d{3})(?:\/|$)/.exec(path)?.[1] ?? 200)
    if (path.endsWith('/large')) return answer(status, LARGE)
    if (path === '/') return answer(200, '<!doctype html><title>App</title>', { 'content-type': 'text/html' })
    return answer(status, 'said')
  })
  const port = await listening(server)
  // A port that was free a moment ago, and that nobody is given while this one is held on another address.
  const holder = createPlain()
  const free = await listening(holder)
  await new Promise((resolve) => holder.close(resolve))
  return {
    app: `https://${APP}:${port}/`,
    api: `https://${API}:${port}`,
    args: [
      '--host-resolver-rules=MAP *.kustomerapp.com 127.0.0.1',
      `--ignore-certificate-errors-spki-list=${fingerprint(certificate.cert)}`,
    ],
    closed: `https://${API}:${free}`,
    asked: (path) =>
      seen.has(path) ? Promise.resolve() : new Promise((resolve) => waiting.set(path, resolve)),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

/** Asks for what it is told, as a worker of one kind or the other. */
const WORKER = `
  const ask = (port) => async ({ data }) => {
    await fetch(data).catch(() => undefined)
    port.postMessage('done')
  }
  onconnect = ({ ports: [port] }) => { port.onmessage = ask(port) }
  onmessage = ask(self)`
