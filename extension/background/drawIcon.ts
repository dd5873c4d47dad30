import degraded from '../../public/icons/degraded.svg?raw'
import maintenance from '../../public/icons/maintenance.svg?raw'
import notice from '../../public/icons/notice.svg?raw'
import ok from '../../public/icons/ok.svg?raw'
import outage from '../../public/icons/outage.svg?raw'
import unknown from '../../public/icons/unknown.svg?raw'
import type { Level } from '../../shared/model/verdict.ts'
import { type DrawnElement, elementsOf } from '../domain/drawing.ts'
import { DRAWN_SIZES } from '../domain/iconSizes.ts'
import { drawRing, penFor } from './drawRing.ts'

const DRAWINGS: Readonly<Record<Level, string>> = { degraded, maintenance, notice, ok, outage, unknown }

const outlineOf = ({ kind, attributes }: DrawnElement): Path2D => {
  const of = (name: string): number => Number(attributes[name])
  const path = new Path2D(kind === 'polygon' ? `M${attributes['points']}Z` : attributes['d'])
  if (kind === 'circle') path.arc(of('cx'), of('cy'), of('r'), 0, 2 * Math.PI)
  if (kind === 'rect') path.roundRect(of('x'), of('y'), of('width'), of('height'), of('rx'))
  return path
}

const draw = (elements: readonly DrawnElement[], size: number, isRinged: boolean): ImageData => {
  const pen = penFor(size)
  if (isRinged) drawRing(pen)
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

const drawn = new Map<string, Readonly<Record<string, ImageData>>>()

/** A level's icon in all sizes, drawn once in the life of a background. Throws where the browser won't draw. */
export const drawIcon = (level: Level, isRinged = false): Readonly<Record<string, ImageData>> => {
  const name = `${level} ${isRinged}`
  const known = drawn.get(name)
  if (known !== undefined) return known
  const elements = elementsOf(DRAWINGS[level])
  const icon = Object.fromEntries(DRAWN_SIZES.map((size) => [size, draw(elements, size, isRinged)]))
  drawn.set(name, icon)
  return icon
}
