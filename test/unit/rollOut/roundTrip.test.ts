import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { policySchema } from '../../../scripts/build/policySchema.ts'
import { EXAMPLE_POLICY, type FlatPolicy, readFlatPolicy } from '../../../scripts/rollOut/flatPolicy.ts'
import { wildPolicies } from '../../support/rollOut/policies.ts'
import { chromiumReads, firefoxReads, podlightReads } from '../../support/rollOut/readers.ts'
import { importReg, keyAt } from '../../support/rollOut/regFile.ts'
import { dictAt, fileOf, IDS, ownOf, profileOf, textOf } from './support.ts'

// Whatever a company writes into its policy comes out again where a browser reads it, from every file.

const HKLM = 'HKEY_LOCAL_MACHINE\\SOFTWARE\\Policies'

const fromReg = (browser: string, path: string, policy: FlatPolicy) => {
  const bytes = fileOf(`windows/try/${browser}.reg`, IDS, policy)
  if (typeof bytes === 'string') throw new Error('The registry editor reads UTF-16.')
  return keyAt(importReg(bytes), `${HKLM}\\${path}`)
}
const schema = policySchema() as Parameters<typeof chromiumReads>[1]

const fromLinux = (browser: string, policy: FlatPolicy): unknown => {
  const file = JSON.parse(textOf(`linux/${browser}/podlight.json`, IDS, policy))
  return dictAt(file, '3rdparty', 'extensions', browser === 'edge' ? IDS.edge : IDS.chrome)
}

const WAYS: Readonly<Record<string, (policy: FlatPolicy) => unknown>> = {
  'policy.json': (policy) => readFlatPolicy(JSON.parse(textOf('policy.json', IDS, policy))).policy,
  'windows/try/chrome.reg': (policy) =>
    chromiumReads(
      fromReg('chrome', `Google\\Chrome\\3rdparty\\extensions\\${IDS.chrome}\\policy`, policy),
      schema,
    ),
  'windows/try/edge.reg': (policy) =>
    chromiumReads(
      fromReg('edge', `Microsoft\\Edge\\3rdparty\\extensions\\${IDS.edge}\\policy`, policy),
      schema,
    ),
  'windows/try/firefox.reg': (policy) =>
    podlightReads(
      firefoxReads(fromReg('firefox', `Mozilla\\Firefox\\3rdparty\\Extensions\\${IDS.firefox}`, policy)),
    ),
  'google-admin/chrome.json': (policy) => {
    const rows = Object.entries(JSON.parse(textOf('google-admin/chrome.json', IDS, policy)))
    for (const [, row] of rows) expect(Object.keys(dictAt(row))).toEqual(['Value'])
    return Object.fromEntries(rows.map(([name, row]) => [name, dictAt(row)['Value']]))
  },
  'macos/chrome.mobileconfig': (policy) =>
    ownOf(
      profileOf(textOf('macos/chrome.mobileconfig', IDS, policy)).payloads.get(
        `com.google.Chrome.extensions.${IDS.chrome}`,
      ),
    ),
  'macos/edge.mobileconfig': (policy) =>
    ownOf(
      profileOf(textOf('macos/edge.mobileconfig', IDS, policy)).payloads.get(
        `com.microsoft.Edge.extensions.${IDS.edge}`,
      ),
    ),
  'macos/firefox.mobileconfig': (policy) =>
    dictAt(
      profileOf(textOf('macos/firefox.mobileconfig', IDS, policy)).payloads.get('org.mozilla.firefox'),
      '3rdparty',
      'Extensions',
      IDS.firefox,
    ),
  'linux/chrome/podlight.json': (policy) => fromLinux('chrome', policy),
  'linux/chromium/podlight.json': (policy) => fromLinux('chromium', policy),
  'linux/edge/podlight.json': (policy) => fromLinux('edge', policy),
  'linux/firefox/policies.json': (policy) =>
    dictAt(
      JSON.parse(textOf('linux/firefox/policies.json', IDS, policy)),
      'policies',
      '3rdparty',
      'Extensions',
      IDS.firefox,
    ),
}

describe.each(Object.entries(WAYS))('a policy in %s', (_, read) => {
  it('is read as it was written: the examples', () => expect(read(EXAMPLE_POLICY)).toEqual(EXAMPLE_POLICY))

  it('is read as it was written, whatever the texts', () => {
    fc.assert(
      fc.property(wildPolicies, (policy) => {
        expect(read(policy)).toEqual(policy)
      }),
      { numRuns: 150 },
    )
  })
})
