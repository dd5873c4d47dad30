export const APP = 'acme.kustomerapp.com'
export const API = 'acme.api.kustomerapp.com'

/** Something that is asked again and again, with other ids. The vendor's own paths are not known: these are made up. */
export interface Endpoint {
  readonly host: string
  readonly method: string
  /** `id` and `other` are of 24 hexadecimal digits, `uuid` is what it says. */
  readonly path: (id: string, other: string, uuid: string) => string
  readonly type: 'xmlhttprequest' | 'main_frame'
  /** Milliseconds that half of the answers stay below. */
  readonly median: number
  readonly does: 'read' | 'skim' | 'write' | 'send' | 'attach' | 'page' | 'wait' | 'login'
}

const read = (path: Endpoint['path'], median: number, more: Partial<Endpoint> = {}): Endpoint => ({
  host: API,
  method: 'GET',
  path,
  type: 'xmlhttprequest',
  median,
  does: 'read',
  ...more,
})
const write = (method: string, path: Endpoint['path'], median: number): Endpoint =>
  read(path, median, { method, does: 'write' })
const page = (path: Endpoint['path'], median: number): Endpoint =>
  read(path, median, { host: APP, type: 'main_frame', does: 'page' })

/** The agents' web app. */
export const agentApp = {
  page: page((id) => `/app/conversations/${id}`, 420),
  config: read(() => '/app/config.json', 90, { host: APP }),
  conversation: read((id) => `/v1/conversations/${id}`, 130),
  messages: read((id) => `/v1/conversations/${id}/messages?page=1&pageSize=50`, 240),
  notes: read((id) => `/v1/conversations/${id}/notes`, 150),
  customer: read((_, other) => `/v1/customers/${other}`, 140),
  timeline: read((_, other) => `/v1/customers/${other}/timeline?page=1`, 520),
  history: read((_, other) => `/v1/customers/${other}/conversations`, 310),
  objects: read((_, other) => `/v1/customers/${other}/klasses/order`, 380),
  shortcuts: read(() => '/v1/shortcuts', 110),
  search: write('POST', () => '/v1/customers/search', 600),
  view: read((_, other) => `/v1/searches/${other}/execute`, 450),
  workItems: read((_, __, uuid) => `/v1/routing/work-items/${uuid}`, 160),
  counts: read((_, __, uuid) => `/v1/metrics/counts/${uuid}`, 280),
  notifications: read(() => '/v1/notifications?unread=true', 120),
  presence: write('PUT', (_, other) => `/v1/users/${other}/presence`, 95),
  update: write('PUT', (id) => `/v1/conversations/${id}`, 260),
  draft: write('POST', (_, __, uuid) => `/v1/drafts/${uuid}`, 140),
  token: write('POST', () => '/v1/auth/refresh', 180),
  events: read(() => '/v1/events/poll', 40_000, { does: 'wait' }),
  send: read((id) => `/v1/conversations/${id}/messages`, 340, { method: 'POST', does: 'send' }),
  attach: read(() => '/v1/attachments', 480, { method: 'POST', does: 'attach' }),
} as const satisfies Record<string, Endpoint>

/** The page on which an agent signs in. */
export const loginPage = {
  page: page(() => '/login', 400),
  settings: read(() => '/v1/auth/settings', 150),
  login: read(() => '/v1/auth/login', 420, { method: 'POST', does: 'login' }),
} as const satisfies Record<string, Endpoint>

/** The chat on a company's site. */
export const chat = {
  settings: read(() => '/c/v1/chat/settings', 140),
  sessions: write('POST', () => '/c/v1/chat/sessions', 220),
  conversations: read(() => '/c/v1/chat/conversations', 210),
  messages: read((id) => `/c/v1/chat/conversations/${id}/messages`, 200),
  send: read(() => '/c/v1/chat/messages', 260, { method: 'POST', does: 'send' }),
  attach: read(() => '/c/v1/chat/attachments', 300, { method: 'POST', does: 'attach' }),
} as const satisfies Record<string, Endpoint>

/** Something of another region that a panel in the app asks for now and then. */
export const elsewhere: Endpoint = read((id) => `/v1/cards/${id}`, 250, { host: 'api.prod2.kustomerapp.com' })
