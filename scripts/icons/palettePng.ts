import { chunk, pixels, pngOf } from './png.ts'
import type { Layer } from './svg.ts'

/** What the bytes of a pixel mean, as PNG numbers it. */
const PLACE_IN_PALETTE = 3
const MOST_COLORS = 256
const SOLID = 255

const alphaOf = (color: number): number => color & 0xff

/** All colours, those that are clear to any degree first: a PNG says how clear they are only as far as there are any. */
const paletteOf = (raw: readonly number[]): readonly number[] => {
  const colors = [...new Set(raw)]
  return [
    ...colors.filter((color) => alphaOf(color) < SOLID),
    ...colors.filter((color) => alphaOf(color) === SOLID),
  ]
}

/**
 * The same picture as a PNG of eight bits a channel, in fewer bytes: a palette of its colours, and a place in it for each
 * pixel. Small icons have few colours, and the package holds many icons.
 */
export const palettePng = (layers: readonly Layer[], size: number): Buffer => {
  const raw = pixels(layers, size)
  const colorOfPixel = Array.from({ length: size * size }, (_, i) => raw.readUInt32BE(i * 4))
  const palette = paletteOf(colorOfPixel)
  if (palette.length > MOST_COLORS) throw new Error(`A palette has no room for ${palette.length} colours.`)
  const places = new Map(palette.map((color, i) => [color, i]))
  const parts = palette.flatMap((color) => [color >>> 24, (color >>> 16) & 0xff, (color >>> 8) & 0xff])
  const alphas = palette.map(alphaOf).filter((alpha) => alpha < SOLID)
  return pngOf(PLACE_IN_PALETTE, Buffer.from(colorOfPixel.map((color) => places.get(color) ?? 0)), size, [
    chunk('PLTE', Buffer.from(parts)),
    chunk('tRNS', Buffer.from(alphas)),
  ])
}
