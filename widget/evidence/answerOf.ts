import type { Answer } from '../../shared/evidence/visitor.ts'
import { chatRequests } from '../../shared/vendors/kustomer.ts'

/** What a browser tells of a request that ended. Safari tells no status, and nobody does where CORS forbids it. */
export interface Entry {
  readonly name: string
  readonly responseStatus?: number
}

const { domain, path, endpoints } = chatRequests

/**
 * What the chat was answered, where an entry tells: of the vendor's hosts, its chat's paths, and with a status. No entry
 * says whether something was sent or only read, so before the visitor wrote anything, nothing counts as sent.
 */
export const answerOf = (
  { name, responseStatus: status }: Entry,
  at: number,
  wroteAt: number,
): Answer | null => {
  const { hostname, pathname } = new URL(name)
  const [endpoint = ''] = pathname.slice(path.length).split('/')
  const action = endpoints.get(endpoint)
  if (!status || !action || !pathname.startsWith(path) || !hostname.endsWith(`.${domain}`)) return null
  return { action: at < wroteAt ? 'chat' : action, endpoint, status, at }
}
