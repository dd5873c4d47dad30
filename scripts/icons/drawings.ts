import { readdirSync, readFileSync } from 'node:fs'
import { BRAND_SIZES, TOOLBAR_SIZES } from '../../extension/domain/iconSizes.ts'
import { type Layer, layersOf } from './svg.ts'

/** Where the drawings lie, and what is drawn after them: toolbars and notifications take no SVG. */
export const FOLDER = new URL('../../public/icons/', import.meta.url)

export interface Icon {
  readonly name: string
  readonly size: number
  readonly layers: readonly Layer[]
}

/** Every picture by its file's name, and its size. */
export const ICONS: readonly Icon[] = readdirSync(FOLDER)
  .filter((file) => file.endsWith('.svg'))
  .flatMap((file) => {
    const name = file.replace('.svg', '')
    const layers = layersOf(readFileSync(new URL(file, FOLDER), 'utf8'))
    return (name === 'podlight' ? BRAND_SIZES : TOOLBAR_SIZES).map((size) => ({
      name: `${name}-${size}.png`,
      size,
      layers,
    }))
  })
