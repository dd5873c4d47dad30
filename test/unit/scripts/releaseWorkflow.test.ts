import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { scriptsOf, WORKFLOWS } from '../../support/workflows.ts'

const { text = '', head = '', jobs = new Map() } = WORKFLOWS.find(({ name }) => name === 'release.yml') ?? {}
const job = (name: string): string => jobs.get(name) ?? ''
const readRoot = (path: string): string => readFileSync(new URL(`../../../${path}`, import.meta.url), 'utf8')
const scriptOf = (name: string): string => scriptsOf(job(name)).at(-1) ?? ''

describe('a release', () => {
  it('is begun by a tag of a version, or by hand', () => {
    expect(head).toContain('    tags: ["v[0-9]+.[0-9]+.[0-9]+"]\n')
    expect(head).not.toMatch(/branches|pull_request|schedule/)
  })

  it('publishes nothing unless somebody asks for it', () => {
    expect(head).toMatch(/publish:\n(?: {8}.*\n)* {8}type: boolean\n {8}default: false\n/)
    expect(head).toMatch(/^ {2}DRY_RUN: \$\{\{ !inputs\.publish \}\}$/m)
    expect(text.match(/DRY_RUN:/g)).toHaveLength(1)
    expect(job('attest')).toMatch(/- if: \$\{\{ inputs\.publish \}\}\n {8}uses: actions\/attest@/)
    expect(job('draft')).toMatch(/^ {4}if: \$\{\{ inputs\.publish \}\}\n/m)
    expect(job('draft')).toContain('--draft ')
  })

  it('ends on a branch before it may write', () => {
    expect(job('attest')).toMatch(/^ {4}if: \$\{\{ github\.ref_type == 'tag' \}\}$/m)
    for (const later of ['npm', 'stores', 'draft']) {
      expect(job(later)).toContain('needs: [compare, attest]\n')
      // Either would run it though what it needs was left out.
      expect(job(later)).not.toMatch(/always\(\)|cancelled\(\)/)
    }
  })

  it('is not broken off by the next', () => expect(head).toContain('  cancel-in-progress: false\n'))

  it('is built from the lock file alone, with nothing from a cache', () => {
    expect(scriptsOf(job('build'))).toEqual(['npm ci', 'npm run release'])
    const nodes = text.match(/uses: actions\/setup-node@/g) ?? []
    expect(text.match(/package-manager-cache: false/g)).toHaveLength(nodes.length)
    expect(text).not.toMatch(/actions\/cache|^ +cache:/m)
  })

  it('waits for a person before it reaches npm or a store', () => {
    expect(job('npm')).toMatch(/^ {4}environment: npm$/m)
    expect(job('stores')).toMatch(/^ {4}environment: store-\$\{\{ matrix\.store \}\}$/m)
  })

  it('names the extension as Firefox knows it', () => {
    const [, id = ''] = /gecko: \{\s+id: '([^']+)'/.exec(readRoot('wxt.config.ts')) ?? []
    expect(job('stores')).toContain(`FIREFOX_EXTENSION_ID: ${id}\n`)
  })

  it('is set up as docs/releasing.md tells', () => {
    const guide = readRoot('docs/releasing.md')
    const rows = [...guide.matchAll(/^\| `(?:npm|store-\w+)` \| (.*?) ?\| (.*?) ?\|$/gm)]
    const told = (column: number): string[] =>
      rows.flatMap((row) => [...(row[column] ?? '').matchAll(/`(\w+)`/g)].map(([, name = '']) => name)).sort()
    const used = (kind: string): string[] =>
      [...text.matchAll(new RegExp(`\\{\\{ ${kind}\\.(\\w+) `, 'g'))].map(([, name = '']) => name)
    expect(told(2)).toEqual(used('secrets').sort())
    expect([...told(1), 'STORES']).toEqual(used('vars').sort())
    expect(guide).toContain('`STORES`')
  })

  it('reaches stores with what its own lock file names, to the hash', () => {
    const read = (name: string): unknown => JSON.parse(readRoot(`.github/stores/${name}`))
    const { devDependencies } = read('package.json') as { devDependencies: Record<string, string> }
    for (const version of Object.values(devDependencies)) expect(version).toMatch(/^\d+\.\d+\.\d+$/)
    const { packages } = read('package-lock.json') as { packages: Record<string, object> }
    for (const [path, entry] of Object.entries(packages).filter(([path]) => path !== ''))
      expect(entry, path).toEqual(expect.objectContaining({ integrity: expect.stringMatching(/^sha512-/) }))
    expect(scriptsOf(job('stores'))[0]).toBe('npm ci')
  })
})

