import { readFileSync } from 'node:fs'

// The manifests of the packages, written out. Whatever is added to one has to be added here, for somebody to see: a
// permission or a host is asked of every user again, and looked at by every store.

const { version } = JSON.parse(
  readFileSync(new URL('../../../package.json', import.meta.url), 'utf8'),
) as Record<'version', string>

const ACTION = { default_title: 'Podlight', default_popup: 'popup.html' }

const SHARED = {
  manifest_version: 3,
  name: '__MSG_name__',
  description: '__MSG_description__',
  default_locale: 'en',
  version,
  permissions: ['storage', 'alarms', 'notifications', 'activeTab', 'scripting'],
  // The browser asks for them when a click does, and not at the installation.
  optional_permissions: ['webRequest'],
  optional_host_permissions: ['https://*.kustomerapp.com/*'],
  content_security_policy: {
    extension_pages:
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; " +
      'connect-src https: http://127.0.0.1:* http://localhost:*; ' +
      "base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  },
  icons: {
    32: 'icons/podlight-32.png',
    128: 'icons/podlight-128.png',
  },
  options_ui: { open_in_tab: true, page: 'options.html' },
}

export const MANIFESTS = {
  'chrome-mv3': {
    ...SHARED,
    action: {
      ...ACTION,
      default_icon: {
        32: 'icons/unknown-32.png',
      },
    },
    minimum_chrome_version: '120',
    // What a company may set by policy.
    storage: { managed_schema: 'policy-schema.json' },
    background: { type: 'module', service_worker: 'background.js' },
  },
  'firefox-mv3': {
    ...SHARED,
    action: { ...ACTION, default_icon: 'icons/unknown.svg' },
    background: { type: 'module', scripts: ['background.js'] },
    browser_specific_settings: {
      gecko: {
        id: 'podlight@podlight',
        strict_min_version: '142.0',
        // The store asks for it, and shows it to who installs it.
        data_collection_permissions: { required: ['none'] },
      },
    },
  },
}
