import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { tarballOf } from '../build/archive.ts'
import { reviewersNote } from '../store/facts.ts'
import { CHECKSUMS, checksums, RELEASE, type ReleasedFile, releasedFiles } from './checksums.ts'

/** The packages of the extension as they are named in a release, and what each is made of. Edge takes Chrome's. */
const PACKAGES = { chrome: 'chrome', edge: 'chrome', firefox: 'firefox', sources: 'sources' } as const

/** Gathers what was built into the folder of a release, with its two lists of files. Gives these. */
export const assemble = (root: string, target: string, version: string): readonly ReleasedFile[] => {
  rmSync(target, { recursive: true, force: true })
  mkdirSync(join(target, 'extension'), { recursive: true })
  mkdirSync(join(target, 'npm'))
  for (const [store, made] of Object.entries(PACKAGES))
    cpSync(
      join(root, `.output/podlight-${version}-${made}.zip`),
      join(target, `extension/podlight-${version}-${store}.zip`),
    )
  writeFileSync(join(target, 'extension/REVIEWERS.md'), reviewersNote())
  for (const folder of ['widget', 'relay', 'playground', 'store', 'roll-out'])
    cpSync(join(root, 'dist', folder), join(target, folder), { recursive: true })
  // Beside the worker it needs no build.
  const deployment = readFileSync(join(root, 'relay/wrangler.jsonc'), 'utf8')
    .replace('../dist/relay/worker.js', 'worker.js')
    .replace(/^ *"build":.*\n/m, '')
  writeFileSync(join(target, 'relay/wrangler.jsonc'), deployment)
  writeFileSync(join(target, `npm/podlight-${version}.tgz`), tarballOf(join(root, 'dist/npm')))
  const files = releasedFiles(target)
  writeFileSync(join(target, CHECKSUMS), checksums(files))
  const widget: unknown = JSON.parse(readFileSync(join(root, 'dist/widget/podlight.json'), 'utf8'))
  writeFileSync(join(target, RELEASE), `${JSON.stringify({ version, files, widget }, null, 2)}\n`)
  return files
}
