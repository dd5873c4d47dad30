/** The licences of the libraries whose code is in what we publish: whoever gets the one has to get the other. */
import { existsSync, readFileSync } from 'node:fs'
import { isRow, textOf } from '../../shared/model/guards.ts'

export const FILE = 'THIRD-PARTY.txt'

const PAGES = ['@preact/signals', '@preact/signals-core', 'preact'] as const
/** What is bundled into the extension, and into pages of tools. */
export const LIBRARIES = {
  extension: [...PAGES, '@wxt-dev/webextension-polyfill', 'idb', 'webextension-polyfill', 'wxt', 'zod'],
  pages: PAGES,
} as const

const modules = new URL('../../node_modules/', import.meta.url)

const entryOf = (library: string): string => {
  const folder = new URL(`${library}/`, modules)
  const about: unknown = JSON.parse(readFileSync(new URL('package.json', folder), 'utf8'))
  if (!isRow(about)) throw new Error(`${library} does not say what it is.`)
  const [version, license] = [textOf(about['version']), textOf(about['license'])]
  const { repository } = about
  const source = textOf(isRow(repository) ? repository['url'] : repository)?.replace(
    /^git(\+https)?:/,
    'https:',
  )
  const file = new URL('LICENSE', folder)
  // A long one may be named by its address, where that is what it asks for.
  const text =
    license === 'MPL-2.0'
      ? 'Mozilla Public License 2.0: https://www.mozilla.org/MPL/2.0/'
      : existsSync(file)
        ? readFileSync(file, 'utf8').trim()
        : `${license} License, as its source has it.`
  return `${library} ${version}\nSource: ${source}\n\n${text}\n`
}

export const thirdPartyText = (kind: keyof typeof LIBRARIES): string =>
  `Podlight contains code of these libraries, unchanged.\n\n${[...LIBRARIES[kind]]
    .sort()
    .map(entryOf)
    .join(`\n${'-'.repeat(72)}\n\n`)}`
