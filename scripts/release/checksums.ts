import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { filesIn } from '../build/archive.ts'

export const CHECKSUMS = 'SHA256SUMS'
export const RELEASE = 'release.json'

export interface ReleasedFile {
  readonly file: string
  readonly bytes: number
  readonly sha256: string
}

/** The files of a release, but for the two lists of them. */
export const releasedFiles = (folder: string): readonly ReleasedFile[] =>
  filesIn(folder)
    .filter((file) => file !== CHECKSUMS && file !== RELEASE)
    .map((file) => {
      const body = readFileSync(join(folder, file))
      return { file, bytes: body.length, sha256: createHash('sha256').update(body).digest('hex') }
    })

/** As `sha256sum --check` reads it. */
export const checksums = (files: readonly ReleasedFile[]): string =>
  files.map(({ file, sha256 }) => `${sha256}  ${file}\n`).join('')

const read = (text: string): ReadonlyMap<string, string> =>
  new Map(
    [...text.matchAll(/^([0-9a-f]{64}) {2}(.+)$/gm)].map(([, sha256 = '', file = '']) => [file, sha256]),
  )

/** In which files two releases differ, by their checksums. */
export const differences = (one: string, other: string): readonly string[] => {
  const [a, b] = [read(one), read(other)]
  return [...new Set([...a.keys(), ...b.keys()])].filter((file) => a.get(file) !== b.get(file))
}
