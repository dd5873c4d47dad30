import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { isLeftOut, withOwnEtc } from './support/ownEtc.ts'
import { policyFolder } from './support/policyFolder.ts'

describe.skipIf(isLeftOut)('a program with an /etc of its own', () => {
  const place = '/etc/podlight-tried/policies'
  let home = ''
  beforeEach(() => {
    home = mkdtempSync(join(tmpdir(), "podlight's etc-"))
  })
  afterEach(() => rmSync(home, { recursive: true, force: true }))

  it('sees our files there beside the machine’s own, and nobody else does', () => {
    const before = readdirSync('/etc')
    const folder = policyFolder(home)
    folder.write('policies.json', '{"tried":true}')
    const run = withOwnEtc('/bin/sh', home, { [place]: folder.path })
    const sees = (...words: readonly string[]): string =>
      execFileSync(run, ['-c', '"$@"', 'sh', ...words], { encoding: 'utf8' }).trim()
    expect(sees('cat', `${place}/policies.json`)).toBe('{"tried":true}')
    expect(sees('ls', '-A', '/etc').split('\n').toSorted()).toEqual([...before, 'podlight-tried'].toSorted())
    expect(sees('cat', '/etc/passwd')).toContain('root')
    // What it writes beside them is gone with it.
    sees('touch', '/etc/podlight-left')
    expect(readdirSync('/etc')).toEqual(before)
    expect(existsSync('/etc/podlight-left')).toBe(false)
    expect(readdirSync(join(home, 'real-etc'))).toEqual([])
  })
})
