import type { Browser } from './browsers.ts'
import type { FlatPolicy } from './flatPolicy.ts'
import type { Ids } from './ids.ts'
import { installOf } from './install.ts'

const json = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`

/** A file for the folder of managed policies of Chrome, Chromium or Edge. */
export const chromiumPolicies = (
  browser: Exclude<Browser, 'firefox'>,
  ids: Ids,
  policy: FlatPolicy,
): string => {
  const id = ids[browser]
  return json({
    ExtensionSettings: { [id]: installOf(browser, ids) },
    '3rdparty': { extensions: { [id]: policy } },
  })
}

/** Firefox's `policies.json`. */
export const firefoxPolicies = (ids: Ids, policy: FlatPolicy): string =>
  json({
    policies: {
      ExtensionSettings: { [ids.firefox]: installOf('firefox', ids) },
      '3rdparty': { Extensions: { [ids.firefox]: policy } },
    },
  })

/** What Google's Admin console takes for an extension: each value in a wrapper. */
export const googleAdminPolicy = (policy: FlatPolicy): string =>
  json(Object.fromEntries(Object.entries(policy).map(([key, Value]) => [key, { Value }])))

/** The company's own policy, as the command read it. */
export const policyFile = (policy: FlatPolicy): string => json(policy)
