import { fileURLToPath } from 'node:url'
import { PACE } from '../../../scripts/pace.ts'

export { PACE }

/** Its time. */
export const now = (): number => Date.now() * PACE

export const SECOND = 1000
export const MINUTE = 60 * SECOND

/** The folder of a build, for its browser. */
export const folderOf = (name: string): string =>
  fileURLToPath(new URL(`../../../.output/${name}`, import.meta.url))
