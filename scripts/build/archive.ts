/** Packs files so that the same files make the same bytes: on any day, in any time zone, under any Node. */
import { readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { gzipSync } from 'fflate'
import JSZip from 'jszip'
import { create } from 'tar'

/** By unit of code: what is sorted by a language's rules depends on the machine. */
const byName = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

/** The files below a folder, by their path in it. */
export const filesIn = (folder: string): readonly string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
    .sort(byName)

/** The first day a zip knows. A zip has no time zone, and this day is stored as it is in UTC. */
const ZIP_TIME = new Date(Date.UTC(1980, 0, 1))

/** Pictures are packed already. Packed once more they grow. */
const isPacked = (file: string): boolean => file.endsWith('.png')

/**
 * A zip of files, by their path in it. It is packed in JavaScript, as Node's own zlib differs from version to version, and
 * by jszip, which has zlib's way of packing: our scripts get 3 % smaller than by fflate, which is enough for the tarball.
 */
export const zipOf = (files: ReadonlyMap<string, Uint8Array>): Promise<Uint8Array> => {
  const zip = new JSZip()
  for (const [file, body] of [...files].sort(([a], [b]) => byName(a, b))) {
    const compression = isPacked(file) ? 'STORE' : 'DEFLATE'
    zip.file(file, body, { date: ZIP_TIME, createFolders: false, compression })
  }
  return zip.generateAsync({ type: 'uint8array', compressionOptions: { level: 9 } })
}

/** A zip of a folder. */
export const zipOfFolder = (folder: string): Promise<Uint8Array> =>
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
