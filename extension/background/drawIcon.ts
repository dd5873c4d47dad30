import degraded from '../../public/icons/degraded.svg?raw'
import maintenance from '../../public/icons/maintenance.svg?raw'
import notice from '../../public/icons/notice.svg?raw'
import ok from '../../public/icons/ok.svg?raw'
import outage from '../../public/icons/outage.svg?raw'
import type { Level } from '../../shared/model/verdict.ts'
import { type DrawnElement, elementsOf } from '../domain/drawing.ts'
import { DRAWN_SIZES } from '../domain/iconSizes.ts'

/** The levels that aren't packed as pictures. */
export type DrawnLevel = Exclude<Level, 'unknown'>

const DRAWINGS: Readonly<Record<DrawnLevel, string>> = { degraded, maintenance, notice, ok, outage }

/** The grid on which icons are drawn. */
const GRID = 16

const outlineOf = ({ kind, attributes }: DrawnElement): Path2D => {
  const of = (name: string): number => Number(attributes[name])
  const path = new Path2D(kind === 'polygon' ? `M${attributes['points']}Z` : attributes['d'])
  if (kind === 'circle') path.arc(of('cx'), of('cy'), of('r'), 0, 2 * Math.PI)
  if (kind === 'rect') path.roundRect(of('x'), of('y'), of('width'), of('height'), of('rx'))
  return path
}

const draw = (elements: readonly DrawnElement[], size: number): ImageData => {
  // In memory, without a graphics card: nothing is shown here, and everything is read back.
  const pen = new OffscreenCanvas(size, size).getContext('2d', { willReadFrequently: true })
  if (pen === null) throw new Error('There is nothing to draw on.')
  pen.scale(size / GRID, size / GRID)
  pen.lineCap = pen.lineJoin = 'round'
  for (const element of elements) {
    const { fill = 'none', stroke = 'none', 'stroke-width': width } = element.attributes
    const outline = outlineOf(element)
    pen.fillStyle = fill
    if (fill !== 'none') pen.fill(outline)
    pen.strokeStyle = stroke
    pen.lineWidth = Number(width)
    if (stroke !== 'none') pen.stroke(outline)
  }
  return pen.getImageData(0, 0, size, size)
}

const drawn = new Map<DrawnLevel, Readonly<Record<string, ImageData>>>()

/** A level's icon in all sizes, drawn once in the life of a background. Throws where the browser won't draw. */
export const drawIcon = (level: DrawnLevel): Readonly<Record<string, ImageData>> => {
  const known = drawn.get(level)
  if (known !== undefined) return known
  const elements = elementsOf(DRAWINGS[level])
  const icon = Object.fromEntries(DRAWN_SIZES.map((size) => [size, draw(elements, size)]))
  drawn.set(level, icon)
  return icon
}