// The steps themselves, in the shell and with the tools of the machines that run them.
describe.runIf(process.platform === 'linux')('the step', () => {
  let home = ''
  beforeEach(() => {
    home = mkdtempSync(join(tmpdir(), 'podlight-release-'))
  })
  afterEach(() => rmSync(home, { recursive: true, force: true }))

  const write = (path: string, content: string): void => {
    mkdirSync(dirname(join(home, path)), { recursive: true })
    writeFileSync(join(home, path), content)
  }
  const run = (script: string, env: Record<string, string>): { ok: boolean; said: string } => {
    const { status, stdout } = spawnSync('bash', ['--noprofile', '--norc', '-eo', 'pipefail', '-c', script], {
      cwd: home,
      encoding: 'utf8',
      env: { PATH: `${join(home, 'bin')}${delimiter}${process.env['PATH']}`, ...env },
    })
    return { ok: status === 0, said: stdout }
  }
  /** Stands in for a tool: says what it was asked. */
  const standIn = (path: string): void => {
    write(path, '#!/bin/sh\nprintf "%s\\n" "$@" "dry run: $DRY_RUN"\n')
    chmodSync(join(home, path), 0o755)
  }

  describe('that compares', () => {
    const built = (node: number, version: string, content = 'the same'): void => {
      const hash = createHash('sha256').update('the same').digest('hex')
      write(`node-${node}/${version}/npm/podlight.tgz`, content)
      write(`node-${node}/${version}/SHA256SUMS`, `${hash}  npm/podlight.tgz\n`)
    }
    const compare = (kind: 'tag' | 'branch', name: string, dryRun = true): { ok: boolean; said: string } =>
      run(scriptOf('compare'), {
        REF_TYPE: kind,
        REF_NAME: name,
        DRY_RUN: `${dryRun}`,
        GITHUB_OUTPUT: join(home, 'output'),
      })

    it('passes on the version when both builds are the same', () => {
      for (const node of [20, 24]) built(node, '1.2.3')
      expect(compare('tag', 'v1.2.3', false).ok).toBe(true)
      expect(readFileSync(join(home, 'output'), 'utf8')).toBe('version=1.2.3\n')
      expect(compare('branch', 'main').ok).toBe(true)
    })

    /** What differs from a release that is in order. */
    interface Slip {
      readonly version?: string
      readonly content?: readonly [string, string]
      readonly also?: string
      readonly kind?: 'tag' | 'branch'
      readonly name?: string
      readonly dryRun?: boolean
    }
    it.each<[string, Slip, RegExp]>([
      ['a file that differs', { content: ['the same', 'another'] }, /different files/],
      ['a file that one build lacks', { also: 'node-24/1.2.3/more' }, /different files/],
      ['a wrong checksum', { content: ['another', 'another'] }, /SHA256SUMS is wrong/],
      [
        'a tag of another version',
        { name: 'v1.2.4' },
        /The tag is v1\.2\.4, and package\.json says 1\.2\.3\./,
      ],
      ['a version that is a command', { version: '1.2.3;id', name: 'v1.2.3;id' }, /not named by its version/],
      [
        'publishing what has no tag',
        { kind: 'branch', name: 'main', dryRun: false },
        /Only a tag is published/,
      ],
    ])('refuses %s', (_, slip, why) => {
      const { version = '1.2.3', content: [older, newer] = [], also, kind = 'tag', name = 'v1.2.3' } = slip
      built(20, version, older)
      built(24, version, newer)
      if (also !== undefined) write(also, '')
      const { ok, said } = compare(kind, name, slip.dryRun)
      expect(ok).toBe(false)
      expect(said).toMatch(why)
    })

    it('refuses two versions at once', () => {
      for (const node of [20, 24]) for (const version of ['1.2.3', '1.2.4']) built(node, version)
      expect(compare('tag', 'v1.2.3')).toEqual({
        ok: false,
        said: expect.stringMatching(/not named by its version/),
      })
    })
  })

  it.each(['true', 'false'])('that hands the package to npm says whether it is a dry run: %s', (dryRun) => {
    standIn('bin/npm')
    const { said } = run(scriptOf('npm'), { VERSION: '1.2.3', DRY_RUN: dryRun })
    expect(said.split('\n')).toEqual(
      expect.arrayContaining(['publish', './release/1.2.3/npm/podlight-1.2.3.tgz', `--dry-run=${dryRun}`]),
    )
  })

  it.each(['chrome', 'edge', 'firefox'])(
    'that hands the extension to %s gives it its own package',
    (store) => {
      standIn('.github/stores/node_modules/.bin/publish-extension')
      const { said } = run(scriptOf('stores'), { VERSION: '1.2.3', STORE: store, DRY_RUN: 'true' })
      expect(said.split('\n')).toEqual([
        `--${store}-zip`,
        `release/1.2.3/extension/podlight-1.2.3-${store}.zip`,
        '--firefox-sources-zip',
        'release/1.2.3/extension/podlight-1.2.3-sources.zip',
        'dry run: true',
        '',
      ])
    },
  )
})
