import { readdirSync, readFileSync } from 'node:fs'
import { inflateSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { DRAWINGS, ICONS } from '../../../scripts/icons/drawings.ts'
import { palettePng } from '../../../scripts/icons/palettePng.ts'
import { png } from '../../../scripts/icons/png.ts'
import { type Layer, layersOf } from '../../../scripts/icons/svg.ts'
import { LEVELS } from '../../../shared/model/verdict.ts'
import { COLORS } from '../../../shared/text/colors.ts'

const folder = new URL('../../../public/icons/', import.meta.url)

/** What is in a part of a PNG. */
const partOf = (file: Buffer, kind: string): Buffer => {
  const at = file.indexOf(kind)
  return file.subarray(at + 4, at + 4 + file.readUInt32BE(at - 4))
}

/** Width, and the four bytes of every pixel, out of the palette, as rows behind a filter byte of 0. */
const pixels = (file: Buffer): { readonly size: number; readonly rows: Buffer } => {
  const size = file.readUInt32BE(16)
  const [colors, alphas] = [partOf(file, 'PLTE'), partOf(file, 'tRNS')]
  const places = inflateSync(partOf(file, 'IDAT'))
  const row = (y: number): number[] =>
    [...places.subarray(y * (size + 1) + 1, (y + 1) * (size + 1))].flatMap((place) => [
      ...colors.subarray(place * 3, place * 3 + 3),
      alphas[place] ?? 255,
    ])
  return { size, rows: Buffer.from(Array.from({ length: size }, (_, y) => [0, ...row(y)]).flat()) }
}

/** An icon's pixels in a size, whether or not it is packed as a picture. */
const drawnAt = (name: string, size: number) => pixels(palettePng(DRAWINGS.get(name) ?? [], size))

/** Where an icon is drawn at all, whatever its colours. */
const silhouette = (name: string): string => {
  const { size, rows } = drawnAt(name, 16)
  const isDrawn = (x: number, y: number): boolean => (rows[y * (size * 4 + 1) + 1 + x * 4 + 3] ?? 0) > 127
  return Array.from({ length: size * size }, (_, i) =>
    isDrawn(i % size, Math.floor(i / size)) ? '#' : '.',
  ).join('')
}

describe('drawings', () => {
  it('wear the colour of their level and white, and no other', () => {
    for (const level of LEVELS) {
      const svg = readFileSync(new URL(`${level}.svg`, folder), 'utf8')
      const colors = new Set(layersOf(svg).map(({ color }) => color))
      expect([...colors].sort(), level).toEqual([COLORS[level], '#ffffff'].sort())
    }
  })

  it.each([
    ['an unknown element', '<text x="1" />'],
    ['a path that is filled', '<path d="M1 1L2 2" fill="#ffffff" />'],
    ['a curve', '<path d="M1 1C2 2 3 3 4 4" fill="none" stroke="#ffffff" stroke-width="1" />'],
    ['an arc the other way round', '<path d="M1 8A7 7 0 0 0 15 8" fill="none" stroke="#ffffff" />'],
    ['what is no number', '<polygon points="1,a 2,2" fill="#ffffff" />'],
    ['two colours', '<polygon points="1,1 2,2 1,2" fill="#ffffff" stroke="#000000" stroke-width="1" />'],
    ['an edge round what has none', '<circle cx="8" cy="8" r="2" fill="#ffffff" stroke-width="1" />'],
    ['less than its whole colour', '<circle cx="8" cy="8" r="2" fill="#ffffff" opacity="0.5" />'],
    ['nothing', ''],
  ])('with %s are refused rather than drawn without it', (_, inside) =>
    expect(() =>
      layersOf(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 16">${inside}</svg>`),
    ).toThrow(),
  )
})

describe('icons', () => {
  it('are drawn as the drawings say, and there are no others', () => {
    const pictures = readdirSync(folder).filter((file) => !file.endsWith('.svg'))
    expect(pictures.sort()).toEqual(ICONS.map(({ name }) => name).sort())
    expect([...DRAWINGS.keys()].sort()).toEqual([...LEVELS, 'podlight'].sort())
    // Bytes differ with the version of zlib; what they unpack to does not. A palette loses nothing.
    for (const { name, size, layers } of ICONS) {
      const { rows } = pixels(readFileSync(new URL(name, folder)))
      expect(rows.equals(inflateSync(partOf(png(layers, size), 'IDAT'))), name).toBe(true)
    }
  })

  it('are refused where a palette has too few places for their colours', () => {
    const fades: Layer[] = [
      { shape: (x) => (x - 8) / 48, color: '#ff0000' },
      { shape: (_, y) => (y - 8) / 48, color: '#0000ff' },
    ]
    expect(() => palettePng(fades, 48)).toThrow('no room')
    expect(palettePng(fades.slice(1), 48).length).toBeGreaterThan(100)
  })

  it('have an outline of their own for each level, told apart without colour', () => {
    const round = ['ok', 'unknown']
    const outlines = LEVELS.filter((level) => level !== 'unknown').map(silhouette)
    expect(new Set(outlines).size).toBe(outlines.length)
    // Both are round: one is filled and the other hollow.
    const [filled, hollow] = round.map((level) => {
      const { size, rows } = drawnAt(level, 16)
      const at = (size / 2) * (size * 4 + 1) + 1 + 3 * 4
      return (rows[at] ?? 0) + (rows[at + 1] ?? 0) + (rows[at + 2] ?? 0)
    })
    expect(hollow).toBeGreaterThan((filled ?? 0) + 200)
  })

  it('end in something light, so that a dark toolbar does not swallow them', () => {
    for (const level of LEVELS) {
      const { size, rows } = drawnAt(level, 48)
      const middle = (size / 2) * (size * 4 + 1) + 1
      // From the left to the first pixel that is fully drawn.
      let x = 0
      while ((rows[middle + x * 4 + 3] ?? 0) < 250) x++
      for (const part of [0, 1, 2]) expect(rows[middle + x * 4 + part], level).toBeGreaterThan(200)
    }
  })
})
