import type { Browser } from '../../scripts/browsers/find.ts'

// A push runs a short form of what takes long, so that nobody waits for a quarter of an hour; each night runs all of
// it. CONTRIBUTING.md lists what a push leaves out, and test/unit/repository/nightly.test.ts holds it to that.

export const isNight = process.env['PODLIGHT_NIGHTLY'] === '1'

/** All of it at night, the few on a push. */
export const nightly = <T>(all: T, few: T): T => (isNight ? all : few)

/** Chromium runs everything on a push; the others run there what engines are known to differ in. */
export const inFull = (browser: Browser): boolean => nightly(true, browser === 'chromium')

/** The named rows of a table; a name that is none is a slip, not a case less. */
export const only = <T>(all: Readonly<Record<string, T>>, names: readonly string[]): [string, T][] =>
  names.map((name) => {
    const row = Object.entries(all).find(([key]) => key === name)
    if (row === undefined) throw new Error(`There is no "${name}" to choose.`)
    return row
  })
