/** How a browser names what went wrong where it has no status to show. */
export interface Browser {
  readonly name: 'Chromium' | 'Firefox'
  /** An answer came, but without the headers that let a page of another origin read it. */
  readonly unreadable: string | null
  readonly aborted: string
  readonly refused: string
  readonly reset: string
  readonly timedOut: string
  readonly noName: string
  readonly offline: string
  readonly changed: string
  readonly suspended: string
  readonly blocked: string
  readonly certificate: string
  /** Firefox shows the requests with which it asks for leave first. */
  readonly showsPreflights: boolean
}

export const chromium: Browser = {
  name: 'Chromium',
  unreadable: 'net::ERR_FAILED',
  aborted: 'net::ERR_ABORTED',
  refused: 'net::ERR_CONNECTION_REFUSED',
  reset: 'net::ERR_CONNECTION_RESET',
  timedOut: 'net::ERR_CONNECTION_TIMED_OUT',
  noName: 'net::ERR_NAME_NOT_RESOLVED',
  offline: 'net::ERR_INTERNET_DISCONNECTED',
  changed: 'net::ERR_NETWORK_CHANGED',
  suspended: 'net::ERR_NETWORK_IO_SUSPENDED',
  blocked: 'net::ERR_BLOCKED_BY_CLIENT',
  certificate: 'net::ERR_CERT_AUTHORITY_INVALID',
  showsPreflights: false,
}

export const firefox: Browser = {
  name: 'Firefox',
  unreadable: null,
  aborted: 'NS_BINDING_ABORTED',
  refused: 'NS_ERROR_CONNECTION_REFUSED',
  reset: 'NS_ERROR_NET_RESET',
  timedOut: 'NS_ERROR_NET_TIMEOUT',
  noName: 'NS_ERROR_UNKNOWN_HOST',
  offline: 'NS_ERROR_OFFLINE',
  changed: 'NS_ERROR_NET_INTERRUPT',
  suspended: 'NS_ERROR_NET_INTERRUPT',
  blocked: 'NS_ERROR_ABORT',
  certificate: 'SEC_ERROR_UNKNOWN_ISSUER',
  showsPreflights: true,
}
