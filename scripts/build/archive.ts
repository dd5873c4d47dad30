/** Packs files so that the same files make the same bytes: on any day, in any time zone, under any Node. */
import { readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { gzipSync, zipSync } from 'fflate'
import { create } from 'tar'

/** By unit of code: what is sorted by a language's rules depends on the machine. */
const byName = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

/** The files below a folder, by their path in it. */
export const filesIn = (folder: string): readonly string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
    .sort(byName)

/** The first day a zip knows. It is stored as local time, so it has to be made as such. */
const ZIP_TIME = new Date(1980, 0, 1)

/** A zip of files, by their path in it. */
export const zipOf = (files: ReadonlyMap<string, Uint8Array>): Uint8Array =>
  zipSync(Object.fromEntries([...files].sort(([a], [b]) => byName(a, b))), { level: 9, mtime: ZIP_TIME })

/** A zip of a folder. */
export const zipOfFolder = (folder: string): Uint8Array =>
  zipOf(new Map(filesIn(folder).map((file) => [file, readFileSync(join(folder, file))])))

/** A day after 1970 for those who take a time of zero for none. */
const TAR_TIME = new Date('1985-10-26T08:15:00.000Z')

/** The tarball that npm takes, of a folder with a `package.json`. Whose files they are and what they may is left out. */
export const tarballOf = (folder: string): Uint8Array => {
  const options = { cwd: folder, portable: true, mtime: TAR_TIME, prefix: 'package', sync: true } as const
  const onWriteEntry = (entry: { stat?: { mode: number } }): void => {
    if (entry.stat) entry.stat.mode = 0o100644
  }
  const pack = create({ ...options, onWriteEntry }, [...filesIn(folder)])
  const chunks: Buffer[] = []
  for (let chunk = pack.read(); chunk; chunk = pack.read()) chunks.push(chunk)
  // Node's own gzip differs from version to version.
  return gzipSync(Buffer.concat(chunks), { level: 9, mtime: 0 })
}
