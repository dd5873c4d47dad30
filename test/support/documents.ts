import { readdirSync, readFileSync } from 'node:fs'

const root = new URL('../../', import.meta.url)

/** The repository's documents for people, by their paths. */
export const DOCUMENTS: ReadonlyMap<string, string> = new Map(
  ['', 'docs/', 'docs/roll-out/', 'npm/', 'store/']
    .flatMap((folder) => readdirSync(new URL(`./${folder}`, root)).map((name) => `${folder}${name}`))
    .filter((path) => path.endsWith('.md'))
    .map((path) => [path, readFileSync(new URL(path, root), 'utf8')]),
)
