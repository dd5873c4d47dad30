import { existsSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { cloned, commit, cut, ran, rewrite } from './support.ts'

// What the command of releases refuses before it builds anything. That it does build, and the same twice, is shown each
// night in twice.test.ts.

const VERSION = '9.8.7'
let home = ''
beforeAll(() => {
  home = cloned('refused', true)
})
afterAll(() => rmSync(dirname(home), { recursive: true, force: true }))

const release = () => ran(home, process.execPath, ['--import', 'tsx', 'scripts/release.ts'])

describe('a release is refused', () => {
  it('where something is not committed, which is named', () => {
    writeFileSync(join(home, 'forgotten.txt'), 'x')
    const { status, said } = release()
    rmSync(join(home, 'forgotten.txt'))
    expect(status).toBe(1)
    expect(said).toContain('There are changes that aren’t committed:')
    expect(said).toContain('forgotten.txt')
  })

  it('where a file that git ignores would be published', () => {
    writeFileSync(join(home, 'public/debug.log'), 'x')
    const { status, said } = release()
    rmSync(join(home, 'public/debug.log'))
    expect(status).toBe(1)
    expect(said).toContain('There are files that git ignores, and that would be published:')
    expect(said).toContain('public/debug.log')
  })

  it('where nothing is told of its version', () => {
    cut(home, VERSION)
    rewrite(home, 'CHANGELOG.md', (text) => text.replace(`## ${VERSION}`, '## Unreleased'))
    commit(home)
    const { status, said } = release()
    expect(status).toBe(1)
    expect(said).toContain(`CHANGELOG.md has no entry for ${VERSION}.`)
    expect(existsSync(join(home, 'dist'))).toBe(false)
  })
})
