import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import type { Laid } from '../../../scripts/stage/served.ts'
import { fileOf } from '../../../widget/loader/partName.ts'
import { manifestIn, WIDGET } from '../../support/builtWidget.ts'
import { script } from './manners.ts'

const hashOf = (code: string): string => createHash('sha256').update(code).digest('base64')

/** What a release serves: its script, whose name the next one takes over, and what is its own for good. */
export interface Served {
  readonly loader: Laid
  /** By name. */
  readonly parts: Readonly<Record<string, Laid>>
}

/**
 * The release before this one: a part of it was otherwise, and so was every hash that follows from that, as whoever loads
 * a part knows it by its hash.
 */
export const earlierRelease = (changed: string, edit: (code: string) => string): Served => {
  const hashes = new Map<string, string>()
  const parts: Record<string, Laid> = {}
  const earlier = (code: string): string =>
    [...hashes].reduce((text, [now, then]) => text.replaceAll(now, then), code)
  // In the order in which they are built: who loads a part comes after it.
  for (const { name, file, integrity } of manifestIn().parts) {
    const code = readFileSync(new URL(file, WIDGET), 'utf8')
    const then = earlier(name === changed ? edit(code) : code)
    if (name === changed && then === code) throw new Error(`Nothing of ${name} was changed.`)
    hashes.set(integrity.replace('sha256-', ''), hashOf(then))
    parts[fileOf(hashOf(then))] = script(then)
  }
  return { loader: script(earlier(readFileSync(new URL('podlight.js', WIDGET), 'utf8'))), parts }
}
