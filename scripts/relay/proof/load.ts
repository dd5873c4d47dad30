import { connect } from 'node:net'

/** One request, whole as it goes over the wire, and what is done with its answer. */
export interface Wire {
  readonly text: string
  readonly answered?: (status: number, head: string) => void
}

export interface Load {
  readonly port: number
  readonly connections: number
  readonly requests: number
  readonly next: () => Wire
}

export interface Loaded {
  readonly statuses: ReadonlyMap<number, number>
  /** Connections that ended, or gave an answer that was none, with a request under way. */
  readonly broken: number
  readonly seconds: number
  /** Milliseconds that half of the answers, and 99 of 100, took at most. */
  readonly half: number
  readonly most: number
}

/** No answer takes nearly as long. */
const PATIENCE = 30_000
const END = Buffer.from('\r\n\r\n')

/** How long an answer is, once its head is there; null before that. */
const lengthOf = (bytes: Buffer): { readonly head: string; readonly size: number } | null => {
  const end = bytes.indexOf(END)
  if (end < 0) return null
  const head = bytes.toString('latin1', 0, end)
  const length = /\r\ncontent-length: *(\d+)/i.exec(head)?.[1]
  const body = head.startsWith('HTTP/1.1 304') ? 0 : Number(length)
  return { head, size: end + END.length + body }
}

/**
 * Asks as fast as it is answered, over connections that stay open: bare sockets and no HTTP library, so that the client
 * works a fraction of what the server does. It reads what a known length is given for, and takes anything else for broken.
 */
export const load = async ({ port, connections, requests, next }: Load): Promise<Loaded> => {
  const statuses = new Map<number, number>()
  const times: number[] = []
  let left = requests
  let broken = 0

  const converse = (): Promise<void> =>
    new Promise((done) => {
      const socket = connect({ port, host: '127.0.0.1', noDelay: true })
      let bytes = Buffer.alloc(0)
      let wire: Wire | null = null
      let since = 0
      const ask = (): void => {
        if (left <= 0) {
          wire = null
          socket.end()
          return
        }
        left--
        wire = next()
        since = performance.now()
        socket.write(wire.text, 'latin1')
      }
      socket.setTimeout(PATIENCE, () => socket.destroy())
      socket.on('connect', ask)
      socket.on('data', (chunk): void => {
        bytes = bytes.length === 0 ? chunk : Buffer.concat([bytes, chunk])
        const answer = lengthOf(bytes)
        if (answer === null || bytes.length < answer.size) return
        const status = Number(answer.head.slice(9, 12))
        if (bytes.length !== answer.size) {
          socket.destroy()
          return
        }
        bytes = Buffer.alloc(0)
        times.push(performance.now() - since)
        statuses.set(status, (statuses.get(status) ?? 0) + 1)
        wire?.answered?.(status, answer.head)
        ask()
      })
      socket.on('error', () => undefined)
      socket.on('close', () => {
        if (wire !== null) broken++
        done()
      })
    })

  const start = performance.now()
  // One that was broken is opened anew, so that all requests are made; a server that is away is given up.
  const keepOn = async (): Promise<void> => {
    while (left > 0 && broken < 10 * connections) await converse()
  }
  await Promise.all(Array.from({ length: connections }, keepOn))
  times.sort((a, b) => a - b)
  return {
    statuses,
    broken,
    seconds: (performance.now() - start) / 1000,
    half: times[times.length >> 1] ?? Number.NaN,
    most: times[Math.floor(times.length * 0.99)] ?? Number.NaN,
  }
}
