import { crc32, deflateSync } from 'node:zlib'
import type { Layer } from './svg.ts'

const GRID = 16

const rgb = (color: string): readonly number[] =>
  [1, 3, 5].map((at) => Number.parseInt(color.slice(at, at + 2), 16))

/** Red, green, blue and alpha of every pixel: each is covered as far as its middle lies inside. */
export const pixels = (layers: readonly Layer[], size: number): Buffer => {
  const scale = size / GRID
  const bytes = Buffer.alloc(size * size * 4)
  for (let row = 0; row < size; row++)
    for (let column = 0; column < size; column++) {
      const [x, y] = [(column + 0.5) / scale, (row + 0.5) / scale]
      let ink: readonly number[] = [0, 0, 0]
      let alpha = 0
      for (const { shape, color } of layers) {
        const cover = Math.min(1, Math.max(0, 0.5 - shape(x, y) * scale))
        if (cover === 0) continue
        const under = alpha * (1 - cover)
        const old = ink
        ink = rgb(color).map((part, i) => (part * cover + (old[i] ?? 0) * under) / (cover + under))
        alpha = cover + under
      }
      bytes.set([...ink, alpha * 255].map(Math.round), (row * size + column) * 4)
    }
  return bytes
}

export const chunk = (kind: string, data: Buffer): Buffer => {
  const body = Buffer.concat([Buffer.from(kind, 'latin1'), data])
  const framed = Buffer.alloc(body.length + 8)
  framed.writeUInt32BE(data.length, 0)
  body.copy(framed, 4)
  framed.writeUInt32BE(crc32(body), body.length + 4)
  return framed
}

export const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])

/** What the bytes of a pixel mean, as PNG numbers it. */
const RGB_AND_ALPHA = 6

/** A PNG of bytes, as many for each pixel as its kind has, with what else such a kind needs. */
export const pngOf = (kind: number, body: Buffer, size: number, more: readonly Buffer[] = []): Buffer => {
  const header = Buffer.alloc(13)
  header.writeUInt32BE(size, 0)
  header.writeUInt32BE(size, 4)
  header.set([8, kind, 0, 0, 0], 8)
  const width = body.length / size
  const rows = Buffer.alloc(size * (width + 1))
  for (let row = 0; row < size; row++) body.copy(rows, row * (width + 1) + 1, row * width, (row + 1) * width)
  const data = deflateSync(rows, { level: 9 })
  return Buffer.concat([
    SIGNATURE,
    chunk('IHDR', header),
    ...more,
    chunk('IDAT', data),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

/** A PNG of eight bits a channel, with alpha. */
export const png = (layers: readonly Layer[], size: number): Buffer =>
  pngOf(RGB_AND_ALPHA, pixels(layers, size), size)
