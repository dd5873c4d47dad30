import type { ReadBody } from './ports.ts'

/** The body in one piece. What the server announces as too large is not even begun. */
export const wholeBody: ReadBody = async (reply, limit) => {
  if (Number(reply.headers.get('content-length')) > limit) return null
  const text = await reply.text()
  // A character is at least a byte.
  return text.length > limit ? null : text
}

/** The few things used of a `TextDecoder`. */
export interface Decoder {
  decode(bytes?: Uint8Array, options?: { readonly stream: boolean }): string
}

/**
 * The body piece by piece, given up as soon as it is too large: for surfaces that can afford the bytes.
 *
 * @example streamedBody(() => new TextDecoder())
 */
export const streamedBody =
  (decoder: () => Decoder): ReadBody =>
  async (reply, limit) => {
    if (!reply.body) return wholeBody(reply, limit)
    const reader = reply.body.getReader()
    const text = decoder()
    let read = ''
    for (let size = 0; ; ) {
      const { done, value } = await reader.read()
      if (done || !value) return read + text.decode()
      size += value.length
      if (size > limit) {
        // Not waited for: a stream that will not be cancelled is aborted with its request.
        reader.cancel().catch(() => undefined)
        return null
      }
      read += text.decode(value, { stream: true })
    }
  }
