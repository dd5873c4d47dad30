import type { Ids } from './ids.ts'

export const BROWSERS = ['chrome', 'edge', 'firefox'] as const
export type Browser = (typeof BROWSERS)[number]

/** Where a browser reads policies on each system. */
interface Places {
  /** As administrators see it. */
  readonly name: string
  /** Below HKEY_LOCAL_MACHINE or HKEY_CURRENT_USER. */
  readonly registry: string
  /** What comes after it, for the policy of an extension. */
  readonly ownPolicy: (id: string) => string
  /** The preference domain on macOS. */
  readonly domain: string
}

export const PLACES: Readonly<Record<Browser, Places>> = {
  chrome: {
    name: 'Google Chrome',
    registry: 'SOFTWARE\\Policies\\Google\\Chrome',
    ownPolicy: (id) => `3rdparty\\extensions\\${id}\\policy`,
    domain: 'com.google.Chrome',
  },
  edge: {
    name: 'Microsoft Edge',
    registry: 'SOFTWARE\\Policies\\Microsoft\\Edge',
    ownPolicy: (id) => `3rdparty\\extensions\\${id}\\policy`,
    domain: 'com.microsoft.Edge',
  },
  firefox: {
    name: 'Mozilla Firefox',
    registry: 'SOFTWARE\\Policies\\Mozilla\\Firefox',
    ownPolicy: (id) => `3rdparty\\Extensions\\${id}`,
    domain: 'org.mozilla.firefox',
  },
}

/** The registry keys of a browser: for what is installed, and for what the company sets. */
export const registryKeys = (
  browser: Browser,
  ids: Ids,
): { readonly install: string; readonly policy: string } => {
  const { registry, ownPolicy } = PLACES[browser]
  return {
    install: `${registry}\\ExtensionSettings\\${ids[browser]}`,
    policy: `${registry}\\${ownPolicy(ids[browser])}`,
  }
}
