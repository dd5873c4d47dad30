/** Makes the packages for the stores of what is built, and the sources that Firefox's reviewers ask for. */
import { execFileSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { zipOf, zipOfFolder } from './archive.ts'
import { TARGETS } from './wxt.ts'

const root = fileURLToPath(new URL('../../', import.meta.url))
const output = `${root}.output/`
const { version } = JSON.parse(readFileSync(`${root}package.json`, 'utf8')) as { version: string }

/** What the extension is built of: reviewers read it. */
const SOURCES = [
  /^(entrypoints|extension|shared|public|scripts\/build)\//,
  /^(package|package-lock)\.json$|^wxt\.config\.ts$|^\.npmrc$/,
  // The one at the top names all others, whose rooms are not here.
  /(^|\/)tsconfig[^/]*\.json$/,
  /^(LICENSE|CHANGELOG\.md|docs\/privacy\.md)$/,
]
/** The note for reviewers is the sources' README, where they look first. */
const NOTE = 'store/REVIEWERS.md'

const sources = (): Promise<Uint8Array> => {
  const listed = execFileSync('git', ['ls-files', '-z'], { cwd: root, encoding: 'utf8' }).split('\0')
  const files = new Map(
    listed
      .filter((file) => SOURCES.some((one) => one.test(file)))
      .map((file) => [file, readFileSync(`${root}${file}`)]),
  )
  const note = readFileSync(`${root}${NOTE}`, 'utf8').replaceAll('VERSION', version)
  return zipOf(files.set('README.md', Buffer.from(note)))
}

for (const name of existsSync(output) ? readdirSync(output) : [])
  if (name.endsWith('.zip')) rmSync(`${output}${name}`)
const write = (name: string, bytes: Uint8Array): void => {
  const file = `podlight-${version}-${name}.zip`
  writeFileSync(`${output}${file}`, bytes)
  console.log(`.output/${file}`)
}
for (const browser of TARGETS) {
  const folder = `${output}${browser}-mv3`
  if (!existsSync(folder)) throw new Error('Build the extension first: npm run extension.')
  write(browser, await zipOfFolder(folder))
}
// A copy without a history, as reviewers have it, cannot tell its own files from others.
if (existsSync(`${root}.git`)) write('sources', await sources())
else console.log('No sources were packed: this folder is no git checkout.')
