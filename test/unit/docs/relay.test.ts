import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { NODE_SETTINGS } from '../../../relay/node/settings.ts'
import { SETTINGS } from '../../../relay/settings.ts'
import { ownEnvironment } from '../../support/environment.ts'
import { copied, run } from '../../support/guide.ts'
import { plain, rowsUnder } from '../../support/tables.ts'

/** Follows docs/relay.md to the letter, in a copy of the repository. */

const ROOT = join(import.meta.dirname, '../../..')
const GUIDE = readFileSync(join(ROOT, 'docs/relay.md'), 'utf8')
const TSX = join(ROOT, 'node_modules/tsx/dist/cli.mjs')
const PLAYED = '4180'
const RELAY = '8787'

const lines = (section: string): string[] => {
  const [, text = ''] = new RegExp(`\n## ${section}\n([\\s\\S]*?)(?=\n## |$)`).exec(GUIDE) ?? []
  return [...text.matchAll(/```sh\n([\s\S]*?)\n *```/g)].flatMap(([, block = '']) =>
    block.split('\n').map((line) => line.trim()),
  )
}

let home = ''
const running: ChildProcess[] = []
beforeAll(() => {
  home = copied('relay')
})
afterAll(async () => {
  for (const child of running) {
    const ended = new Promise((done) => child.once('exit', done))
    if (child.exitCode === null && child.kill()) await ended
  }
  rmSync(home, { recursive: true, force: true })
})

/** Starts a command that keeps running, and gives the address it prints. */
const begin = (line: string, env: Readonly<Record<string, string>> = {}): Promise<string> =>
  new Promise((resolve, reject) => {
    const [, name, rest = ''] = /^npm run (?:-s )?([\w-]+) -- (.*)$/.exec(line) ?? []
    const args =
      name === undefined ? line.split(' ').slice(1) : [TSX, `scripts/${name}.ts`, ...rest.split(' ')]
    const child = spawn(process.execPath, args, { cwd: home, env: { ...ownEnvironment(), ...env } })
    running.push(child)
    const said: string[] = []
    for (const input of [child.stdout, child.stderr])
      createInterface({ input }).on('line', (text) => {
        said.push(text)
        const url = /(http:\/\/127\.0\.0\.1:\d+)\/(?:v1|healthz|api)/.exec(
          text.replace(/^The relay for \S+/, ''),
        )?.[1]
        if (url !== undefined && !text.startsWith('{')) resolve(url)
      })
    child.once('exit', () => reject(new Error(`${line} ended: ${said.join('\n')}`)))
  })

/** The same command on a free port, as those of the guide may be taken here. */
const anyPort = (line: string, upstream = ''): string =>
  line
    .replace(`--port ${RELAY}`, '--port 0')
    .replace(`--port ${PLAYED}`, '--port 0')
    .replace(`http://127.0.0.1:${PLAYED}`, upstream)

describe('the guide of the relay', () => {
  it('tries it here, with a played page', { timeout: 120_000 }, async () => {
    const [install, start = '', ask = '', play = '', read = ''] = lines('Try it here')
    expect([install, start]).toEqual(['npm ci', `npm run relay -- --port ${RELAY}`])
    const page = await begin(anyPort(play))
    const relay = await begin(anyPort(read, page))
    const [, path = ''] = /^curl -s http:\/\/127\.0\.0\.1:8787(\/\S+)$/.exec(ask) ?? []
    const answer = (await (await fetch(`${relay}${path}`)).json()) as {
      verdicts: { pod: string; level: string }[]
    }
    expect(answer.verdicts.map(({ pod, level }) => `${pod} ${level}`)).toContain('prod2 degraded')
  })

  it('runs on Node', { timeout: 120_000 }, async () => {
    const [build = '', start = ''] = lines('On Node')
    expect(run(home, build)).toMatchObject({ status: 0 })
    const url = await begin(start, { PORT: '0', PODLIGHT_UPSTREAM: 'http://127.0.0.1:9/api/v2/summary.json' })
    const health = await fetch(`${url}/healthz`)
    expect([health.status, await health.json()]).toMatchObject([503, { ok: false, vendor: 'kustomer' }])
  })

  it('ends in words where a setting is wrong, all of them at once', () => {
    const { status, said } = run(home, 'npm run relay -- --upstream nonsense')
    expect(status).toBe(1)
    expect(said).toContain('PODLIGHT_UPSTREAM must be one or two https addresses of the summary document')
  })

  it('is deployed by the command it names', { timeout: 120_000 }, () => {
    const [, deploy = ''] = lines('Deploy it on Cloudflare')
    expect(deploy).toBe('npx wrangler deploy -c relay/wrangler.jsonc')
    const wrangler = join(ROOT, 'node_modules/wrangler/bin/wrangler.js')
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      [wrangler, ...deploy.split(' ').slice(2), '--dry-run'],
      { cwd: home, encoding: 'utf8', env: { ...process.env, WRANGLER_SEND_METRICS: 'false', CI: '1' } },
    )
    expect([status, stderr]).toMatchObject([0, expect.any(String)])
    expect(stdout).toContain('env.UPSTREAM (Upstream)')
  })

  it('names every setting, in the words of the code', () => {
    const told = [...rowsUnder(GUIDE, 'Settings'), ...rowsUnder(GUIDE, 'On Node')]
    expect(told.map(([name = '', what = '']) => [plain(name), plain(what)])).toEqual(
      Object.entries({ ...SETTINGS, ...NODE_SETTINGS }),
    )
  })

  it('shows lines of the log that are JSON', () => {
    const blocks = [...GUIDE.matchAll(/```json\n([\s\S]*?)\n```/g)].map(([, block = '']) => block.split('\n'))
    const keys = blocks.flat().map((line) => Object.keys(JSON.parse(line))[0])
    expect(keys).toEqual(['ok', 'event', 'event'])
  })
})
