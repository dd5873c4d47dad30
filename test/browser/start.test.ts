import { type ChildProcess, spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { afterEach, describe, expect, it } from 'vitest'
import { startDemo } from '../../scripts/demo/server.ts'
import { startWeb } from './support/startWeb.ts'
import { until } from './support/until.ts'

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
    const child = spawn(process.execPath, [tsx, `${root}scripts/demo.ts`, ...args], { cwd: root })
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

  it('asks the vendor where it is to show what is so now', async () => {
    const demo = await startDemo({ port: 0, isLive: true })
    const web = await startWeb('chromium')
    try {
      const about = (await (await fetch(`${demo.url}/demo/about.json`)).json()) as object
      expect(about).toMatchObject({ isLive: true, feed: '' })
      await web.open(demo.url)
      await until(
        () => web.run(`return document.querySelector('.brand p').textContent`),
        (text) => String(text).startsWith('What the vendor’s status page says now'),
        'what is live',
      )
      // No incident to choose, no time to move.
      expect(await web.run(`return document.querySelectorAll('.incidents, .track').length`)).toBe(0)
      // With a network the verdict, without one a word why there is none.
      await until(
        () => web.run(`return document.querySelector('.verdict')?.textContent ?? ''`),
        (text) => /Judged as the page stood|cannot be read from this computer/.test(String(text)),
        'a verdict, or why there is none',
      )
    } finally {
      await web.close()
      await demo.close()
    }
  })
})
