import { adml } from './adml.ts'
import { admx } from './admx.ts'
import { BROWSERS, type Browser, registryKeys } from './browsers.ts'
import type { FlatPolicy } from './flatPolicy.ts'
import type { Ids } from './ids.ts'
import { FIREFOX_UPDATES, UPDATES } from './install.ts'
import { chromiumPolicies, firefoxPolicies, googleAdminPolicy, policyFile } from './json.ts'
import { mobileconfig } from './mobileconfig.ts'
import { regFile, undoFile } from './regFile.ts'
import { registryOf } from './registry.ts'
import { chromiumUpdates, firefoxUpdates } from './updates.ts'

export type Files = ReadonlyMap<string, string | Uint8Array>

const undo = (browser: Browser, ids: Ids): Uint8Array => {
  const { install, policy } = registryKeys(browser, ids)
  // Chromium's policy is one level below the id.
  return undoFile([install, policy.replace(/\\policy$/, '')])
}

type File = readonly [string, string | Uint8Array]

const toTry = (browser: Browser, ids: Ids, policy: FlatPolicy): readonly File[] => [
  [`windows/try/${browser}.reg`, regFile(registryOf(browser, ids, policy))],
  [`windows/try/${browser}-undo.reg`, undo(browser, ids)],
]

const hosting = (ids: Ids, host: NonNullable<Ids['host']>): readonly File[] => [
  [`hosting/${UPDATES}`, chromiumUpdates(ids, host)],
  [`hosting/${FIREFOX_UPDATES}`, firefoxUpdates(ids, host)],
]

/** Every file that an administrator needs, by its path, for who knows Podlight by these ids and sets this policy. */
export const rollOutFiles = (ids: Ids, policy: FlatPolicy): Files =>
  new Map<string, string | Uint8Array>([
    ['policy.json', policyFile(policy)],
    ['windows/podlight.admx', admx(ids)],
    ['windows/en-US/podlight.adml', adml()],
    ...BROWSERS.flatMap((browser) => toTry(browser, ids, policy)),
    ['google-admin/chrome.json', googleAdminPolicy(policy)],
    ...BROWSERS.map((browser): File => [`macos/${browser}.mobileconfig`, mobileconfig(browser, ids, policy)]),
    ['linux/chrome/podlight.json', chromiumPolicies('chrome', ids, policy)],
    // Chromium takes extensions from Chrome's store.
    ['linux/chromium/podlight.json', chromiumPolicies('chrome', ids, policy)],
    ['linux/edge/podlight.json', chromiumPolicies('edge', ids, policy)],
    ['linux/firefox/policies.json', firefoxPolicies(ids, policy)],
    ...(ids.host ? hosting(ids, ids.host) : []),
  ])
