import type { Browser } from './browsers.ts'
import type { Ids } from './ids.ts'

/** What a browser is told to do with Podlight: an entry of its policy `ExtensionSettings`. */
export type Install = Readonly<Record<string, string | boolean>>

const STORES = {
  chrome: 'https://clients2.google.com/service/update2/crx',
  edge: 'https://edge.microsoft.com/extensionwebstorebase/v1/crx',
} as const

/** Each browser's way to keep the icon in sight: it tells how the pod is. */
const IN_SIGHT = {
  chrome: { toolbar_pin: 'force_pinned' },
  edge: { toolbar_state: 'force_shown' },
  firefox: { default_area: 'navbar' },
} as const

export const crxName = (version: string): string => `podlight-${version}.crx`
/** Always the same name, so that a new version needs no new policy. */
export const XPI = 'podlight.xpi'
/** What browsers ask for to see which version is served: Chromium, and Firefox. */
export const UPDATES = 'updates.xml'
export const FIREFOX_UPDATES = 'updates.json'

const fromWhere = (browser: Browser, { firefox, host }: Ids): Install => {
  if (browser === 'firefox')
    return host
      ? {
          install_url: `${host.url}${XPI}`,
          // Else Firefox looks for updates on addons.mozilla.org.
          update_url: `${host.url}${FIREFOX_UPDATES}`,
        }
      : { install_url: `https://addons.mozilla.org/firefox/downloads/latest/${firefox}/latest.xpi` }
  // The package names no address for updates, so it is looked for where it came from.
  return host
    ? { update_url: `${host.url}${UPDATES}`, override_update_url: true }
    : { update_url: STORES[browser] }
}

/** Installs Podlight for everybody, so that nobody can remove it. */
export const installOf = (browser: Browser, ids: Ids): Install => ({
  installation_mode: 'force_installed',
  ...fromWhere(browser, ids),
  ...IN_SIGHT[browser],
})
