import { crc32, deflateSync } from 'node:zlib'
import type { Layer } from './svg.ts'

const GRID = 16

const rgb = (color: string): readonly number[] =>
  [1, 3, 5].map((at) => Number.parseInt(color.slice(at, at + 2), 16))

/** Red, green, blue and alpha of every pixel: each is covered as far as its middle lies inside. */
const pixels = (layers: readonly Layer[], size: number): Buffer => {
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

/** A PNG of eight bits a channel, with alpha. */
export const png = (layers: readonly Layer[], size: number): Buffer => {
  const header = Buffer.alloc(13)
  header.writeUInt32BE(size, 0)
  header.writeUInt32BE(size, 4)
  header.set([8, 6, 0, 0, 0], 8)
  const raw = pixels(layers, size)
  const rows = Buffer.alloc(size * (size * 4 + 1))
  for (let row = 0; row < size; row++)
    raw.copy(rows, row * (size * 4 + 1) + 1, row * size * 4, (row + 1) * size * 4)
  const data = deflateSync(rows, { level: 9 })
  return Buffer.concat([
    SIGNATURE,
    chunk('IHDR', header),
    chunk('IDAT', data),
    chunk('IEND', Buffer.alloc(0)),
  ])
}
