import { readFileSync, statSync } from 'node:fs'
import { inflateSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { PICTURE_FOLDER } from '../../../scripts/store/files.ts'
import { markPictures } from '../../../scripts/store/icons.ts'
import { palettePng } from '../../../scripts/store/palettePng.ts'
import { type Pixels, readPng, rgbPng } from '../../../scripts/store/rgbPng.ts'
import { CHROME_ICON, EDGE_LOGO, MARQUEE, PICTURES, SCREENSHOTS, TILE } from '../../../store/pictures.ts'

const fileOf = (file: string): Buffer => readFileSync(new URL(file, PICTURE_FOLDER))

/** What a PNG says of itself: three colours without alpha are kind 2, with alpha 6. */
const headOf = (png: Buffer) => ({
  isPng: png.toString('latin1', 1, 4) === 'PNG' && png.toString('latin1', 12, 16) === 'IHDR',
  width: png.readUInt32BE(16),
  height: png.readUInt32BE(20),
  depth: png[24],
  kind: png[25],
})

const OPAQUE = [...SCREENSHOTS, TILE, MARQUEE]

describe.each(PICTURES)('$file', ({ file, width, height }) => {
  it('has the size it is made for, and is quick to load', () => {
    expect(headOf(fileOf(file))).toMatchObject({ isPng: true, width, height, depth: 8 })
    expect(statSync(new URL(file, PICTURE_FOLDER)).size).toBeLessThan(150_000)
  })
})

describe('pictures of screens', () => {
  it.each(OPAQUE)('$file has 24 bits and no alpha', ({ file }) => {
    expect(headOf(fileOf(file)).kind).toBe(2)
  })

  it.each(OPAQUE)('$file shows something', ({ file }) => {
    const { rgb } = readPng(fileOf(file))
    const colours = new Set<number>()
    for (let i = 0; i < rgb.length; i += 3)
      colours.add(((rgb[i] ?? 0) << 16) | ((rgb[i + 1] ?? 0) << 8) | (rgb[i + 2] ?? 0))
    expect(colours.size).toBeGreaterThan(100)
  })

  it('have the sizes that stores ask for', () => {
    expect(SCREENSHOTS.length).toBeGreaterThanOrEqual(4)
    for (const { width, height } of SCREENSHOTS) expect([width, height]).toEqual([1280, 800])
    expect([TILE.width, TILE.height]).toEqual([440, 280])
    expect([MARQUEE.width, MARQUEE.height]).toEqual([1400, 560])
    expect([EDGE_LOGO.width, EDGE_LOGO.height]).toEqual([300, 300])
  })
})

describe('pictures of the mark', () => {
  it.each(markPictures())('$picture.file is drawn as the drawing is', ({ picture, bytes }) => {
    expect(fileOf(picture.file).equals(bytes)).toBe(true)
  })

  it('leave the edge free that Chrome’s store wants, and fill the rest', () => {
    const file = fileOf(CHROME_ICON.file)
    const data = file.indexOf('IDAT')
    const rows = inflateSync(file.subarray(data + 4, data + 4 + file.readUInt32BE(data - 4)))
    const drawn: [number, number][] = []
    for (let y = 0; y < 128; y++)
      for (let x = 0; x < 128; x++) if ((rows[y * 513 + 1 + x * 4 + 3] ?? 0) > 0) drawn.push([x, y])
    const [xs, ys] = [drawn.map(([x]) => x), drawn.map(([, y]) => y)]
    expect([Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)]).toEqual([16, 111, 16, 111])
  })
})

describe('a PNG of 24 bits', () => {
  const pixels = {
    width: 3,
    height: 2,
    rgb: Uint8Array.from([255, 0, 0, 0, 255, 0, 0, 0, 255, 10, 20, 30, 11, 21, 31, 250, 251, 252]),
  }

  it('is read as it was written', () => {
    const png = rgbPng(pixels)
    expect(headOf(png)).toEqual({ isPng: true, width: 3, height: 2, depth: 8, kind: 2 })
    expect(readPng(png)).toEqual(pixels)
  })

  it.each(SCREENSHOTS.slice(0, 1))('is the same when it is written again', ({ file }) => {
    expect(rgbPng(readPng(fileOf(file))).equals(fileOf(file))).toBe(true)
  })

  it('takes what has alpha for what it looks like on white', () => {
    const { width, rgb } = readPng(fileOf(CHROME_ICON.file))
    expect([...rgb.subarray(0, 3)]).toEqual([255, 255, 255])
    const middle = (64 * width + 20) * 3
    expect([...rgb.subarray(middle, middle + 3)]).toEqual([0x14, 0x21, 0x3a])
  })

  it('is not made of a PNG with a palette', () => {
    const png = rgbPng(pixels)
    png[25] = 3
    expect(() => readPng(png)).toThrow('No such PNG')
  })
})

describe('a PNG of few colours', () => {
  const partOf = (png: Buffer, name: string): Buffer => {
    const at = png.indexOf(name)
    return png.subarray(at + 4, at + 4 + png.readUInt32BE(at - 4))
  }
  /** Its colours, pixel by pixel. */
  const colorsIn = (png: Buffer, { width, height }: Pixels): string[] => {
    const [palette, rows] = [partOf(png, 'PLTE'), inflateSync(partOf(png, 'IDAT'))]
    return Array.from({ length: width * height }, (_, i) => {
      const place = rows[i + Math.floor(i / width) + 1] ?? 0
      return palette.subarray(3 * place, 3 * place + 3).toString('hex')
    })
  }
  const pixels = (width: number, ...colors: string[]): Pixels => ({
    width,
    height: colors.length / width,
    rgb: Buffer.from(colors.join(''), 'hex'),
  })

  it('keeps colours that differ, and makes those that look the same one', () => {
    const picture = pixels(3, 'ff0000', '00ff00', '00ff00', '0000ff', '02fd01', 'ff0000')
    const png = palettePng(picture)
    expect(headOf(png)).toEqual({ isPng: true, width: 3, height: 2, depth: 8, kind: 3 })
    expect(colorsIn(png, picture)).toEqual(['ff0000', '00ff00', '00ff00', '0000ff', '00ff00', 'ff0000'])
  })

  it('has 256 at most', () => {
    const picture = pixels(
      8,
      ...Array.from({ length: 512 }, (_, i) =>
        [i >> 6, (i >> 3) & 7, i & 7].map((part) => (part * 36).toString(16).padStart(2, '0')).join(''),
      ),
    )
    const png = palettePng(picture)
    expect(partOf(png, 'PLTE')).toHaveLength(3 * 256)
    expect(new Set(colorsIn(png, picture)).size).toBe(256)
  })
})
