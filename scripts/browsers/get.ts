import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { install, mayInstall, run } from './apt.ts'
import { type Browser, findBrowser, VARIABLES, webkitParts } from './find.ts'

/** Playwright's own WebKit speaks with Playwright alone, and is not to be had on every machine. */
const byPlaywright = (browser: Browser): boolean => {
  if (browser !== 'chromium') return false
  const core = dirname(createRequire(import.meta.url).resolve('playwright-core/package.json'))
  const system = mayInstall() ? ['--with-deps'] : []
  return run(process.execPath, [join(core, 'cli.js'), 'install', ...system, 'chromium'])
}

const NAMES: Readonly<Record<Browser, string>> = {
  chromium: 'Chromium',
  firefox: 'Firefox',
  webkit: 'WebKit',
}
const PACKAGES: Readonly<Record<Browser, readonly string[]>> = {
  chromium: ['chromium'],
  firefox: ['firefox-esr'],
  webkit: ['webkit2gtk-driver', 'xvfb'],
}

const byApt = (browser: Browser): boolean => install(PACKAGES[browser])

/** A browser that can be started: WebKit's driver alone is not enough. */
const usable = (browser: Browser): string | null => {
  const found = findBrowser(browser)
  if (browser !== 'webkit') return found
  const { miniBrowser, xvfb } = webkitParts()
  return miniBrowser !== null && xvfb !== null ? found : null
}

/** What to do by hand, in one sentence. */
const missing = (browser: Browser): string => {
  const variable = VARIABLES[browser]
  const named = process.env[variable]
  const advice = `apt-get install ${PACKAGES[browser].join(' ')}`
  if (named !== undefined && named !== '' && !existsSync(named))
    return `${variable} names ${named}, which is not there.`
  if (browser !== 'webkit')
    return `${NAMES[browser]} is missing: install it (on Debian: ${advice}) or name its executable in ${variable}.`
  if (process.platform !== 'linux')
    return 'WebKit is missing: it is driven on Linux only, so run these tests there, or in a container of Debian.'
  const { miniBrowser, xvfb } = webkitParts()
  const lacking = [
    findBrowser(browser) === null && `WebKitWebDriver (or its name in ${variable})`,
    miniBrowser === null && 'MiniBrowser',
    xvfb === null && 'Xvfb',
  ].filter((one) => one !== false)
  return `WebKit is missing ${lacking.join(', ')}: install it (on Debian: ${advice}).`
}

/** Finds a browser, or gets it; throws the sentence that says what is missing. */
export const getBrowser = (browser: Browser): string => {
  const found = usable(browser)
  if (found !== null) return found
  // A browser that was named is not replaced by another one.
  if (!process.env[VARIABLES[browser]]) {
    console.log(`No ${browser} here: getting one.`)
    for (const get of [byPlaywright, byApt]) {
      const path = get(browser) ? usable(browser) : null
      if (path !== null) return path
    }
  }
  throw new Error(missing(browser))
}
