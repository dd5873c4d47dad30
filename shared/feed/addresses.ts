import type { Vendor } from '../vendors/vendor.ts'

/** Where a vendor's feed is read, the first choice first. */
export const feedsOf = ({ page }: Pick<Vendor, 'page'>): readonly string[] =>
  page.hosts.map((host) => `https://${host}/api/v2/summary.json`)
