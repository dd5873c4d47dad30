/**
 * Checks the banner's files as they are served: `npm run -s hosting -- https://cdn.example/podlight/`. With
 * `--earlier FILE`, once or more often, the files of an earlier release as well, by its `podlight.json`.
 */
import { readFileSync } from 'node:fs'
import { type Manifest, readManifest } from './embed/manifest.ts'
import { checkHosting } from './hosting/checkHosting.ts'

const [folder = '', ...rest] = process.argv.slice(2)
const listIn = (file: string): Manifest => {
  const manifest = readManifest(readFileSync(file, 'utf8'))
  if (!manifest) throw new Error(`${file} isn’t a list of Podlight’s files.`)
  return manifest
}

if (!/^https?:/.test(folder) || !URL.canParse(folder)) {
  console.error('Name the folder: npm run -s hosting -- https://cdn.example/podlight/')
  process.exit(2)
}
const earlier = rest.flatMap((word, i) => (word === '--earlier' ? [listIn(rest[i + 1] ?? '')] : []))
try {
  const faults = await checkHosting(folder, fetch, earlier)
  for (const fault of faults) console.error(fault)
  console.log(faults.length === 0 ? 'Served as it should be.' : `${faults.length} to mend.`)
  process.exitCode = faults.length === 0 ? 0 : 1
} catch (error) {
  console.error(`${folder} can’t be reached: ${error instanceof Error ? error.message : error}`)
  process.exitCode = 1
}
