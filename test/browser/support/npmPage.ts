import { readdirSync, readFileSync, statSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { type Laid, typeOf } from '../../../scripts/stage/served.ts'
import type { MannersOptions } from './manners.ts'

// The npm package as it was built, on a page without any tool: an import map, and a module that imports from it.

const PACKAGE = fileURLToPath(new URL('../../../dist/npm/', import.meta.url))

/** The package's modules below a path, as a site would host them. */
export const packageAt = (path: string): Readonly<Record<string, Laid>> =>
  Object.fromEntries(
    readdirSync(PACKAGE, { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.js') && statSync(`${PACKAGE}${name}`).isFile())
      .map((name) => name.replaceAll('\\', '/'))
      .map((name) => [
        `${path}${name}`,
        { body: readFileSync(`${PACKAGE}${name}`, 'utf8'), type: typeOf(name) },
      ]),
  )

const IMPORTS = { podlight: '/npm/index.js', 'podlight/': '/npm/', 'podlight/element': '/npm/element.js' }

/** A page with an import map, a module, and some markup. */
export const npmPage = (
  markup: string,
  module = "import 'podlight/element'",
  more: MannersOptions = {},
): MannersOptions => {
  const nonce = more.nonce === undefined ? '' : ` nonce="${more.nonce}"`
  return {
    tag: null,
    ...more,
    headMarkup: `<script type="importmap"${nonce}>${JSON.stringify({ imports: IMPORTS })}</script>
      <script type="module" src="/module.js"${nonce}></script>`,
    bodyMarkup: markup,
    files: {
      ...packageAt('/npm/'),
      '/module.js': { body: module, type: 'text/javascript; charset=utf-8' },
      ...more.files,
    },
  }
}

/** The element as an expression; and what it drew, which stands in a shadow of its own. */
export const ELEMENT = 'document.querySelector("podlight-banner")'
export const DRAWN = `${ELEMENT}?.shadowRoot?.querySelector('podlight-banner')`
export const partOf = (name: string): string => `${DRAWN}?.shadowRoot?.querySelector('[part="${name}"]')`
