import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { chromium } from 'playwright-core'

export type Browser = 'chromium' | 'firefox'

/** Where a browser may be named by hand. */
export const VARIABLES: Readonly<Record<Browser, string>> = {
  chromium: 'PODLIGHT_CHROMIUM',
  firefox: 'PODLIGHT_FIREFOX',
}

// Chrome and Edge as sold load no unpacked extension from the command line any more, so only Chromium will do.
const COMMANDS: Readonly<Record<Browser, readonly string[]>> = {
  chromium: ['chromium', 'chromium-browser'],
  firefox: ['firefox-esr', 'firefox'],
}
const PLACES: Readonly<Record<Browser, readonly string[]>> = {
  chromium: ['/Applications/Chromium.app/Contents/MacOS/Chromium'],
  firefox: [
    '/Applications/Firefox.app/Contents/MacOS/firefox',
    'C:\\Program Files\\Mozilla Firefox\\firefox.exe',
  ],
}

const onPath = (command: string): string[] =>
  (process.env['PATH'] ?? '')
    .split(delimiter)
    .filter((folder) => folder !== '')
    .map((folder) => join(folder, command))

/** Playwright's own Firefox is built for Playwright alone, and takes no add-ons. */
const playwrights = (browser: Browser): string[] =>
  browser === 'chromium' ? [chromium.executablePath()].filter((path) => path !== '') : []

/** The executable of a browser: the one that was named, the system's, Playwright's; null where there is none. */
export const findBrowser = (browser: Browser): string | null => {
  const named = process.env[VARIABLES[browser]]
  // A named one that is not there is a mistake to be told, not a reason to test something else.
  if (named !== undefined && named !== '') return existsSync(named) ? named : null
  const places = [...COMMANDS[browser].flatMap(onPath), ...PLACES[browser], ...playwrights(browser)]
  return places.find((path) => existsSync(path)) ?? null
}
