import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { defineConfig } from 'wxt'
import { originsOf } from './extension/domain/evidence/origins.ts'
import { BRAND_SIZES, PACKED_SIZES } from './extension/domain/iconSizes.ts'
import { extension } from './extension/text/en.ts'
import { POLICY_SCHEMA, policySchema } from './scripts/build/policySchema.ts'
import { THIRD_PARTY_FILE, thirdPartyText } from './scripts/build/thirdParty.ts'
import { twoChunks } from './scripts/build/twoChunks.ts'
import { withoutExamples } from './scripts/build/withoutExamples.ts'

/** The browser tests have a clock that they move by hand, which is the only thing in which their build differs. */
const isSteered = process.env['PODLIGHT_STEERED'] === '1'
const STEERED_CLOCK = {
  find: /^.*\/domain\/clock\.ts$/,
  replacement: fileURLToPath(new URL('test/browser/support/steeredClock.ts', import.meta.url)),
}

/** Feeds may be anywhere on https; http only on this computer, where a played page is tried. */
const FEEDS = 'https: http://127.0.0.1:* http://localhost:*'

/** What the toolbar wears before anything is known, where it takes no SVG. */
const UNKNOWN_PICTURE = /^icons[\\/]unknown-\d+\.png$/

export default defineConfig({
  // Hidden imports help nobody who reads.
  imports: false,
  manifestVersion: 3,
  modules: ['@wxt-dev/webextension-polyfill'],
  outDir: '.output',
  outDirTemplate: `{{browser}}-mv{{manifestVersion}}${isSteered ? '-steered' : ''}`,
  hooks: {
    // What the browser itself shows comes from the same words as everything else.
    'build:publicAssets': (wxt, files) => {
      const { name, description } = extension.manifest
      files.push({
        relativeDest: '_locales/en/messages.json',
        contents: JSON.stringify({ name: { message: name }, description: { message: description } }),
      })
      files.push({ relativeDest: 'LICENSE.txt', contents: readFileSync('LICENSE', 'utf8') })
      files.push({ relativeDest: THIRD_PARTY_FILE, contents: thirdPartyText('extension') })
      // Firefox takes what a company sets as it comes, and its linter warns of a schema. Its toolbar takes the drawings.
      if (wxt.config.browser === 'firefox')
        files.splice(
          0,
          files.length,
          ...files.filter(({ relativeDest }) => !UNKNOWN_PICTURE.test(relativeDest)),
        )
      else files.push({ relativeDest: POLICY_SCHEMA, contents: JSON.stringify(policySchema()) })
    },
  },
  manifest: ({ browser }) => ({
    name: '__MSG_name__',
    description: '__MSG_description__',
    default_locale: 'en',
    permissions: ['storage', 'alarms', 'notifications', 'activeTab', 'scripting'],
    // Asked for by a click alone, and then for two hosts of one organization.
    optional_permissions: ['webRequest'],
    optional_host_permissions: originsOf('*').slice(0, 1),
    content_security_policy: {
      extension_pages: `default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src ${FEEDS}; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`,
    },
    icons: Object.fromEntries(BRAND_SIZES.map((size) => [size, `icons/podlight-${size}.png`])),
    action: {
      default_icon:
        browser === 'firefox'
          ? 'icons/unknown.svg'
          : Object.fromEntries(PACKED_SIZES.map((size) => [size, `icons/unknown-${size}.png`])),
    },
    ...(browser === 'firefox'
      ? {
          browser_specific_settings: {
            gecko: {
              id: 'podlight@podlight',
              strict_min_version: '142.0',
              data_collection_permissions: { required: ['none'] },
            },
          },
        }
      : { minimum_chrome_version: '120', storage: { managed_schema: POLICY_SCHEMA } }),
  }),
  vite: () => ({
    resolve: { alias: isSteered ? [STEERED_CLOCK] : [] },
    // Every browser that takes this package knows `modulepreload`.
    build: { target: 'es2022', modulePreload: { polyfill: false } },
    plugins: [withoutExamples(), twoChunks()],
  }),
})
