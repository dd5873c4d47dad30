/**
 * Builds all that is published into `dist/release/VERSION`, the same bytes from the same commit wherever it runs, and
 * refuses what should not be given out. `--write` writes the sizes, tags and policies of this build into the
 * documents instead; `--compare FOLDER` says in which files a release made elsewhere differs.
 */
import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { runScript } from './build/runScript.ts'
import { assemble } from './release/assemble.ts'
import { CHECKSUMS, differences } from './release/checksums.ts'
import { sizeFaults, sizesPage, tagFaults, withTags } from './release/writtenDown.ts'
import { weighAll } from './sizes/weigh.ts'
import { builtManifest } from './sizes/widgetSteps.ts'

// Whoever starts us, and whatever for: it is the same build.
process.env['NODE_ENV'] = 'production'

const root = fileURLToPath(new URL('../', import.meta.url))
const SIZES = join(root, 'docs/sizes.md')
const TAGS = join(root, 'docs/widget.md')
/** The folders that something published is built of. */
const BUILT_OF = [
  'public',
  'shared',
  'extension',
  'entrypoints',
  'widget',
  'relay',
  'npm',
  'store',
  'scripts',
]

const read = (file: string): string => (existsSync(file) ? readFileSync(file, 'utf8') : '')

const about = JSON.parse(read(join(root, 'package.json'))) as { version: string; repository?: unknown }
const { version } = about
const target = join(root, 'dist/release', version)

/** Ends with a sentence for each reason. */
const refuse = (faults: readonly string[], advice: string): void => {
  if (faults.length === 0) return
  for (const fault of faults) console.error(fault)
  console.error(advice)
  process.exit(1)
}

const build = (): void => {
  for (const name of ['build', 'zip', 'store', 'roll-out', 'sizes'])
    refuse(runScript(name) ? [] : [`npm run ${name} failed.`], 'Nothing was released.')
}
const manifest = () => {
  const built = builtManifest()
  if (!built) throw new Error('The widget was not built.')
  return built
}

const compare = (other: string): void => {
  const [ours = '', theirs = ''] = [target, other].map((folder) => read(join(folder, CHECKSUMS)))
  refuse(ours === '' ? [`${version} is not built here.`] : [], 'Build it first: npm run release.')
  refuse(theirs === '' ? [`${other} has no ${CHECKSUMS}.`] : [], 'Name the folder of a release.')
  const different = differences(ours, theirs)
  refuse(
    different.map((file) => `${file} differs.`),
    'These releases are not the same.',
  )
  console.log('The same bytes.')
}

/** A version of which nothing is told. */
const untold = (): readonly string[] => {
  const heading = new RegExp(`^## ${version.replaceAll('.', '\\.')}(\\s|$)`, 'm')
  return heading.test(read(join(root, 'CHANGELOG.md'))) ? [] : [`CHANGELOG.md has no entry for ${version}.`]
}

const write = async (): Promise<void> => {
  build()
  writeFileSync(SIZES, sizesPage(version, await weighAll()))
  writeFileSync(TAGS, withTags(read(TAGS), manifest()))
  console.log('Written into docs/sizes.md and docs/widget.md. Look at the changes, and commit them.')
  for (const fault of untold()) console.log(`${fault} A release needs one.`)
}

const release = async (): Promise<void> => {
  const status = (...more: readonly string[]): string =>
    execFileSync('git', ['status', '--porcelain', '--untracked-files=all', ...more], {
      cwd: root,
      encoding: 'utf8',
    }).trim()
  const changed = status()
  refuse(
    changed === '' ? [] : ['There are changes that aren’t committed:', changed],
    'Commit them first, so that anybody can build this release again.',
  )
  // Some folders are copied as they are, with what git is told to overlook.
  const overlooked = status('--ignored', '--', ...BUILT_OF)
  refuse(
    overlooked === '' ? [] : ['There are files that git ignores, and that would be published:', overlooked],
    'Remove them first.',
  )
  refuse(untold(), 'Give the entries under “Unreleased” the version for a heading.')
  build()
  refuse(
    [...sizeFaults(read(SIZES), version, await weighAll()), ...tagFaults(read(TAGS), manifest())],
    'If that is meant, write it down: npm run release -- --write.',
  )
  const files = assemble(root, target, version)
  console.log(`${files.length} files in dist/release/${version}`)
  if (!about.repository)
    console.log(
      'package.json names no repository: until it does, npm refuses the proof of where this was built.',
    )
}

const compared = process.argv.indexOf('--compare')
if (compared > 0) compare(process.argv[compared + 1] ?? '')
else if (process.argv.includes('--write')) await write()
else await release()
