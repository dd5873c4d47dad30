import { spawn } from 'node:child_process'
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { load } from '../../scripts/replay/load.ts'
import { type Replay, startReplay } from '../../scripts/replay/server.ts'
import { type Origin, startOrigin } from '../../scripts/stage/loopback.ts'
import { fromFolder, send } from '../../scripts/stage/served.ts'
import { until } from '../../scripts/stage/until.ts'
import { ownEnvironment } from '../support/environment.ts'
import { SUMMARY, TROUBLE } from './support/manners.ts'
import { reactShop } from './support/reactShop.ts'
import { startWeb } from './support/startWeb.ts'

// The npm package as somebody gets it who installs it: packed, checked, installed, compiled against, bundled and run.

const root = fileURLToPath(new URL('../../', import.meta.url))
const readme = readFileSync(`${root}npm/README.md`, 'utf8')

let home = ''
let tarball = ''
let replay: Replay

const env = ownEnvironment()
/** How long a command may take before it counts as one that never ends. */
const PATIENCE = 60_000

interface Ended {
  readonly status: number | null
  readonly said: string
}

/** Not in step with this process, as the status page that it asks is played here. */
const begin = (command: string, args: readonly string[], cwd: string, shell = false): Promise<Ended> =>
  new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd, env, shell, timeout: PATIENCE, killSignal: 'SIGKILL' })
    let said = ''
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (text: Buffer) => {
        said += text
      })
    child.once('error', reject)
    child.once('close', (status) => resolve({ status, said }))
  })
const run = (file: string, args: readonly string[], cwd = home): Promise<Ended> =>
  begin(process.execPath, [file, ...args], cwd)
const tool = (path: string): string => join(root, 'node_modules', path)

/** npm itself, which is not a module of anybody's. */
const npm = (args: readonly string[], cwd = home): Promise<Ended> => {
  const cli = process.env['npm_execpath']
  return cli === undefined ? begin('npm', args, cwd, process.platform === 'win32') : run(cli, args, cwd)
}

/** Of the other packages the repository's own are taken: nothing is downloaded. */
const borrow = (name: string): void => {
  const link = join(home, 'node_modules', name)
  mkdirSync(dirname(link), { recursive: true })
  if (!existsSync(link)) symlinkSync(tool(name), link, 'junction')
}

beforeAll(async () => {
  home = realpathSync(mkdtempSync(join(tmpdir(), 'podlight-npm-')))
  replay = await startReplay({ recordings: load(['2024-12-19-chat-attachments']), at: TROUBLE })
  const [, types = ''] = /```ts\n(\/\/ podlight\.d\.ts\n[\s\S]*?)```/.exec(readme) ?? []
  expect(types).toContain('IntrinsicElements')
  for (const [name, text] of Object.entries(reactShop(types, `${replay.url}${SUMMARY}`)))
    writeFileSync(join(home, name), text)
  expect(await npm(['pack', '--pack-destination', home], `${root}dist/npm`)).toMatchObject({ status: 0 })
  tarball = readdirSync(home).find((name) => name.endsWith('.tgz')) ?? ''
  const installed = await npm(['install', '--offline', '--no-audit', '--no-fund', `./${tarball}`])
  // What it says depends on who started this: by `npm run -s` it says nothing.
  expect([installed, existsSync(join(home, 'node_modules/podlight/package.json'))]).toEqual([
    expect.objectContaining({ status: 0 }),
    true,
  ])
  for (const name of ['react', 'react-dom', '@types/react', '@types/react-dom', 'vite']) borrow(name)
})
afterAll(async () => {
  await replay?.close()
  rmSync(home, { recursive: true, force: true })
})

