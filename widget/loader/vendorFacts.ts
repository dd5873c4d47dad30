import { kustomer } from '../../shared/vendors/kustomer.ts'

// What the loader needs to know of the vendor. The vendor's whole file is too long to be sent to every visitor, so the
// build runs this module, and sends its values in its place. They must be plain data.

export const VENDOR = kustomer.id
export const PAGE_ID = kustomer.page.id
/** A pattern for the page's own address, as the judge would know it. */
export const PAGE_ADDRESS = `^https?://(${kustomer.page.hosts.join('|').replaceAll('.', '\\.')})([/?#]|$)`
export const FEED = `https://${kustomer.page.hosts[0]}/api/v2/summary.json`
export const KNOWN_PODS = [...kustomer.pods.keys()]
export const KEY_ATTRIBUTE = kustomer.chatKey.attribute
export const POD_CLAIM = kustomer.chatKey.podClaim
