import { once } from 'node:events'
import { connect } from 'node:net'

// Presses keys on a screen of X, for what a browser shows beside its pages and lets no protocol of its own answer.

/** As they are numbered on every keyboard that such a screen has. */
const CODES = { Escape: 9, Tab: 23, Enter: 36 } as const
export type ScreenKey = keyof typeof CODES

const TEST_KEYS = 'XTEST'
const PRESSED = 2
const RELEASED = 3

/** Little-endian, the newest version, and nobody in particular. */
const HELLO = Buffer.from([0x6c, 0, 11, 0, 0, 0, 0, 0, 0, 0, 0, 0])

const askForTestKeys = (): Buffer => {
  const request = Buffer.alloc(16)
  request.writeUInt8(98, 0)
  request.writeUInt16LE(4, 2)
  request.writeUInt16LE(TEST_KEYS.length, 4)
  request.write(TEST_KEYS, 8)
  return request
}

const keyRequest = (extension: number, type: number, code: number): Buffer => {
  const request = Buffer.alloc(36)
  request.set([extension, 2, 9, 0, type, code])
  return request
}

/** Presses keys, one after the other, where the focus is. */
export const pressOn = async (display: string, keys: readonly ScreenKey[]): Promise<void> => {
  const socket = connect(`/tmp/.X11-unix/X${display.slice(1)}`)
  let got = Buffer.alloc(0)
  const read = async (size: number): Promise<Buffer> => {
    while (got.length < size) got = Buffer.concat([got, ...(await once(socket, 'data'))])
    const part = got.subarray(0, size)
    got = got.subarray(size)
    return part
  }
  try {
    socket.write(HELLO)
    const hello = await read(8)
    if (hello[0] !== 1) throw new Error('The screen lets nobody in.')
    await read(hello.readUInt16LE(6) * 4)
    socket.write(askForTestKeys())
    const extension = (await read(32))[9] ?? 0
    for (const key of keys)
      for (const type of [PRESSED, RELEASED]) socket.write(keyRequest(extension, type, CODES[key]))
    // Answered after all of them are done.
    socket.write(askForTestKeys())
    await read(32)
  } finally {
    socket.destroy()
  }
}
