import { deflateSync } from 'node:zlib'
import { chunk, SIGNATURE } from '../icons/png.ts'
import type { Pixels } from './rgbPng.ts'

// Pictures in documents are small: a page has few colours, and its letters' edges look the same in a few less.

const MOST_COLORS = 256
/** Colours as near as this look the same beside each other. */
const SAME = 12

const partsOf = (color: number): readonly [number, number, number] => [
  color >> 16,
  (color >> 8) & 0xff,
  color & 0xff,
]

const distance = (one: number, other: number): number => {
  const [a, b] = [partsOf(one), partsOf(other)]
  return Math.max(...a.map((part, i) => Math.abs(part - (b[i] ?? 0))))
}

/** What is there most of, none of it like another. */
const paletteOf = (counts: ReadonlyMap<number, number>): readonly number[] => {
  const palette: number[] = []
  for (const [color] of [...counts].sort(([, one], [, other]) => other - one))
    if (palette.length < MOST_COLORS && palette.every((one) => distance(one, color) >= SAME))
      palette.push(color)
  return palette
}

/** Writes a PNG of 256 colours at most. */
export const palettePng = ({ width, height, rgb }: Pixels): Buffer => {
  const colors = Array.from(
    { length: width * height },
    (_, i) => ((rgb[3 * i] ?? 0) << 16) | ((rgb[3 * i + 1] ?? 0) << 8) | (rgb[3 * i + 2] ?? 0),
  )
  const counts = new Map<number, number>()
  for (const color of colors) counts.set(color, (counts.get(color) ?? 0) + 1)
  const palette = paletteOf(counts)
  const nearest = new Map(
    [...counts.keys()].map((color) => [
      color,
      palette.reduce(
        (best, one, place) => (distance(one, color) < distance(palette[best] ?? 0, color) ? place : best),
        0,
      ),
    ]),
  )
  const rows = Buffer.alloc((width + 1) * height)
  for (const [i, color] of colors.entries()) rows[i + Math.floor(i / width) + 1] = nearest.get(color) ?? 0
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header.set([8, 3, 0, 0, 0], 8)
  return Buffer.concat([
    SIGNATURE,
    chunk('IHDR', header),
    chunk('PLTE', Buffer.from(palette.flatMap(partsOf))),
    chunk('IDAT', deflateSync(rows, { level: 9, memLevel: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ])
}
