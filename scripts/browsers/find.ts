import { existsSync, readdirSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { chromium } from 'playwright-core'

export const BROWSERS = ['chromium', 'firefox', 'webkit'] as const
export type Browser = (typeof BROWSERS)[number]

/** Where a browser may be named by hand; for WebKit it is its driver, WebKitWebDriver. */
export const VARIABLES: Readonly<Record<Browser, string>> = {
  chromium: 'PODLIGHT_CHROMIUM',
  firefox: 'PODLIGHT_FIREFOX',
  webkit: 'PODLIGHT_WEBKIT',
}

// Chrome and Edge as sold load no unpacked extension from the command line any more, so only Chromium will do.
const COMMANDS: Readonly<Record<Browser, readonly string[]>> = {
  chromium: ['chromium', 'chromium-browser'],
  firefox: ['firefox-esr', 'firefox'],
  webkit: ['WebKitWebDriver'],
}
const PLACES: Readonly<Record<Browser, readonly string[]>> = {
  chromium: ['/Applications/Chromium.app/Contents/MacOS/Chromium'],
  firefox: [
    '/Applications/Firefox.app/Contents/MacOS/firefox',
    'C:\\Program Files\\Mozilla Firefox\\firefox.exe',
  ],
  webkit: [],
}

const onPath = (command: string): string[] =>
  (process.env['PATH'] ?? '')
    .split(delimiter)
    .filter((folder) => folder !== '')
    .map((folder) => join(folder, command))

const firstOf = (places: readonly string[]): string | null => places.find((path) => existsSync(path)) ?? null

/** Playwright's own Firefox is built for Playwright alone, and takes no add-ons. */
const playwrights = (browser: Browser): string[] =>
  browser === 'chromium' ? [chromium.executablePath()].filter((path) => path !== '') : []

const foldersIn = (folder: string): string[] =>
  existsSync(folder) ? readdirSync(folder).map((name) => join(folder, name)) : []

/** WebKit's own small browser is no command: it lies in a library folder, named by machine and by version. */
const miniBrowser = (): string | null =>
  firstOf(
    ['/usr/lib', '/usr/lib64', '/usr/libexec']
      .flatMap((folder) => [folder, ...foldersIn(folder).filter((path) => path.includes('linux-gnu'))])
      .flatMap((folder) =>
        ['webkit2gtk-4.1', 'webkitgtk-6.0'].map((name) => join(folder, name, 'MiniBrowser')),
      )
      .concat(onPath('MiniBrowser')),
  )

/** What WebKit's driver needs beside itself: a browser to drive, and a screen that nobody sees. */
export const webkitParts = (): { readonly miniBrowser: string | null; readonly xvfb: string | null } => ({
  miniBrowser: miniBrowser(),
  xvfb: firstOf(onPath('Xvfb')),
})

/** The executable of a browser: the one that was named, the system's, Playwright's; null where there is none. */
export const findBrowser = (browser: Browser): string | null => {
  const named = process.env[VARIABLES[browser]]
  // A named one that is not there is a mistake to be told, not a reason to test something else.
  if (named !== undefined && named !== '') return existsSync(named) ? named : null
  return firstOf([...COMMANDS[browser].flatMap(onPath), ...PLACES[browser], ...playwrights(browser)])
}
