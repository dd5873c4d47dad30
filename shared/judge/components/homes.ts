import { podOfGroup } from '../../model/pod.ts'
import type { Vendor } from '../../vendors/vendor.ts'
import { type Lexicon, termsOf } from '../reading/lexicon.ts'
import type { Home } from './componentHome.ts'

export const homeOfGroup = (group: string, vendor: Vendor): Home => {
  if (group.toLowerCase() === vendor.thirdPartyGroup) return 'third-party'
  const pod = podOfGroup(group)
  return pod === null ? 'unknown' : { pod }
}

/** A component outside of every group may carry its pod's name itself. */
export const homeOf = (group: string | null, name: string, vendor: Vendor): Home =>
  name.toLowerCase() === vendor.regionalComponent ? 'every' : homeOfGroup(group ?? name, vendor)

/** What a component stands for: by the vendor's list, else by the words of its name. */
export const capabilityOf = (name: string, vendor: Vendor, lexicon: Lexicon): string => {
  const low = name.toLowerCase()
  if (low === vendor.regionalComponent) return vendor.whole
  return (
    vendor.components.get(low) ??
    termsOf(low, lexicon).find(({ namings }) => namings?.length === 1)?.namings?.[0]?.capability ??
    vendor.whole
  )
}
