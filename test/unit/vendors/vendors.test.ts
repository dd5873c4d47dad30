import { readdirSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { VENDORS, vendorOf } from '../../../scripts/explain/vendors.ts'
import { podOf } from '../../../shared/model/pod.ts'
import { kustomer } from '../../../shared/vendors/kustomer.ts'

const FOLDER = new URL('../../../shared/vendors/', import.meta.url)
/** What there is beside the vendors themselves. */
const OTHERS = ['vendor.ts', 'chatKey.ts']

describe('the list of vendors', () => {
  it('has every vendor that there is a file for', () => {
    const files = readdirSync(FOLDER).filter((name) => !OTHERS.includes(name))
    expect(VENDORS.map(({ id }) => `${id}.ts`).sort()).toEqual(files.sort())
  })

  it('is asked by the id of a page; a page that is nobody’s is the first one’s to refuse', () => {
    expect(new Set(VENDORS.map(({ page }) => page.id)).size).toBe(VENDORS.length)
    for (const vendor of VENDORS) expect(vendorOf(vendor.page.id)).toBe(vendor)
    for (const page of ['nobodys', '', null, undefined]) expect(vendorOf(page)).toBe(kustomer)
  })
})

// What the compiler cannot see of such a file.
describe.each(VENDORS)('the facts of $name', (vendor) => {
  const { namings, everyChannel, components, part, pods } = vendor

  it('name pods as pods are named', () => {
    expect(pods.size).toBeGreaterThan(0)
    for (const [pod, { name }] of pods) expect([podOf(pod), name]).toEqual([pod, expect.stringMatching(/\S/)])
  })

  it('hold only phrases that can be found: in lower case, and none of them empty', () => {
    const regions = [...pods.values()].flatMap((pod) => pod.regions.split('|'))
    const lists = [everyChannel.phrases, vendor.support, vendor.parties, ...namings.map((one) => one.phrases)]
    const names = [vendor.regionalComponent, vendor.thirdPartyGroup, ...components.keys()]
    for (const phrase of [...lists.flatMap((list) => list.split('|')), ...regions, ...names]) {
      expect(phrase).toBe(phrase.trim().toLowerCase())
      // An empty one would be found in every lone "s".
      expect(phrase).not.toBe('')
    }
  })

  it('have words for every capability that they speak of', () => {
    const named = new Set(namings.map(({ capability }) => capability))
    const spoken = [
      ...components.values(),
      ...everyChannel.capabilities,
      part.of,
      part.capability,
      vendor.whole,
    ]
    expect(spoken.filter((capability) => !named.has(capability))).toEqual([])
    const kindOf = (capability: string): string[] =>
      namings.filter((one) => one.capability === capability).map(({ kind }) => kind)
    expect(kindOf(part.of)).toContain('channel')
    expect(kindOf(vendor.whole)).toContain('whole')
  })
})
