import { type ClientRequest, get, type IncomingMessage } from 'node:http'

export interface ServerEvent {
  readonly event: string
  readonly id: string | null
  readonly data: string
}

export interface Listener {
  /** Called for each event, beats too. */
  readonly heard: (event: ServerEvent) => void
  /** Called once, with the answer's head, before any event. */
  readonly opened?: (status: number, response: IncomingMessage) => void
  /** Called once it is over, for whatever reason. */
  readonly ended?: () => void
}

const fieldOf = (block: string, name: string): string | null =>
  new RegExp(`^${name}: (.*)$`, 'm').exec(block)?.[1] ?? null

/** Reads an event stream as EventSource would, but never opens it anew by itself. */
export const listen = (url: string, { heard, opened, ended }: Listener): ClientRequest => {
  let text = ''
  const request = get(url, { agent: false }, (response) => {
    opened?.(response.statusCode ?? 0, response)
    response.setEncoding('utf8')
    response.on('data', (piece: string) => {
      text += piece
      for (let end = text.indexOf('\n\n'); end >= 0; end = text.indexOf('\n\n')) {
        const block = text.slice(0, end)
        text = text.slice(end + 2)
        const data = fieldOf(block, 'data')
        if (data !== null)
          heard({ event: fieldOf(block, 'event') ?? 'message', id: fieldOf(block, 'id'), data })
      }
    })
    response.on('error', () => undefined)
  })
  request.on('error', () => undefined)
  request.on('close', () => ended?.())
  return request
}
