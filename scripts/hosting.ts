/**
 * Checks the banner's files as they are served: `npm run -s hosting -- https://cdn.example/podlight/`. With
 * `--earlier FILE`, once or more often, the files of an earlier release as well, by its `podlight.json`.
 */
import { existsSync, readFileSync } from 'node:fs'
import { type Manifest, readManifest } from './embed/manifest.ts'
import { checkHosting } from './hosting/checkHosting.ts'

const [folder = '', ...rest] = process.argv.slice(2)
const listIn = (file: string): Manifest => {
  const manifest = existsSync(file) ? readManifest(readFileSync(file, 'utf8')) : null
  if (!manifest) throw new Error(`${file} isn’t a list of Podlight’s files.`)
  return manifest
}

if (!/^https?:/.test(folder) || !URL.canParse(folder)) {
  console.error('Name the folder: npm run -s hosting -- https://cdn.example/podlight/')
  process.exit(2)
}
try {
  const earlier = rest.flatMap((word, i) => (word === '--earlier' ? [listIn(rest[i + 1] ?? '')] : []))
  const faults = await checkHosting(folder, fetch, earlier)
  const files = new Map<string, string[]>()
  // What is wrong with many files is one mistake.
  for (const [, file = '', what = ''] of faults.map((fault) => /^(\S+) (.*)$/.exec(fault) ?? []))
    files.set(what, [...(files.get(what) ?? []), file])
  for (const [what, [file, ...others]] of files)
    console.error(`${file} ${what}${others.length > 0 ? ` The same goes for ${others.length} more.` : ''}`)
  console.log(files.size === 0 ? 'Served as it should be.' : `Problems: ${files.size}.`)
  process.exitCode = faults.length === 0 ? 0 : 1
} catch (error) {
  const reason = error instanceof Error ? error.message : `${error}`
  console.error(`The files in ${folder} can’t be checked: ${reason}`)
  process.exitCode = 1
}
