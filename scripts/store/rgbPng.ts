import { deflateSync, inflateSync } from 'node:zlib'
import { chunk, SIGNATURE } from '../icons/png.ts'

// Stores want pictures of 24 bits without alpha, and browsers take them with it. This writes them anew.

/** How a row is told: as it is, or as what it differs from the pixel before it, above it, or both. */
const FILTERS = [0, 1, 2, 3, 4]

const paeth = (left: number, up: number, corner: number): number => {
  const guess = left + up - corner
  const [a, b, c] = [left, up, corner].map((one) => Math.abs(guess - one)) as [number, number, number]
  if (a <= b && a <= c) return left
  return b <= c ? up : corner
}

/** What a byte is expected to be, from those around it. */
const expected = (filter: number, left: number, up: number, corner: number): number => {
  if (filter === 0) return 0
  if (filter === 1) return left
  if (filter === 2) return up
  if (filter === 3) return (left + up) >> 1
  return paeth(left, up, corner)
}

export interface Pixels {
  readonly width: number
  readonly height: number
  /** Red, green and blue of each, row by row. */
  readonly rgb: Uint8Array
}

/** Reads a PNG of eight bits a channel, as browsers write it. What shines through stands on white. */
export const readPng = (file: Buffer): Pixels => {
  const [width, height] = [file.readUInt32BE(16), file.readUInt32BE(20)]
  const [depth, kind, , , interlaced] = file.subarray(24, 29)
  const channels = kind === 6 ? 4 : 3
  if (depth !== 8 || (kind !== 2 && kind !== 6) || interlaced !== 0)
    throw new Error('No such PNG is read here.')
  const parts: Buffer[] = []
  for (let at = 8; at < file.length; at += file.readUInt32BE(at) + 12)
    if (file.toString('latin1', at + 4, at + 8) === 'IDAT')
      parts.push(file.subarray(at + 8, at + 8 + file.readUInt32BE(at)))
  const raw = inflateSync(Buffer.concat(parts))
  const line = width * channels
  const bytes = new Uint8Array(line * height)
  for (let y = 0; y < height; y++) {
    const filter = raw[y * (line + 1)] ?? 0
    for (let x = 0; x < line; x++) {
      const left = x < channels ? 0 : (bytes[y * line + x - channels] ?? 0)
      const up = y === 0 ? 0 : (bytes[(y - 1) * line + x] ?? 0)
      const corner = y === 0 || x < channels ? 0 : (bytes[(y - 1) * line + x - channels] ?? 0)
      bytes[y * line + x] = (raw[y * (line + 1) + 1 + x] ?? 0) + expected(filter, left, up, corner)
    }
  }
  const rgb = new Uint8Array(width * height * 3)
  for (let i = 0; i < width * height; i++) {
    const alpha = channels === 4 ? (bytes[i * 4 + 3] ?? 0) / 255 : 1
    for (let part = 0; part < 3; part++)
      rgb[i * 3 + part] = Math.round((bytes[i * channels + part] ?? 0) * alpha + 255 * (1 - alpha))
  }
  return { width, height, rgb }
}

/** Every row in one way. */
const rowsTold = ({ width, height, rgb }: Pixels, filter: number): Buffer => {
  const line = width * 3
  const rows = Buffer.alloc((line + 1) * height)
  for (let y = 0; y < height; y++) {
    rows[y * (line + 1)] = filter
    for (let x = 0; x < line; x++) {
      const left = x < 3 ? 0 : (rgb[y * line + x - 3] ?? 0)
      const up = y === 0 ? 0 : (rgb[(y - 1) * line + x] ?? 0)
      const corner = y === 0 || x < 3 ? 0 : (rgb[(y - 1) * line + x - 3] ?? 0)
      rows[y * (line + 1) + 1 + x] = (rgb[y * line + x] ?? 0) - expected(filter, left, up, corner)
    }
  }
  return rows
}

/** Writes a PNG of 24 bits, in the way that makes it the smallest. */
export const rgbPng = (pixels: Pixels): Buffer => {
  const header = Buffer.alloc(13)
  header.writeUInt32BE(pixels.width, 0)
  header.writeUInt32BE(pixels.height, 4)
  header.set([8, 2, 0, 0, 0], 8)
  const tries = FILTERS.map((filter) => deflateSync(rowsTold(pixels, filter), { level: 9, memLevel: 9 }))
  const data = tries.reduce((least, one) => (one.length < least.length ? one : least))
  return Buffer.concat([
    SIGNATURE,
    chunk('IHDR', header),
    chunk('IDAT', data),
    chunk('IEND', Buffer.alloc(0)),
  ])
}
