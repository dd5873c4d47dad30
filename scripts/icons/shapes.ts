/** A shape as its signed distance: how far a point is outside, negative inside. Units of a 16 by 16 grid. */
export type Shape = (x: number, y: number) => number

export const circle =
  (cx: number, cy: number, r: number): Shape =>
  (x, y) =>
    Math.hypot(x - cx, y - cy) - r

/** A line with round ends. */
export const stroke =
  (x1: number, y1: number, x2: number, y2: number, width: number): Shape =>
  (x, y) => {
    const [dx, dy] = [x2 - x1, y2 - y1]
    const along = Math.min(1, Math.max(0, ((x - x1) * dx + (y - y1) * dy) / (dx * dx + dy * dy)))
    return Math.hypot(x - x1 - along * dx, y - y1 - along * dy) - width / 2
  }

/** A part of a circle's line, from an angle over so many degrees, clockwise from the right, with round ends. */
export const arc =
  (cx: number, cy: number, r: number, from: number, over: number, width: number): Shape =>
  (x, y) => {
    const degrees = (angle: number): number => ((angle % 360) + 360) % 360
    const turned = degrees((Math.atan2(y - cy, x - cx) * 180) / Math.PI - from)
    if (turned <= over) return Math.abs(Math.hypot(x - cx, y - cy) - r) - width / 2
    const end = (angle: number): number => {
      const radians = (angle * Math.PI) / 180
      return Math.hypot(x - cx - r * Math.cos(radians), y - cy - r * Math.sin(radians))
    }
    return Math.min(end(from), end(from + over)) - width / 2
  }

/** A convex polygon with rounded corners; points clockwise on the screen. */
export const polygon =
  (points: readonly (readonly [number, number])[], rounding: number): Shape =>
  (x, y) => {
    let inside = Number.NEGATIVE_INFINITY
    let outside = Number.POSITIVE_INFINITY
    points.forEach(([x1, y1], i) => {
      const [x2, y2] = points[(i + 1) % points.length] ?? [x1, y1]
      const length = Math.hypot(x2 - x1, y2 - y1)
      inside = Math.max(inside, ((x - x1) * (y2 - y1) - (y - y1) * (x2 - x1)) / length)
      outside = Math.min(outside, stroke(x1, y1, x2, y2, 0)(x, y))
    })
    return (inside > 0 ? outside : inside) - rounding
  }

export const box = (x1: number, y1: number, x2: number, y2: number, rounding: number): Shape => {
  const [l, t, r, b] = [x1 + rounding, y1 + rounding, x2 - rounding, y2 - rounding]
  return polygon(
    [
      [l, t],
      [r, t],
      [r, b],
      [l, b],
    ],
    rounding,
  )
}

export const both =
  (...shapes: readonly Shape[]): Shape =>
  (x, y) =>
    Math.min(...shapes.map((shape) => shape(x, y)))

/** The same shape, larger by so much on every side. */
export const grown =
  (shape: Shape, by: number): Shape =>
  (x, y) =>
    shape(x, y) - by
