import type { Manifest } from '../../scripts/embed/manifest.ts'
import { builtManifest } from '../../scripts/sizes/widgetSteps.ts'

export const WIDGET = new URL('../../dist/widget/', import.meta.url)

/** The list of files of a built widget. */
export const manifestIn = (folder: URL = WIDGET): Manifest => {
  const manifest = builtManifest(folder)
  if (!manifest) throw new Error(`${folder.pathname} has no list of its files.`)
  return manifest
}

/** The file of a later part. */
export const partFile = (part: string, folder?: URL): string => {
  const file = manifestIn(folder).parts.find(({ name }) => name === part)?.file
  if (file === undefined) throw new Error(`There is no part ${part}.`)
  return file
}
