import { readdirSync, readFileSync } from 'node:fs'
import { BRAND_SIZES, TOOLBAR_SIZES } from '../../extension/domain/iconSizes.ts'
import { type Layer, layersOf } from './svg.ts'

/** Where the drawings lie, and what is drawn after them: Chromium's toolbar and notifications take no SVG. */
export const FOLDER = new URL('../../public/icons/', import.meta.url)

export interface Icon {
  readonly name: string
  readonly size: number
  readonly layers: readonly Layer[]
}

/** The drawings, by the name of their level, and the brand's. */
export const DRAWINGS: ReadonlyMap<string, readonly Layer[]> = new Map(
  readdirSync(FOLDER)
    .filter((file) => file.endsWith('.svg'))
    .map((file) => [file.replace('.svg', ''), layersOf(readFileSync(new URL(file, FOLDER), 'utf8'))]),
)

/** What is shown before anything runs is packed as pictures; the other levels are drawn by the background. */
const PACKED = [
  { name: 'podlight', sizes: BRAND_SIZES },
  { name: 'unknown', sizes: TOOLBAR_SIZES },
]

/** Every picture by its file's name, and its size. */
export const ICONS: readonly Icon[] = PACKED.flatMap(({ name, sizes }) =>
  sizes.map((size) => ({ name: `${name}-${size}.png`, size, layers: DRAWINGS.get(name) ?? [] })),
)
