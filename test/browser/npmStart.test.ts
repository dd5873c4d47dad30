import { type ChildProcess, spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { startDemo } from '../../scripts/demo/server.ts'
import { summaryAt } from '../../scripts/replay/documents.ts'
import { load } from '../../scripts/replay/load.ts'
import { until } from '../../scripts/stage/until.ts'
import { kustomer } from '../../shared/vendors/kustomer.ts'
import { ownEnvironment } from '../support/environment.ts'
import { startWeb } from './support/startWeb.ts'

// `npm start`, as a process: what it says, what it serves, and how it ends.

const root = fileURLToPath(new URL('../../', import.meta.url))
const PATIENCE = 120_000

const isUp = (url: string): Promise<boolean> =>
  fetch(url).then(
    ({ ok }) => ok,
    () => false,
  )

describe('npm start', () => {
  const begun: ChildProcess[] = []
  afterEach(() => {
    for (const child of begun.splice(0)) child.kill('SIGKILL')
  })

  const start = (...args: string[]) => {
    const tsx = `${root}node_modules/tsx/dist/cli.mjs`
    const child = spawn(process.execPath, [tsx, `${root}scripts/demo.ts`, ...args], {
      cwd: root,
      // The other tests use what it builds.
      env: ownEnvironment(),
    })
    begun.push(child)
    let said = ''
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (text: Buffer) => {
        said += text
      })
    const ended = new Promise<number | null>((resolve) => child.once('exit', resolve))
    return { says: () => said, ended, end: () => child.kill('SIGINT') }
  }

  it('builds, says what to open, and ends with Ctrl-C', { timeout: 2 * PATIENCE }, async () => {
    const { says, ended, end } = start('--no-open')
    const said = await until(
      async () => says(),
      (text) => text.includes('Ctrl-C ends the demo.'),
      'what to open',
      PATIENCE,
    )
    const [, url = ''] = /Open (http:\/\/127\.0\.0\.1:\d+) in a browser/.exec(said) ?? []
    // While it works, it says at what.
    expect(said).toMatch(/Getting ready.*\n[\s\S]*the banner[\s\S]*the extension/)
    expect(await isUp(url)).toBe(true)
    // A second one does not take what the first has.
    const second = start('--no-open', '--port', new URL(url).port)
    expect(await second.ended).toBe(1)
    expect(second.says()).toMatch(/Port \d+ is taken: choose another with --port/)
    end()
    expect(await ended).toBe(0)
    expect(says().trim().split('\n').at(-1)).toBe('The demo has ended.')
    expect(await isUp(url)).toBe(false)
  })

  it('asks the vendor once a minute, however many look, where it is to show what is so now', async () => {
    const real = globalThis.fetch
    const vendor = `https://${kustomer.page.hosts[0]}/`
    const requests: string[] = []
    vi.stubGlobal('fetch', (...given: Parameters<typeof fetch>) => {
      if (!String(given[0]).startsWith(vendor)) return real(...given)
      requests.push(String(given[0]))
      return Promise.resolve(
        new Response(JSON.stringify(summaryAt(load(['2024-12-19-chat-attachments']), 0))),
      )
    })
    const demo = await startDemo({ port: 0, isLive: true })
    const web = await startWeb('chromium')
    try {
      const about = (await (await fetch(`${demo.url}/demo/about.json`)).json()) as object
      expect(about).toMatchObject({ isLive: true, feed: '' })
      await web.open(demo.url)
      await until(
        () => web.run(`return document.querySelector('.brand p')?.textContent ?? ''`),
        (text) => String(text).startsWith('What customers and agents are told right now'),
        'what is live',
      )
      // No incident to choose, no time to move.
      expect(await web.run(`return document.querySelectorAll('.incidents, .track').length`)).toBe(0)
      await until(
        () => web.run(`return document.querySelector('.verdict')?.textContent ?? ''`),
        (text) => String(text).includes('Judged as the page stood'),
        'a verdict',
      )
      for (const pod of kustomer.pods.keys()) await fetch(`${demo.url}/demo/verdict?pod=${pod}`)
      expect(requests).toHaveLength(1)
    } finally {
      vi.unstubAllGlobals()
      await web.close()
      await demo.close()
    }
  })
})
