import { kustomer } from '../../shared/vendors/kustomer.ts'
import type { Manifest } from './manifest.ts'
import { EXAMPLE_HOST } from './tag.ts'

/** The ways by which a page's policy may allow our scripts. */
export const POLICIES = ['host', 'hashes', 'nonce', 'integrity'] as const
export type PolicyKind = (typeof POLICIES)[number]

/** By these, nothing runs that is not checked. */
export const needsChecked = (kind: PolicyKind): boolean => kind === 'hashes' || kind === 'integrity'

/** What stands in the place of the nonce that a server makes for each answer. */
export const EXAMPLE_NONCE = 'NONCE'

export interface PolicyOptions {
  /** Where the scripts are served from. */
  readonly host?: string
  /** Where status comes from, as in `data-feed`. */
  readonly feed?: string
}

/** Stands for the page that an address may be relative to. */
const PAGE = 'https://page.invalid'

/** The origin of an address, as a policy names it; what no address can be is left as it is. */
const originOf = (address: string): string => {
  if (!URL.canParse(address, PAGE)) return address
  const { origin } = new URL(address, PAGE)
  return origin === PAGE ? "'self'" : origin
}

const feedOrigins = (feed: string): string => {
  const named = feed.match(/\S+/g) ?? [`https://${kustomer.page.hosts[0]}`]
  return [...new Set(named.map(originOf))].join(' ')
}

/**
 * What to add to a page's policy for each way; the last is a header of its own. Hashes let in one version and nothing else.
 * They need the checked tag, and so does an integrity policy.
 */
export const policyLines = (
  { integrity, parts }: Manifest,
  { host = EXAMPLE_HOST, feed = '' }: PolicyOptions = {},
): Readonly<Record<PolicyKind, string>> => {
  const rest = `connect-src ${feedOrigins(feed)}; trusted-types podlight`
  const hashes = [integrity, ...parts.map((part) => part.integrity)].map((hash) => `'${hash}'`)
  return {
    host: `script-src ${originOf(host)}; ${rest}`,
    hashes: `script-src ${hashes.join(' ')}; ${rest}`,
    nonce: `script-src 'nonce-${EXAMPLE_NONCE}' 'strict-dynamic'; ${rest}`,
    integrity: 'Integrity-Policy: blocked-destinations=(script)',
  }
}
