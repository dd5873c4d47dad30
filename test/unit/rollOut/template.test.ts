import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { POLICY_KEY_NAMES } from '../../../extension/domain/policy/policyKeyNames.ts'
import { POLICY_KEYS } from '../../../extension/domain/policy/policyKeys.ts'
import { policySchema } from '../../../scripts/build/policySchema.ts'
import { BROWSERS, registryKeys } from '../../../scripts/rollOut/browsers.ts'
import { EXAMPLE_POLICY, type FlatPolicy } from '../../../scripts/rollOut/flatPolicy.ts'
import { STORE_IDS } from '../../../scripts/rollOut/ids.ts'
import { installOf } from '../../../scripts/rollOut/install.ts'
import { wildTexts } from '../../support/rollOut/policies.ts'
import { chromiumReads, firefoxReads, podlightReads } from '../../support/rollOut/readers.ts'
import { keyAt } from '../../support/rollOut/regFile.ts'
import {
  allAt,
  applied,
  attribute,
  children,
  parseXml,
  type Setting,
} from '../../support/rollOut/template.ts'
import { HOSTED, IDS, textOf } from './support.ts'

const admx = parseXml(textOf('windows/podlight.admx', IDS, EXAMPLE_POLICY))
const adml = parseXml(textOf('windows/en-US/podlight.adml', IDS, EXAMPLE_POLICY))
const policies = allAt(admx, 'policies', 'policy')
const schema = policySchema() as Parameters<typeof chromiumReads>[1]

const names = (all: ReturnType<typeof allAt>, by: string): string[] => all.map((one) => attribute(one, by))
const referred = (kind: string): string[] => {
  const text = textOf('windows/podlight.admx', IDS, EXAMPLE_POLICY)
  return [...text.matchAll(new RegExp(`\\$\\(${kind}\\.(\\w+)\\)`, 'g'))].map(([, id = '']) => id)
}
const unique = (all: readonly string[]): string[] => [...new Set(all)].sort()

describe('the template for Windows', () => {
  it('has a setting of every key for every browser, and one that installs', () => {
    expect(names(policies, 'name').sort()).toEqual(
      BROWSERS.flatMap((browser) =>
        ['install', ...POLICY_KEY_NAMES].map((name) => `${browser}_${name}`),
      ).sort(),
    )
  })

  it('has words for all that it refers to, and no others', () => {
    const strings = names(allAt(adml, 'resources', 'stringTable', 'string'), 'id')
    expect(strings).toHaveLength(new Set(strings).size)
    expect(strings.sort()).toEqual(unique(referred('string')))
    for (const string of allAt(adml, 'resources', 'stringTable', 'string'))
      expect(string.textContent?.trim()).not.toBe('')
  })

  it('has a box for each value to type, and no others', () => {
    const boxes = allAt(adml, 'resources', 'presentationTable', 'presentation')
    expect(names(boxes, 'id').sort()).toEqual(unique(referred('presentation')))
    const KINDS: Readonly<Record<string, string>> = { text: 'textBox', list: 'listBox' }
    for (const policy of policies) {
      const elements = children(policy, 'elements').flatMap((one) => children(one))
      const [, id] = /\.(\w+)\)/.exec(policy.getAttribute('presentation') ?? '') ?? []
      const [box] = boxes.filter((one) => attribute(one, 'id') === id)
      expect((box ? children(box) : []).map((one) => [one.tagName, attribute(one, 'refId')])).toEqual(
        elements.map((one) => [KINDS[one.tagName], attribute(one, 'id')]),
      )
    }
  })

  it('refers to nothing outside itself, which Intune would want first', () => {
    expect(allAt(admx, 'policyNamespaces', 'using')).toEqual([])
    const supported = names(allAt(admx, 'supportedOn', 'definitions', 'definition'), 'name')
    const categories = names(allAt(admx, 'categories', 'category'), 'name')
    for (const policy of policies) {
      expect(supported).toContain(children(policy, 'supportedOn').map((one) => attribute(one, 'ref'))[0])
      expect(categories).toContain(children(policy, 'parentCategory').map((one) => attribute(one, 'ref'))[0])
    }
    for (const parent of allAt(admx, 'categories', 'category', 'parentCategory'))
      expect(categories).toContain(attribute(parent, 'ref'))
  })

  it('has what else Intune takes: an explanation everywhere, no combo box, less than a megabyte', () => {
    for (const policy of policies)
      expect(attribute(policy, 'explainText')).toBe(`$(string.${attribute(policy, 'name')}_explain)`)
    const both = ['windows/podlight.admx', 'windows/en-US/podlight.adml'].map((path) => textOf(path, IDS, {}))
    for (const text of both) {
      expect(text).not.toContain('comboBox')
      expect(text.length).toBeLessThan(1_000_000)
    }
  })

  it('has names that the schema of templates allows', () => {
    for (const name of [...names(policies, 'name'), ...referred('string'), ...referred('presentation')])
      expect(name).toMatch(/^\w+$/)
    for (const string of allAt(admx, 'policies', 'policy', 'enabledList', 'item', 'value', 'string'))
      expect(string.textContent?.length).toBeLessThanOrEqual(255)
  })

  it('is the same whatever a company sets, and holds the ids', () => {
    expect(textOf('windows/podlight.admx', IDS, {})).toBe(
      textOf('windows/podlight.admx', IDS, EXAMPLE_POLICY),
    )
    const unknown = textOf('windows/podlight.admx', STORE_IDS, {})
    expect(unknown).toContain('extensions\\CHROME_ID\\policy')
    expect(unknown).toContain('extensions\\EDGE_ID\\policy')
  })
})

