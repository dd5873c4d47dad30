import { type DrawnElement, ELEMENT, elementsOf } from '../../extension/domain/drawing.ts'
import { arc, both, box, circle, grown, polygon, type Shape, stroke } from './shapes.ts'

// The few kinds of SVG that the icons are drawn in, on a grid of 16 by 16. Anything else is refused rather than left out.

/** A filled shape; later ones lie on top. */
export interface Layer {
  readonly shape: Shape
  readonly color: string
}

type Point = readonly [number, number]

const numbers = (text: string): number[] => {
  const found = text
    .trim()
    .split(/[\s,]+/)
    .map(Number)
  if (found.some(Number.isNaN)) throw new Error(`Not all of these are numbers: ${text}`)
  return found
}

const pairs = (text: string): Point[] => {
  const all = numbers(text)
  return all.flatMap((x, i) => (i % 2 === 0 ? [[x, all[i + 1] ?? 0] as const] : []))
}

/** A part of a circle's line between two points, turning clockwise. */
const turn = ([x1, y1]: Point, r: number, isLarge: boolean, [x2, y2]: Point, width: number): Shape => {
  const half = Math.hypot(x2 - x1, y2 - y1) / 2
  const up = Math.sqrt(Math.max(0, r * r - half * half)) * (isLarge ? 1 : -1)
  const cx = (x1 + x2) / 2 + (up * (y2 - y1)) / (2 * half)
  const cy = (y1 + y2) / 2 - (up * (x2 - x1)) / (2 * half)
  const degrees = (x: number, y: number): number => (Math.atan2(y - cy, x - cx) * 180) / Math.PI
  const from = degrees(x1, y1)
  return arc(cx, cy, r, from, (degrees(x2, y2) - from + 360) % 360, width)
}

/** Straight lines, and arcs clockwise, from one point to the next. */
const lines = (d: string, width: number): Shape => {
  const steps = [...d.matchAll(/([A-Za-z])([^A-Za-z]*)/g)]
  let at: Point = [0, 0]
  const parts = steps.flatMap(([, command = '', text = '']) => {
    const values = numbers(text)
    const from = at
    at = [values.at(-2) ?? 0, values.at(-1) ?? 0]
    if (command === 'M') return []
    if (command === 'L') return [stroke(...from, ...at, width)]
    const [rx = 0, ry, , isLarge, isClockwise] = values
    if (command !== 'A' || rx !== ry || isClockwise !== 1) throw new Error(`No such line: ${d}`)
    return [turn(from, rx, isLarge === 1, at, width)]
  })
  return both(...parts)
}

const shapeOf = ({ kind, attributes }: DrawnElement): Shape => {
  const of = (name: string): number => Number(attributes[name] ?? 0)
  const width = of('stroke-width')
  const isLine = attributes['fill'] === 'none'
  if (kind === 'circle' && isLine) return arc(of('cx'), of('cy'), of('r'), 0, 360, width)
  if (kind === 'circle' && width === 0) return circle(of('cx'), of('cy'), of('r'))
  if (kind === 'rect' && !isLine && width === 0)
    return box(of('x'), of('y'), of('x') + of('width'), of('y') + of('height'), of('rx'))
  if (kind === 'polygon' && !isLine) return grown(polygon(pairs(attributes['points'] ?? ''), 0), width / 2)
  if (kind === 'path' && isLine) return lines(attributes['d'] ?? '', width)
  throw new Error(`No icon is drawn with such a ${kind}.`)
}

/** What is read of an element beside its colours, or changes nothing where ends are round. */
const READ = /^(cx|cy|r|x|y|rx|width|height|points|d|stroke-(width|linecap|linejoin))$/

/** The layers of a drawing, from the lowest up. */
export const layersOf = (svg: string): Layer[] => {
  const [, inside = ''] = /^<svg xmlns="[^"]+" viewBox="0 0 16 16">([\s\S]*)<\/svg>\s*$/.exec(svg) ?? []
  if (inside.replace(ELEMENT, '').trim() !== '' || inside === '')
    throw new Error('No icon is drawn like that.')
  return elementsOf(inside).map((element) => {
    const { fill = '', stroke = fill, ...others } = element.attributes
    const unread = Object.keys(others).filter((one) => !READ.test(one))
    if (unread.length > 0) throw new Error(`No icon is drawn with ${unread}.`)
    if (fill !== 'none' && stroke !== fill)
      throw new Error('What is filled has an edge of the same colour, or none.')
    return { shape: shapeOf(element), color: stroke }
  })
}
