import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { getBrowser } from '../../../scripts/browsers/get.ts'
import type { Eye } from './eye.ts'
import { freePort, type Marionette, openMarionette } from './marionette.ts'
import { folderOf } from './pace.ts'

export interface Firefox extends Eye {
  /** Opens another window of the extension beside the first. */
  beside(path: string): Promise<Eye>
  /** A picture of the page, as PNG. */
  picture(): Promise<Buffer>
  close(): Promise<void>
}

/** The extension's host in this browser, which is otherwise made up anew for every profile. */
const HOST = '3f1c2a70-5b1e-4c5d-9a50-70d11947a001'
const ADDON = 'podlight@podlight'

const settings = (port: number): Record<string, unknown> => ({
  'marionette.port': port,
  'extensions.webextensions.uuids': JSON.stringify({ [ADDON]: HOST }),
  'browser.startup.page': 0,
  'browser.shell.checkDefaultBrowser': false,
  'browser.startup.homepage_override.mstone': 'ignore',
  'app.update.enabled': false,
  // It asks nobody but who the test tells it to.
  'datareporting.policy.dataSubmissionEnabled': false,
  'toolkit.telemetry.enabled': false,
  'network.captive-portal-service.enabled': false,
  'network.connectivity-service.enabled': false,
  'services.settings.server': 'data:,',
  'extensions.systemAddon.update.enabled': false,
  'browser.safebrowsing.update.enabled': false,
  'intl.accept_languages': 'en-US',
})

const ended = (child: ChildProcess): Promise<void> =>
  new Promise((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null) resolve()
    else child.once('exit', () => resolve())
  })

const inWindow = (line: Marionette, handle: string): Eye => {
  const at = async (): Promise<void> => {
    await line.send('WebDriver:SwitchToWindow', { handle, focus: false })
  }
  return {
    open: async (path) => {
      await at()
      await line.send('WebDriver:Navigate', { url: `moz-extension://${HOST}/${path}` })
    },
    run: async (body) => {
      await at()
      const script = `const done = arguments[arguments.length - 1];
        (async () => { ${body} })().then(
          (value) => done(JSON.stringify({ value })), (error) => done(JSON.stringify({ error: String(error) })))`
      const answer = (await line.send('WebDriver:ExecuteAsyncScript', { script, args: [] })) as {
        value: string
      }
      const { value, error } = JSON.parse(answer.value) as { value?: unknown; error?: string }
      if (error !== undefined) throw new Error(error)
      return value
    },
  }
}

/** A real Firefox with the extension in it, and one of the extension's pages open. */
export const startFirefox = async (build = 'firefox-mv3-paced'): Promise<Firefox> => {
  const profile = mkdtempSync(join(tmpdir(), 'podlight-'))
  const port = await freePort()
  const lines = Object.entries(settings(port)).map(
    ([key, value]) => `user_pref(${JSON.stringify(key)}, ${JSON.stringify(value)});`,
  )
  writeFileSync(join(profile, 'user.js'), lines.join('\n'))
  const child = spawn(
    getBrowser('firefox'),
    ['--headless', '--no-remote', '--marionette', '--remote-allow-system-access', '--profile', profile],
    { stdio: 'ignore', env: { ...process.env, TZ: 'UTC' } },
  )
  const line = await openMarionette(port)
  await line.send('WebDriver:NewSession', { capabilities: { pageLoadStrategy: 'normal' } })
  await line.send('WebDriver:SetTimeouts', { script: 30_000 })
  await line.send('Addon:Install', { path: folderOf(build), temporary: true })
  const { value: first } = (await line.send('WebDriver:GetWindowHandle')) as { value: string }
  const eye = inWindow(line, first)
  await eye.open('options.html')
  return {
    ...eye,
    beside: async (path) => {
      const { handle } = (await line.send('WebDriver:NewWindow', { type: 'tab', focus: false })) as {
        handle: string
      }
      const other = inWindow(line, handle)
      await other.open(path)
      return other
    },
    picture: async () => {
      const { value } = (await line.send('WebDriver:TakeScreenshot', { full: false })) as { value: string }
      return Buffer.from(value, 'base64')
    },
    close: async () => {
      await line.send('Marionette:Quit', { flags: ['eForceQuit'] }).catch(() => child.kill())
      await ended(child)
      line.end()
      rmSync(profile, { recursive: true, force: true })
    },
  }
}