describe('the packed npm package', () => {
  it('is faultless to publint', async () => {
    const { publint } = await import('publint')
    const { messages } = await publint({ pkgDir: `${root}dist/npm`, strict: true })
    expect(messages).toEqual([])
  })

  it('has types that every module resolution finds', async () => {
    const { status, said } = await run(tool('@arethetypeswrong/cli/dist/index.js'), [
      ...['--profile', 'esm-only', '--format', 'ascii', '--no-color', '--no-emoji'],
      join(home, tarball),
    ])
    expect([status, said]).toEqual([0, expect.stringContaining('podlight/element')])
  })

  it('is of the repository’s version and holds nothing but what is needed', () => {
    const installed = join(home, 'node_modules/podlight')
    const manifest = JSON.parse(readFileSync(join(installed, 'package.json'), 'utf8')) as Record<
      string,
      unknown
    >
    const { version } = JSON.parse(readFileSync(`${root}package.json`, 'utf8')) as { version: string }
    expect(manifest).toMatchObject({
      name: 'podlight',
      version,
      type: 'module',
      sideEffects: ['./element.js'],
    })
    expect(Object.keys(manifest).filter((key) => /dependencies|scripts/i.test(key))).toEqual([])
    const files = (readdirSync(installed, { recursive: true, encoding: 'utf8' }) as string[]).map((name) =>
      name.replaceAll('\\', '/'),
    )
    expect(
      files.filter((name) => /\.\w+$/.test(name) && !/(\.js|\.d\.ts|\.json|README\.md)$/.test(name)),
    ).toEqual([])
    // The script tag's files are those that were built.
    const widget = readdirSync(`${root}dist/widget`)
    expect(files.filter((name) => name.startsWith('widget/')).sort()).toEqual(
      widget.map((name) => `widget/${name}`).sort(),
    )
    for (const name of widget)
      expect(readFileSync(join(installed, 'widget', name))).toEqual(
        readFileSync(`${root}dist/widget/${name}`),
      )
  })

  it.each(['bundler', 'node'])('compiles with what uses it: %s', async (name) => {
    const checked = await run(tool('typescript/bin/tsc'), ['-p', `tsconfig.${name}.json`])
    expect(checked).toEqual({ status: 0, said: '' })
  })

  it('can be loaded without a page, watches from a server, and leaves nothing that keeps it up', async () => {
    const program = `
      import { watchPod } from 'podlight'
      import * as element from 'podlight/element'
      import * as types from 'podlight/window'
      const asked = Date.now()
      const end = watchPod({ pod: 'prod1', feed: '${replay.url}${SUMMARY}' }, ({ level, impacts }) => {
        console.log(level, impacts[0].capability, typeof element.PodlightBanner, Object.keys(types).length)
        end()
      })`
    writeFileSync(join(home, 'program.js'), program)
    const before = Date.now()
    expect(await run(join(home, 'program.js'), [])).toEqual({
      status: 0,
      said: 'degraded attachments function 0\n',
    })
    // It ended by itself: a timer of ours would have held it for a minute.
    expect(Date.now() - before).toBeLessThan(30_000)
  })

  it('tells a server’s listener apart from its own work', async () => {
    const program = `
      import { watchPod } from 'podlight'
      const end = watchPod({ pod: 'prod1', feed: '${replay.url}${SUMMARY}' }, () => {
        setTimeout(() => { console.log('still here'); end() })
        throw new Error('mine')
      })`
    writeFileSync(join(home, 'program.js'), program)
    const { status, said } = await run(join(home, 'program.js'), [])
    expect([status, said]).toEqual([0, expect.stringMatching(/still here/)])
    expect(said).toContain('Error: mine')
  })

  describe('in a shop of React, built with Vite', () => {
    let origin: Origin
    beforeAll(async () => {
      const built = await run(tool('vite/bin/vite.js'), ['build', '--logLevel', 'warn'])
      expect(built).toEqual({ status: 0, said: '' })
      origin = await startOrigin((request, response) => {
        const path = new URL(request.url ?? '/', 'http://x').pathname
        send(
          request,
          response,
          fromFolder(join(home, 'dist'), path === '/' ? '/index.html' : path) ?? { body: '', status: 404 },
        )
      })
    })
    afterAll(() => origin.close())

    it('has each language in a file of its own, and no example sentences', () => {
      const files = readdirSync(join(home, 'dist/assets'))
      for (const tag of ['de', 'pt-BR', 'ja'])
        expect(files.some((name) => name.startsWith(`${tag}-`))).toBe(true)
      expect(files.length).toBeGreaterThan(11)
    })

    it('shows the banner and the levels, and asks once for all of it', async () => {
      const web = await startWeb('chromium')
      const seen = (what: string, value: unknown): Promise<unknown> =>
        until(
          () => web.run(`return ${what}`),
          (now) => JSON.stringify(now) === JSON.stringify(value),
          `${what} as ${JSON.stringify(value)}`,
        )
      try {
        replay.log.clear()
        await web.open(`${origin.url}/`)
        await seen('[...document.querySelectorAll("output")].map((one) => one.id + one.textContent)', [
          'prod1degraded',
          'prod2degraded',
        ])
        await seen('document.querySelector("#shown").textContent', 'attachments-failing')
        expect(await web.run('return document.querySelector("podlight-banner").offsetHeight > 40')).toBe(true)
        await web.click('document.querySelector("button")')
        await seen('document.querySelector("output").textContent', 'ok')
        expect(replay.log.count(SUMMARY)).toBe(1)
        expect(await web.said()).toEqual([])
      } finally {
        await web.close()
      }
    })
  })
})
