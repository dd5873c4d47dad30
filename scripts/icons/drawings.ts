import { COLORS } from '../../shared/words/colors.ts'
import { arc, both, box, circle, common, grown, polygon, regular, type Shape, stroke } from './shapes.ts'

/** A filled shape; later ones lie on top. */
export interface Layer {
  readonly shape: Shape
  readonly color: string
}

const WHITE = '#ffffff'
const NIGHT = '#14213a'
const LIGHT = '#ffcf5c'

/** Keeps a sign readable on a toolbar of any colour: on light ones its fill stands out, on dark ones this rim. */
const RIM = 0.9

const sign = (plate: Shape, color: string, mark: Shape): Layer[] => [
  { shape: plate, color: WHITE },
  { shape: grown(plate, -RIM), color },
  { shape: mark, color: WHITE },
]

const dot = (x: number, y: number, width = 2): Shape => circle(x, y, width / 2)
const alarm = (top: number, bottom: number): Shape =>
  both(stroke(8, top, 8, bottom - 3, 2), dot(8, bottom - 0.2))

/** Each level has a silhouette of its own, so that none is told by colour alone. */
const drawings: Readonly<Record<string, readonly Layer[]>> = {
  ok: sign(
    circle(8, 8, 7.8),
    COLORS.ok,
    both(stroke(4.9, 8.3, 7.1, 10.5, 2), stroke(7.1, 10.5, 11.1, 5.8, 2)),
  ),
  notice: sign(box(0.6, 0.6, 15.4, 15.4, 4), COLORS.notice, both(dot(8, 4.6, 2.2), stroke(8, 8, 8, 11.6, 2))),
  maintenance: sign(regular(4, 8.3, 0, 1.2), COLORS.maintenance, both(dot(4.9, 8), dot(8, 8), dot(11.1, 8))),
  degraded: sign(
    polygon(
      [
        [8, 2.2],
        [13.8, 13.3],
        [2.2, 13.3],
      ],
      2.1,
    ),
    COLORS.degraded,
    alarm(6.1, 12.4),
  ),
  outage: sign(
    regular(8, 8.3, 22.5, 0.6),
    COLORS.outage,
    both(stroke(5.5, 5.5, 10.5, 10.5, 2), stroke(10.5, 5.5, 5.5, 10.5, 2)),
  ),
  // Hollow, where the others are filled.
  unknown: [
    { shape: circle(8, 8, 7.8), color: WHITE },
    { shape: arc(8, 8, 6.2, 0, 360, 1.4), color: COLORS.unknown },
    {
      shape: both(arc(8, 6.3, 2, 180, 225, 1.5), stroke(8.3, 8.1, 8, 9.3, 1.5), dot(8, 11.6, 1.8)),
      color: COLORS.unknown,
    },
  ],
  // A beacon: the product itself, on the extensions' page and in notifications.
  podlight: [
    { shape: box(0, 0, 16, 16, 3.6), color: NIGHT },
    { shape: common(circle(8, 10.6, 3.8), box(0, 0, 16, 10.8, 0.2)), color: LIGHT },
    { shape: box(3, 11.4, 13, 13.3, 0.9), color: WHITE },
    {
      shape: both(stroke(8, 2.9, 8, 4.3, 1.2), stroke(3.1, 5, 4.1, 6, 1.2), stroke(12.9, 5, 11.9, 6, 1.2)),
      color: LIGHT,
    },
  ],
}

export const LEVEL_SIZES = [16, 24, 32, 48]
export const BRAND_SIZES = [16, 24, 32, 48, 128]

/** Every icon by its file's name, and its size. */
export const ICONS: readonly {
  readonly name: string
  readonly size: number
  readonly layers: readonly Layer[]
}[] = Object.entries(drawings).flatMap(([name, layers]) =>
  (name === 'podlight' ? BRAND_SIZES : LEVEL_SIZES).map((size) => ({
    name: `${name}-${size}.png`,
    size,
    layers,
  })),
)
