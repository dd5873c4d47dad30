import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

const root = fileURLToPath(new URL('../../../', import.meta.url))

const IMPURE = {
  request: 'export const x = () => fetch("https://example.org")',
  timer: 'export const x = () => setTimeout(() => undefined, 5)',
  clock: 'export const x = () => Date.now()',
  clockInDisguise: 'export const x = () => new Date()',
  chance: 'export const x = () => Math.random()',
  browser: 'export const x = () => document.title',
  extension: 'export const x = () => chrome.runtime',
  wayRound: 'export const x = () => globalThis',
  surface: "import { y } from '../widget/y.ts'\nexport const x = y",
  node: "import { readFileSync } from 'node:fs'\nexport const x = readFileSync",
} as const
const kinds = Object.keys(IMPURE) as (keyof typeof IMPURE)[]

describe('the rule that keeps the core pure', () => {
  const place = mkdtempSync(join(tmpdir(), 'podlight-'))
  let said: string[] = []

  beforeAll(() => {
    for (const name of ['biome.json', 'scripts/pure.grit']) cpSync(join(root, name), join(place, name))
    for (const folder of ['shared', 'scripts']) {
      mkdirSync(join(place, folder), { recursive: true })
      for (const kind of kinds) writeFileSync(join(place, folder, `${kind}.ts`), `${IMPURE[kind]}\n`)
    }
    writeFileSync(join(place, 'shared/pure.ts'), 'export const x = (time: number) => new Date(time)\n')
    const biome = join(root, 'node_modules/@biomejs/biome/bin/biome')
    const { stdout } = spawnSync(
      process.execPath,
      [biome, 'lint', '--vcs-enabled=false', '--reporter=github', '--max-diagnostics=none'],
      { cwd: place, encoding: 'utf8' },
    )
    said = stdout.split('\n').filter((line) => /noRestricted|The core is pure/.test(line))
  })
  afterAll(() => rmSync(place, { recursive: true, force: true }))

  const complaints = (path: string): number => said.filter((line) => line.includes(path)).length

  it.each(kinds)('refuses a %s in shared/, and does not mind it elsewhere', (kind) => {
    expect(complaints(`shared/${kind}.ts`)).toBeGreaterThan(0)
    expect(complaints(`scripts/${kind}.ts`)).toBe(0)
  })

  it('lets a given time be dated', () => {
    expect(complaints('shared/pure.ts')).toBe(0)
  })
})
