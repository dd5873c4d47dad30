import { connect, createServer, type Socket } from 'node:net'
import { within } from '../../../scripts/stage/until.ts'

/** One command's answer, or what the browser had against it. */
type Answer =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly message: string }

/** Firefox's own remote protocol: `length:json` over TCP, `[0, id, name, arguments]` there, `[1, id, error, result]` back. */
export interface Marionette {
  send(name: string, parameters?: object): Promise<unknown>
  end(): void
}

const FIELDS = { error: 2, result: 3 }
const COLON = 58

/** Cuts whole messages off a stream of bytes; what is left of the last one waits for more. */
const cutter = (take: (message: unknown) => void) => {
  let held = Buffer.alloc(0)
  return (bytes: Buffer): void => {
    held = Buffer.concat([held, bytes])
    for (;;) {
      const colon = held.indexOf(COLON)
      const length = Number(held.subarray(0, Math.max(0, colon)).toString())
      if (colon < 0 || held.length < colon + 1 + length) return
      take(JSON.parse(held.subarray(colon + 1, colon + 1 + length).toString()))
      held = held.subarray(colon + 1 + length)
    }
  }
}

const opened = (port: number): Promise<Socket | null> =>
  new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1', () => resolve(socket))
    socket.once('error', () => resolve(null))
  })

const TRIES = 300
/** Longer than the browser itself waits for a page or a script. */
const LONGEST = 60_000
const pause = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 100))

const answerOf = (message: readonly unknown[]): Answer => {
  const error = message[FIELDS.error]
  return error === null || error === undefined
    ? { ok: true, value: message[FIELDS.result] }
    : { ok: false, message: JSON.stringify(error) }
}

/** Waits for a Firefox that was just started, and speaks with it. */
export const openMarionette = async (port: number): Promise<Marionette> => {
  let socket = await opened(port)
  for (let i = 0; socket === null && i < TRIES; i++) {
    await pause()
    socket = await opened(port)
  }
  if (socket === null) throw new Error(`Firefox does not listen on port ${port}.`)
  const line = socket
  const waiting = new Map<number, (answer: Answer) => void>()
  let greet = (): void => undefined
  const greeted = new Promise<void>((resolve) => {
    greet = resolve
  })
  line.on(
    'data',
    cutter((message) => {
      if (!Array.isArray(message)) return greet()
      const id = Number(message[1])
      waiting.get(id)?.(answerOf(message))
      waiting.delete(id)
    }),
  )
  line.on('close', () => {
    for (const answer of waiting.values()) answer({ ok: false, message: 'Firefox is gone.' })
  })
  await greeted
  let last = 0
  return {
    send: async (name, parameters = {}) => {
      const id = ++last
      const answered = new Promise<Answer>((resolve) => {
        waiting.set(id, resolve)
        const text = JSON.stringify([0, id, name, parameters])
        line.write(`${Buffer.byteLength(text)}:${text}`)
      })
      const answer = await within(answered, name, LONGEST)
      if (!answer.ok) throw new Error(`${name}: ${answer.message}`)
      return answer.value
    },
    end: () => line.destroy(),
  }
}

/** A port that is free now. */
export const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const server = createServer()
    server.once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0))
    })
  })