const settingsOf = (browser: string, policy: FlatPolicy): Record<string, Setting> =>
  Object.fromEntries(Object.entries(policy).map(([name, value]) => [`${browser}_${name}`, value]))

const readBack = (browser: (typeof BROWSERS)[number], policy: FlatPolicy): unknown => {
  const key = keyAt(
    applied(admx, settingsOf(browser, policy)),
    `HKEY_LOCAL_MACHINE\\${registryKeys(browser, IDS).policy}`,
  )
  return browser === 'firefox' ? podlightReads(firefoxReads(key)) : chromiumReads(key, schema)
}

/** What can be typed into the boxes: one line, and names that the registry tells apart. */
const oneLine = wildTexts.map((text) => text.replaceAll(/[\r\n]/g, ' '))
const typed: fc.Arbitrary<FlatPolicy> = fc.record(
  Object.fromEntries(
    POLICY_KEY_NAMES.map((name) => {
      const kinds = {
        boolean: fc.boolean(),
        text: oneLine,
        list: fc.array(oneLine, { minLength: 1, maxLength: 9 }),
        table: fc.dictionary(fc.constantFrom('down', 'slow', 'chat', 'acme', 'shop.example.com'), oneLine, {
          minKeys: 1,
          noNullPrototype: true,
        }),
      }
      return [name, kinds[POLICY_KEYS[name].type] as fc.Arbitrary<Setting>]
    }),
  ),
  { requiredKeys: [] },
)

describe.each(BROWSERS)('what is set for %s in Group Policy', (browser) => {
  it('is what the browser reads: the examples', () => {
    expect(readBack(browser, EXAMPLE_POLICY)).toEqual(EXAMPLE_POLICY)
  })

  it('is what the browser reads, whatever is typed', () => {
    fc.assert(
      fc.property(typed, (policy) => {
        expect(readBack(browser, policy)).toEqual(policy)
      }),
      { numRuns: 100 },
    )
  })

  it.each([
    ['from the stores', IDS],
    ['from a company’s own server', HOSTED],
  ])('installs Podlight %s', (_, ids) => {
    const template = parseXml(textOf('windows/podlight.admx', ids, {}))
    const key = keyAt(
      applied(template, { [`${browser}_install`]: true }),
      `HKEY_LOCAL_MACHINE\\${registryKeys(browser, ids).install}`,
    )
    const install = installOf(browser, ids)
    expect(Object.fromEntries(key.values)).toEqual(
      Object.fromEntries(Object.entries(install).map(([name, one]) => [name, one === true ? 1 : one])),
    )
  })
})
