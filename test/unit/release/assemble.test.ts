import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { assemble } from '../../../scripts/release/assemble.ts'
import { firstCells } from '../../support/tables.ts'
import { ROOT } from './support.ts'

// What is built in its folders becomes a release, and the guide names each part of it.

const BUILT = {
  '.output/podlight-1.2.3-chrome.zip': 'chrome',
  '.output/podlight-1.2.3-firefox.zip': 'firefox',
  '.output/podlight-1.2.3-sources.zip': 'sources',
  'dist/widget/podlight.json': '{}',
  'dist/playground/index.html': 'playground',
  'dist/relay/worker.js': 'worker',
  'relay/wrangler.jsonc': readFileSync(join(ROOT, 'relay/wrangler.jsonc'), 'utf8'),
  'dist/store/chrome/listing.md': 'store',
  'dist/roll-out/windows/podlight.admx': 'template',
  'dist/npm/package.json': '{"name":"podlight"}',
}
let home = ''
beforeAll(() => {
  home = mkdtempSync(join(tmpdir(), 'podlight-assemble-'))
  for (const [file, text] of Object.entries(BUILT)) {
    mkdirSync(dirname(join(home, file)), { recursive: true })
    writeFileSync(join(home, file), text)
  }
})
afterAll(() => rmSync(home, { recursive: true, force: true }))

it('a release holds all that is published, and the guide names it', () => {
  const target = join(home, 'dist/release/1.2.3')
  const files = assemble(home, target, '1.2.3').map(({ file }) => file)
  for (const file of ['playground/index.html', 'store/chrome/listing.md', 'roll-out/windows/podlight.admx'])
    expect(files).toContain(file)
  const guide = readFileSync(join(ROOT, 'docs/releasing.md'), 'utf8')
  const named = firstCells(guide, 'What is in it').flatMap((cell) => cell.split(', '))
  expect([...new Set(named.map((path) => path.split('/')[0]))].sort()).toEqual(readdirSync(target).sort())
})

it('a release deploys the relay from its folder, without a build', () => {
  const text = readFileSync(join(home, 'dist/release/1.2.3/relay/wrangler.jsonc'), 'utf8')
  const { main, build, durable_objects } = JSON.parse(text.replace(/^\s*\/\/.*$/gm, ''))
  expect([main, build, durable_objects.bindings.length]).toEqual(['worker.js', undefined, 1])
})

it('all that a release copies is built for it', () => {
  const [, steps = ''] =
    /for \(const name of \[([^\]]*)\]\)/.exec(readFileSync(join(ROOT, 'scripts/release.ts'), 'utf8')) ?? []
  for (const name of ['build', 'zip', 'store', 'roll-out']) expect(steps).toContain(`'${name}'`)
})
