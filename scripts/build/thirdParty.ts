/** The licences of the libraries whose code is in what we publish. They ask to be passed on with it. */
import { existsSync, readFileSync } from 'node:fs'
import { isRow, textOf } from '../../shared/model/guards.ts'

export const THIRD_PARTY_FILE = 'THIRD-PARTY.txt'

const PAGES = ['@preact/signals', '@preact/signals-core', 'preact'] as const
/** What is bundled into the extension, and into pages of tools. */
export const LIBRARIES = {
  extension: [...PAGES, '@wxt-dev/webextension-polyfill', 'idb', 'webextension-polyfill', 'wxt', 'zod'],
  pages: PAGES,
} as const

/** A package without the text, and one of the same repository that has it. */
const TEXT_OF: Readonly<Record<string, string>> = { wxt: '@wxt-dev/webextension-polyfill' }

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
  const file = new URL('LICENSE', new URL(`${TEXT_OF[library] ?? library}/`, modules))
  if (!existsSync(file)) throw new Error(`${library} has no text of its licence.`)
  // A long one may be named by its address, where that is what it asks for.
  const text =
    license === 'MPL-2.0'
      ? 'Mozilla Public License 2.0: https://www.mozilla.org/MPL/2.0/'
      : readFileSync(file, 'utf8').trim()
  return `${library} ${version}\nSource: ${source}\n\n${text}\n`
}

export const thirdPartyText = (kind: keyof typeof LIBRARIES): string =>
  `Podlight contains code of these libraries, unchanged.\n\n${[...LIBRARIES[kind]]
    .sort()
    .map(entryOf)
    .join(`\n${'-'.repeat(72)}\n\n`)}`
