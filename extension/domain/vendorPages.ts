import { feedsOf } from '../../shared/feed/addresses.ts'
import { kustomer } from '../../shared/vendors/kustomer.ts'

/** The page itself, for people. */
export const STATUS_PAGE = `https://${kustomer.page.hosts[0]}/`

/** An incident's own page. Made from its id, since a link in a feed could lead anywhere. */
export const incidentPage = (incident: string | null): string =>
  incident !== null && /^[a-z0-9]{1,40}$/i.test(incident)
    ? `${STATUS_PAGE}incidents/${incident}`
    : STATUS_PAGE

/** Where the vendor's feed is read, the first choice first. */
export const VENDOR_FEEDS = feedsOf(kustomer)

/** Where agents work, under an address that begins with the name of their organization. */
const AGENTS = /^([a-z\d-]+)(?:\.api)?\.kustomerapp\.com$/

/** The organization that a host belongs to. */
export const organisationOf = (host: string): string | null => AGENTS.exec(host)?.[1] ?? null

/** The host of an address, for people. */
export const hostOf = (address: string): string => (URL.canParse(address) ? new URL(address).host : '')
