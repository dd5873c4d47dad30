import type { IncomingMessage, ServerResponse } from 'node:http'
import { HEADERS, refuse } from './answer.ts'
import type { Fault } from './fault.ts'
import type { Body } from './routes.ts'

const HTML =
  '<!doctype html>\n<html lang="en"><head><title>Moved</title></head><body><p>This page has moved.</p></body></html>\n'

/** Bytes no decoder takes for text, the same in every run. */
const GARBAGE = Buffer.from(Array.from({ length: 2048 }, (_, index) => (index * 167 + 128) % 256))

/** Answers one request as the fault says. Returns the status sent, 0 where there is none. */
export function misbehave(
  request: IncomingMessage,
  response: ServerResponse,
  fault: Fault,
  body: Body,
): number {
  const whole = Buffer.from(body.text)
  const half = whole.subarray(0, Math.floor(whole.length / 2))
  const head = (type: string, length: number | null): void => {
    const size = length === null ? {} : { 'Content-Length': length }
    response.writeHead(200, { ...HEADERS, 'Content-Type': type, ...size })
  }
  const send = (type: string, bytes: Buffer | string): number => {
    head(type, Buffer.byteLength(bytes))
    response.end(request.method === 'HEAD' ? undefined : bytes)
    return 200
  }
  switch (fault.kind) {
    case '429':
      return refuse(request, response, 429, 'Too many requests', { 'Retry-After': String(fault.retryAfter) })
    case '500':
      return refuse(request, response, 500, 'Internal server error')
    case 'redirect':
      response.writeHead(302, { ...HEADERS, Location: request.url ?? '/' })
      response.end()
      return 302
    case 'hang':
      return 0
    case 'refuse':
      request.socket.destroy()
      return 0
    case 'stall':
      head(body.type, whole.length)
      // Nothing is written for HEAD, not even the head, unless it is pushed out.
      response.flushHeaders()
      response.write(half)
      return 200
    case 'cut':
      head(body.type, whole.length)
      // Only once the half is on its way: destroyed sooner, the reader would see no answer at all.
      response.write(half, () => request.socket.destroySoon())
      return 200
    case 'truncated':
      return send(body.type, half)
    case 'empty':
      return send(body.type, '')
    case 'html':
      return send('text/html; charset=utf-8', HTML)
    case 'garbage':
      return send(body.type, GARBAGE)
    case 'other-page':
      return send(body.type, whole)
    case 'slow':
      head(body.type, whole.length)
      drip(response, whole, fault)
      return 200
    case 'huge':
      return send(body.type, padded(body.text, fault.size))
  }
}

function drip(response: ServerResponse, whole: Buffer, { bytes, every }: Fault): void {
  let sent = 0
  const timer = setInterval(() => {
    response.write(whole.subarray(sent, sent + bytes))
    sent += bytes
    if (sent >= whole.length) response.end()
  }, every)
  // Also when the reader gives up or the server is closed: `close` follows `end` in any case.
  response.once('close', () => clearInterval(timer))
  response.once('finish', () => clearInterval(timer))
}

/** White space may stand after any document, so the padded one stays valid. */
function padded(text: string, size: number): Buffer {
  const whole = Buffer.from(text)
  return whole.length >= size ? whole : Buffer.concat([whole, Buffer.alloc(size - whole.length, ' ')])
}
