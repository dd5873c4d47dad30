import { createServer } from 'node:https'
import type { Replay } from '../../../scripts/replay/server.ts'
import { kustomer } from '../../../shared/vendors/kustomer.ts'
import { selfSigned } from './certificate.ts'

export interface VendorHost {
  /** What makes a Chromium take this machine for the vendor's hosts. */
  readonly args: readonly string[]
  /** Hosts that were asked for, in order. */
  readonly hosts: readonly string[]
  close(): Promise<void>
}

/** The vendor's own hosts, over https, as far as one browser is concerned; behind them a played page. */
export const playVendor = async (page: Replay): Promise<VendorHost> => {
  const hosts: string[] = []
  const server = createServer(selfSigned('localhost'), (request, response) => {
    hosts.push(request.headers.host ?? '')
    fetch(`${page.url}${request.url ?? '/'}`)
      .then(async (answer) => {
        response.writeHead(answer.status, {
          'content-type': answer.headers.get('content-type') ?? 'text/plain',
          'access-control-allow-origin': '*',
          'cache-control': answer.headers.get('cache-control') ?? 'no-cache',
        })
        response.end(Buffer.from(await answer.arrayBuffer()))
      })
      .catch(() => response.destroy())
  })
  const port = await new Promise<number>((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      resolve(typeof address === 'object' && address !== null ? address.port : 0)
    })
  })
  const rules = kustomer.page.hosts.map((host) => `MAP ${host} 127.0.0.1:${port}`)
  return {
    hosts,
    args: [`--host-resolver-rules=${rules.join(',')}`, '--ignore-certificate-errors'],
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}
