import { fileURLToPath } from 'node:url'

/** The folder of a build, for its browser. */
export const folderOf = (name: string): string =>
  fileURLToPath(new URL(`../../../.output/${name}`, import.meta.url))
