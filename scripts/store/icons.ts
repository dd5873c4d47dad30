import { CHROME_ICON, EDGE_LOGO, FIREFOX_ICON, type Picture } from '../../store/pictures.ts'
import { png } from '../icons/png.ts'
import { type Layer, layersOf } from '../icons/svg.ts'
import { read } from './files.ts'

/** The grid on which icons are drawn. */
const GRID = 16

/** The same drawing, smaller, in the middle of the grid. */
const within = (layers: readonly Layer[], part: number): readonly Layer[] =>
  layers.map(({ shape, color }) => {
    const edge = (GRID * (1 - part)) / 2
    return { color, shape: (x, y) => shape((x - edge) / part, (y - edge) / part) * part }
  })

/** The pictures of the mark alone, after its drawing. */
export const markPictures = (): readonly { readonly picture: Picture; readonly bytes: Buffer }[] => {
  const mark = layersOf(read('public/icons/podlight.svg'))
  return [
    { picture: CHROME_ICON, bytes: png(within(mark, 96 / 128), CHROME_ICON.width) },
    { picture: FIREFOX_ICON, bytes: png(mark, FIREFOX_ICON.width) },
    { picture: EDGE_LOGO, bytes: png(mark, EDGE_LOGO.width) },
  ]
}
