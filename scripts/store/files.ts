import { readFileSync } from 'node:fs'

const root = new URL('../../', import.meta.url)

/** A file of the repository. */
export const read = (path: string): string => readFileSync(new URL(path, root), 'utf8')

export const PICTURE_FOLDER = new URL('store/pictures/', root)
export const STORE_FOLDER = new URL('dist/store/', root)
