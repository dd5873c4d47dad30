import { readFile, rename, writeFile } from 'node:fs/promises'
import type { Rows, Store } from '../upstream/stored.ts'

/** Keeps rows in memory only: they are lost in a restart. */
export const createMemoryStore = (): Store => {
  let kept: Rows = {}
  return {
    read: async () => kept,
    write: async (rows) => {
      kept = { ...kept, ...rows }
    },
  }
}

const isMissing = (cause: unknown): boolean => (cause as NodeJS.ErrnoException).code === 'ENOENT'

/** Keeps all rows in one file, which is replaced as a whole, so that a crash leaves either the old one or the new one. */
export const createFileStore = (file: string): Store => {
  let kept: Rows = {}
  let last: Promise<void> = Promise.resolve()
  const save = async (): Promise<void> => {
    await writeFile(`${file}.new`, JSON.stringify(kept))
    await rename(`${file}.new`, file)
  }
  return {
    async read() {
      try {
        kept = JSON.parse(await readFile(file, 'utf8')) as Rows
      } catch (cause) {
        if (!isMissing(cause)) throw cause
      }
      return kept
    },
    write(rows) {
      kept = { ...kept, ...rows }
      last = last.catch(() => undefined).then(save)
      return last
    },
  }
}
