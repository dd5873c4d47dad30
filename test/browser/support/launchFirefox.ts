import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { getBrowser } from '../../../scripts/browsers/get.ts'
import { within } from '../../../scripts/stage/until.ts'
import { stop } from './child.ts'
import { freePort, type Marionette, openMarionette } from './marionette.ts'
import type { WebOptions } from './web.ts'

const QUIET = {
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
  // What pages say goes to our pipe too: the remote protocol has no console.
  'devtools.console.stdout.content': true,
}

/** Cookies are what the setting is called after; it means everything a site may keep. */
const NONE_STORED = 2

const asked = (options: WebOptions): Record<string, unknown> => {
  const { locale = 'en-US', colorScheme = 'light', reducedMotion = false } = options
  return {
    'intl.accept_languages': locale,
    'layout.css.prefers-color-scheme.content-override': colorScheme === 'dark' ? 0 : 1,
    'ui.prefersReducedMotion': reducedMotion ? 1 : 0,
    ...(options.proxy === undefined
      ? {}
      : {
          'network.proxy.type': 1,
          'network.proxy.http': '127.0.0.1',
          'network.proxy.http_port': options.proxy,
        }),
    ...(options.storage === 'blocked' ? { 'network.cookie.cookieBehavior': NONE_STORED } : {}),
  }
}

export interface LaunchedFirefox {
  readonly line: Marionette
  /** Everything that it wrote so far. */
  output(): string
  close(): Promise<void>
}

/** A Firefox with a profile of its own, and a line to speak with it. */
export const launchFirefox = async (
  options: WebOptions = {},
  settings: Readonly<Record<string, unknown>> = {},
  command = getBrowser('firefox'),
  capabilities: Readonly<Record<string, unknown>> = {},
): Promise<LaunchedFirefox> => {
  const profile = mkdtempSync(join(tmpdir(), 'podlight-'))
  const port = await freePort()
  const all = { ...QUIET, ...asked(options), 'marionette.port': port, ...settings }
  const lines = Object.entries(all).map(
    ([key, value]) => `user_pref(${JSON.stringify(key)}, ${JSON.stringify(value)});`,
  )
  writeFileSync(join(profile, 'user.js'), lines.join('\n'))
  const child = spawn(
    command,
    ['--headless', '--no-remote', '--marionette', '--remote-allow-system-access', '--profile', profile],
    {
      stdio: ['ignore', 'pipe', 'ignore'],
      env: { ...process.env, TZ: options.timezone ?? 'UTC' },
    },
  )
  let output = ''
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    output += text
  })
  const close = async (line?: Marionette): Promise<void> => {
    const quit = line?.send('Marionette:Quit', { flags: ['eForceQuit'] })
    if (quit !== undefined) await within(quit, 'a Firefox that was told to end').catch(() => undefined)
    await stop(child)
    line?.end()
    rmSync(profile, { recursive: true, force: true })
  }
  try {
    const line = await openMarionette(port)
    await line.send('WebDriver:NewSession', { capabilities: { pageLoadStrategy: 'normal' }, ...capabilities })
    await line.send('WebDriver:SetTimeouts', { script: 30_000 })
    return { line, output: () => output, close: () => close(line) }
  } catch (cause) {
    await close()
    throw cause
  }
}
