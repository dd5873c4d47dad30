import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'

export interface Origin {
  /** Without a slash at the end. */
  readonly url: string
  /** Ends every connection, hanging ones too. */
  close(): Promise<void>
}

/** Ports are given again; but what a browser stored for one origin must not be there for the next. */
const used = new Set<number>()

const listening = async (server: Server): Promise<number> => {
  const port = await new Promise<number>((resolve, reject) => {
    server.once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      resolve(typeof address === 'object' && address !== null ? address.port : 0)
    })
  })
  if (!used.has(port)) {
    used.add(port)
    return port
  }
  await new Promise((resolve) => server.close(resolve))
  return listening(server)
}

/** A server on this machine alone, on a port that was free; two of them are two origins, now or later. */
export const startOrigin = async (
  answer: (request: IncomingMessage, response: ServerResponse) => void,
): Promise<Origin> => {
  const server = createServer(answer)
  const port = await listening(server)
  return {
    url: `http://127.0.0.1:${port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}
