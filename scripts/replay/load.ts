import { readdirSync, readFileSync, statSync } from 'node:fs'
import { basename, join } from 'node:path'
import { readRecording } from './readRecording.ts'
import { type Recording, ReplayError } from './recording.ts'

/** The repository's own recordings. */
export const HOME = join(import.meta.dirname, '../../test/recordings')

/**
 * Recordings by what people type: the name of one of our own, a file, or a folder of them.
 * Throws a ReplayError whose message says what to do.
 */
export function load(names: readonly string[], home: string = HOME): readonly Recording[] {
  const found = names.flatMap((name) => loadOne(name, home))
  const seen = new Set<string>()
  for (const { id } of found) {
    // Ids of incidents are derived from it, and two incidents of one id are no feed of the vendor.
    if (seen.has(id))
      throw new ReplayError(`Two recordings have the id "${id}"; play them one after the other.`)
    seen.add(id)
  }
  return found
}

/** Names of the recordings in a folder, in order. */
export function namesIn(folder: string = HOME): readonly string[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith('.json'))
    .sort()
    .map((file) => basename(file, '.json'))
}

function loadOne(name: string, home: string): readonly Recording[] {
  const own = join(home, `${name}.json`)
  const path = /^[\w.-]+$/.test(name) && exists(own) ? own : name
  if (!exists(path))
    throw new ReplayError(`There is no recording, file or folder "${name}"; --list shows the names.`)
  if (!statSync(path).isDirectory()) return [loadFile(path)]
  const files = namesIn(path)
  if (files.length === 0) throw new ReplayError(`The folder "${name}" holds no .json file.`)
  return files.map((file) => loadFile(join(path, `${file}.json`)))
}

function loadFile(path: string): Recording {
  const where = basename(path)
  let value: unknown
  try {
    value = JSON.parse(readFileSync(path, 'utf8'))
  } catch (cause) {
    throw new ReplayError(
      `${where} cannot be read as JSON: ${cause instanceof Error ? cause.message : cause}.`,
    )
  }
  return readRecording(value, where)
}

const exists = (path: string): boolean => statSync(path, { throwIfNoEntry: false }) !== undefined
