import { readJson } from '../../shared/feed/body.ts'
import { isRow, rowsOf, textOf } from '../../shared/model/guards.ts'

/** A file that the script loads when it is needed, checked against its hash. */
export interface Part {
  readonly name: string
  readonly file: string
  readonly integrity: string
}

/** What one release serves to sites: its script in two lanes, and the parts that either loads. */
export interface Manifest {
  readonly version: string
  /** The script under a name that never changes, and whose content does: kept for minutes. */
  readonly evergreen: string
  /** The same under a name of its own for each version: kept for good. */
  readonly pinned: string
  /** The hash of the script, for the `integrity` of a tag. */
  readonly integrity: string
  readonly parts: readonly Part[]
}

/** The name of the list beside the files. */
export const MANIFEST = 'podlight.json'

/** Reads a list of files; null where it is none. */
export const readManifest = (text: string): Manifest | null => {
  const read = readJson(text)
  const row = read.ok ? read.value : null
  if (!isRow(row)) return null
  const [version, evergreen, pinned, integrity] = ['version', 'evergreen', 'pinned', 'integrity'].map((key) =>
    textOf(row[key]),
  )
  if (!version || !evergreen || !pinned || !integrity) return null
  const parts = rowsOf(row['parts']).flatMap((part) => {
    if (!isRow(part)) return []
    const [name, file, hash] = ['name', 'file', 'integrity'].map((key) => textOf(part[key]))
    return name && file && hash ? [{ name, file, integrity: hash }] : []
  })
  return { version, evergreen, pinned, integrity, parts }
}

/** Everything that is served of a release, beside the list itself: parts first, as they must be there before the script. */
export const filesOf = ({ parts, pinned, evergreen }: Manifest): readonly string[] => [
  ...parts.map(({ file }) => file),
  pinned,
  evergreen,
]
