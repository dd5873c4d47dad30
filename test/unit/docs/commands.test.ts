import { type ChildProcess, spawn } from 'node:child_process'
import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { DOCUMENTS } from '../../support/documents.ts'
import { copied, run } from '../../support/guide.ts'

// Every command in the documents is run by somebody: by CI itself, by the test that follows its guide, or here.

const root = new URL('../../../', import.meta.url)
const read = (path: string): string => readFileSync(new URL(path, root), 'utf8')
const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> }

const blocksOf = (text: string): string[][] =>
  [...text.matchAll(/^( *)```sh\n([\s\S]*?)\n *```$/gm)].map(([, indent = '', body = '']) =>
    body
      .split('\n')
      .map((line) => line.replace(indent, ''))
      .filter((line) => line !== '' && !line.startsWith('#')),
  )
const inlineOf = (text: string): string[] =>
  [...text.matchAll(/`((?:npm|npx|curl) [^`]*)`/g)].map(([, command = '']) => command)
const all = [...DOCUMENTS].flatMap(([path, text]) =>
  [...blocksOf(text).flat(), ...inlineOf(text)].map((command) => ({ path, command })),
)

/** What npm is asked for, if it is npm. */
const nameOf = (command: string): string => /^npm (?:run )?(?:-s )?([\w:-]+)/.exec(command)?.[1] ?? ''

/** Where each is run, with a line of that place that shows it. */
const RUN_BY: Readonly<Record<string, readonly [string, string]>> = {
  ci: ['.ci/run', 'npm ci'],
  test: ['.ci/run', 'npm test'],
  ...Object.fromEntries(
    ['types', 'words', 'build', 'zip', 'sizes', 'addon', 'steered'].map((name) => [
      name,
      ['scripts/check.ts', `step('${name}')`],
    ]),
  ),
  fleet: ['scripts/check.ts', "step('fleet', ['--check'])"],
  nightly: ['.github/workflows/nightly.yml', 'npm run nightly'],
  release: ['.github/workflows/release.yml', 'npm run release'],
  hosting: ['test/browser/hosting.test.ts', "'scripts/hosting.ts'"],
  unit: ['scripts/check.ts', "tests('unit')"],
  browser: ['scripts/check.ts', "tests('browser')"],
  widget: ['package.json', 'tsx scripts/build/widget.ts &&'],
  extension: ['package.json', '&& tsx scripts/build/extension.ts'],
  playground: ['package.json', 'tsx scripts/build/playground.ts &&'],
  package: ['package.json', 'tsx scripts/build/npm.ts &&'],
  install: ['test/browser/npmPackage.test.ts', "'install', '--offline'"],
  start: ['test/browser/npmStart.test.ts', 'scripts/demo.ts'],
  bench: ['test/browser/bench.test.ts', 'bench/loader.ts'],
  'bench:watch': ['test/browser/bench.test.ts', 'bench/loader.ts'],
  icons: ['test/unit/docs/commands.test.ts', "run(home, 'npm run icons')"],
  store: ['test/unit/docs/commands.test.ts', "run(home, 'npm run store')"],
  'roll-out': ['test/unit/rollOut/command.test.ts', "run(home, 'npm run roll-out')"],
  relay: ['test/unit/docs/relay.test.ts', 'begin(anyPort(read, page))'],
  'relay:build': ['package.json', '&& tsx scripts/build/relay.ts'],
  'relay:proof': ['test/unit/relay/proof.test.ts', 'proofsOf('],
  explain: ['test/unit/docs/commands.test.ts', "follow('explain')"],
  replay: ['test/unit/docs/commands.test.ts', "follow('explain')"],
  evidence: ['test/unit/scripts/evidence.test.ts', "'evidence']"],
  'bench:evidence': ['test/unit/evidence/modelBench.test.ts', 'runBench('],
}
const FOLLOWED: Readonly<Record<string, string>> = {
  'docs/add-a-language.md': 'test/unit/scripts/addLanguage.test.ts',
  'docs/add-a-vendor.md': 'test/unit/scripts/addVendor.test.ts',
  'docs/add-a-chat.md': 'test/unit/scripts/addChat.test.ts',
  'docs/add-a-phrase.md': 'test/unit/scripts/addPhrase.test.ts',
  'docs/relay.md': 'test/unit/docs/relay.test.ts',
  'docs/hosting.md': 'test/browser/hosting.test.ts',
  'docs/releasing.md': 'test/unit/release/twice.test.ts',
}

describe('a command in the documents', () => {
  it('is found', () => expect(all.length).toBeGreaterThan(40))

  it.each(all)('$command, of $path, is run by somebody', ({ path, command }) => {
    for (const one of command.split(' && ')) {
      const name = nameOf(one)
      if (name !== '') expect([...Object.keys(scripts), 'ci', 'install']).toContain(name)
      const guided = FOLLOWED[path]
      if (guided !== undefined) expect(read(guided)).toContain(`${path}`)
      else if (name !== '') {
        const [place, line] = RUN_BY[name] ?? ['', '']
        expect(place, name).not.toBe('')
        // The table itself proves nothing.
        expect(read(place).replace(/const RUN_BY[\s\S]*?\n}\n/, '')).toContain(line)
      } else expect(one).toMatch(/^curl -s https?:\/\/\S+\/api\/v2\/summary\.json > summary\.json$/)
    }
  })
})

const freePort = (): Promise<number> =>
  new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0))
    })
  })

describe('who follows the README', () => {
  let home = ''
  let page: ChildProcess | null = null
  afterEach(async () => {
    const ended = page && page.exitCode === null ? new Promise((done) => page?.once('exit', done)) : null
    page?.kill()
    await ended
    page = null
    rmSync(home, { recursive: true, force: true })
  })

  /** A command that does not end: it is ready when it has said something. */
  const begin = (line: string): Promise<string> =>
    new Promise((resolve, reject) => {
      const [, args = ''] = /^npm run -s replay -- (.*)$/.exec(line) ?? []
      const tsx = join(home, 'node_modules/tsx/dist/cli.mjs')
      page = spawn(process.execPath, [tsx, 'scripts/replay.ts', ...args.split(' ')], { cwd: home })
      page.stdout?.once('data', (said: Buffer) => resolve(`${said}`))
      page.once('exit', () => reject(new Error(`${line} ended.`)))
    })

  /** Runs the block of the README that asks a played page, line by line; gives what was said. */
  const follow = async (ends: string): Promise<string[]> => {
    home = copied('readme')
    const port = `${await freePort()}`
    const block = blocksOf(read('README.md')).find((lines) => lines[0]?.endsWith('--list')) ?? []
    expect(block.at(-1)).toContain(ends)
    const said: string[] = []
    for (const line of block.map((one) => one.replaceAll('4180', port))) {
      const [, url, file] = /^curl -s (\S+) > (\S+)$/.exec(line) ?? []
      if (url !== undefined && file !== undefined)
        writeFileSync(join(home, file), await (await fetch(url)).text())
      else said.push(line.includes('--port') ? await begin(line) : run(home, line).said)
    }
    return said
  }

  it('lists recordings, plays one, and is told what it means', { timeout: 120_000 }, async () => {
    const [list, played, told] = await follow('explain')
    expect(list).toContain('2024-12-19-chat-attachments')
    expect(played).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/api\/v2\/summary\.json/)
    expect(told).toMatch(/^DEGRADED: Attachments in chat have had errors on Prod2 \(EU\) since 7:33 AM UTC\./)
  })

  it('plays a page for the extension, now', { timeout: 120_000 }, async () => {
    home = copied('readme')
    const [line = ''] = blocksOf(read('README.md')).find(([first]) => first?.includes('--now')) ?? []
    const said = await begin(line.replace('4180', `${await freePort()}`))
    const [, address = ''] = /^(http\S+)/.exec(said) ?? []
    const document = (await (await fetch(address)).json()) as { incidents: unknown[] }
    expect(document.incidents).toHaveLength(1)
  })

  it('draws the icons anew, as they are', { timeout: 120_000 }, () => {
    home = copied('readme')
    const { status, said } = run(home, 'npm run icons')
    expect([status, said]).toEqual([0, expect.stringContaining('icons in public/icons')])
  })

  it('writes what the stores want', { timeout: 120_000 }, () => {
    home = copied('readme')
    const { status, said } = run(home, 'npm run store')
    expect([status, said]).toEqual([0, expect.stringContaining('is in dist/store')])
  })
})
