import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { type Browser, findBrowser, VARIABLES } from './find.ts'

const run = (command: string, args: readonly string[]): boolean =>
  spawnSync(command, args, {
    stdio: ['ignore', 'inherit', 'inherit'],
    // A network that lets no download through is told from a slow one after half a minute, not after many.
    env: {
      ...process.env,
      DEBIAN_FRONTEND: 'noninteractive',
      PLAYWRIGHT_DOWNLOAD_CONNECTION_TIMEOUT: '30000',
    },
    timeout: 15 * 60_000,
  }).status === 0

const isRoot = (): boolean => process.getuid?.() === 0
const isDebian = (): boolean => existsSync('/etc/debian_version') && existsSync('/usr/bin/apt-get')

const byPlaywright = (browser: Browser): boolean => {
  if (browser !== 'chromium') return false
  const core = dirname(createRequire(import.meta.url).resolve('playwright-core/package.json'))
  const system = isRoot() && isDebian() ? ['--with-deps'] : []
  return run(process.execPath, [join(core, 'cli.js'), 'install', ...system, 'chromium'])
}

const PACKAGES: Readonly<Record<Browser, string>> = { chromium: 'chromium', firefox: 'firefox-esr' }

const byApt = (browser: Browser): boolean =>
  isRoot() &&
  isDebian() &&
  run('apt-get', ['update', '-qq']) &&
  run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', PACKAGES[browser]])

/** What to do by hand, in one sentence. */
const missing = (browser: Browser): string => {
  const variable = VARIABLES[browser]
  const named = process.env[variable]
  if (named !== undefined && named !== '') return `${variable} names ${named}, which is not there.`
  const name = browser === 'chromium' ? 'Chromium' : 'Firefox'
  return `${name} is missing: install it (on Debian: apt-get install ${PACKAGES[browser]}) or name its executable in ${variable}.`
}

/** Finds a browser, or gets it; throws the sentence that says what is missing. */
export const getBrowser = (browser: Browser): string => {
  const found = findBrowser(browser)
  if (found !== null) return found
  // A browser that was named is not replaced by another one.
  if (!process.env[VARIABLES[browser]]) {
    console.log(`No ${browser} here: getting one.`)
    for (const get of [byPlaywright, byApt]) {
      const path = get(browser) ? findBrowser(browser) : null
      if (path !== null) return path
    }
  }
  throw new Error(missing(browser))
}
