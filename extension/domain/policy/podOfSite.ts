import type { Pod } from '../../../shared/model/verdict.ts'
import { organisationOf } from '../vendorPages.ts'
import type { Policy } from './policy.ts'

/** The host itself, and everything above it: a website stands for all below it, and the nearest one counts. */
const above = (host: string): readonly string[] => {
  const parts = host.split('.')
  return parts.map((_, at) => parts.slice(at).join('.'))
}

/** The pod that the company named for a host, or for the organization whose agents work there. */
export const podOfSite = ({ sites, organisations }: Policy, host: string): Pod | null => {
  const site = above(host).find((one) => sites.has(one))
  return sites.get(site ?? '') ?? organisations.get(organisationOf(host) ?? '') ?? null
}
