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
  it.each([
    ['something is not committed', 'forgotten.txt', 'There are changes that aren’t committed:'],
    [
      'a file that git ignores would be published',
      'public/debug.log',
      'There are files that git ignores, and that would be published:',
    ],
  ])('where %s, which is named', (_, file, sentence) => {
    writeFileSync(join(home, file), 'x')
    const { status, said } = release()
    rmSync(join(home, file))
    expect(status).toBe(1)
    expect(said).toContain(sentence)
    expect(said).toContain(file)
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
