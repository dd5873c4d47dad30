import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { DRAWINGS, FOLDER } from '../../scripts/icons/drawings.ts'
import { png } from '../../scripts/icons/png.ts'
import { LEVELS } from '../../shared/model/verdict.ts'
import { inFull } from '../support/nightly.ts'
import { ALL, startWeb } from './support/startWeb.ts'
import type { Web } from './support/web.ts'

// What we draw as pictures and what browsers make of the drawings are the same icon.

const SIZE = 48
const addressOf = (type: string, bytes: Buffer): string => `data:${type};base64,${bytes.toString('base64')}`
const drawing = (name: string): string =>
  addressOf('image/svg+xml', readFileSync(new URL(`${name}.svg`, FOLDER)))
const picture = (name: string): string => addressOf('image/png', png(DRAWINGS.get(name) ?? [], SIZE))

/** How far two images are apart on white, as a mean over all pixels and colours, from 0 to 255. */
const APART = (one: string, other: string, size: number): string => `
  const drawn = await Promise.all([${JSON.stringify(one)}, ${JSON.stringify(other)}].map(async (address) => {
    const image = new Image(${size}, ${size})
    image.src = address
    await image.decode()
    const canvas = document.createElement('canvas')
    canvas.width = canvas.height = ${size}
    const paper = canvas.getContext('2d')
    paper.fillStyle = '#fff'
    paper.fillRect(0, 0, ${size}, ${size})
    paper.drawImage(image, 0, 0, ${size}, ${size})
    return paper.getImageData(0, 0, ${size}, ${size}).data
  }))
  return drawn[0].reduce((sum, value, i) => sum + Math.abs(value - drawn[1][i]), 0) / drawn[0].length`

describe.each(ALL.filter(inFull))('icons in %s', (name) => {
  let web: Web
  beforeAll(async () => {
    web = await startWeb(name)
    await web.open('about:blank')
  })
  afterAll(() => web.close())
  const apart = (one: string, other: string): Promise<unknown> =>
    web.run(APART(drawing(one), picture(other), SIZE))

  it.each([...LEVELS, 'podlight'])('%s looks the same drawn and painted', async (icon) => {
    expect(await apart(icon, icon)).toBeLessThan(2)
    // As the measure would see.
    expect(await apart(icon, icon === 'ok' ? 'outage' : 'ok')).toBeGreaterThan(10)
  })
})
