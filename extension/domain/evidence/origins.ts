/** What the browser is asked to allow before requests can be seen: this, and the two hosts of an organization. */
const PERMISSIONS = ['webRequest'] as const

/** The hosts of an organization: of its app, and of what that asks. */
export const hostsOf = (organisation: string): readonly [string, string] => [
  `${organisation}.kustomerapp.com`,
  `${organisation}.api.kustomerapp.com`,
]

/** The same, as a browser's permissions name them. */
export const originsOf = (organisation: string): string[] =>
  hostsOf(organisation).map((host) => `https://${host}/*`)

/** All that is asked for to watch the requests of an organization. A page asks for it in the click itself. */
export const permissionsOf = (organisation: string): { permissions: 'webRequest'[]; origins: string[] } => ({
  permissions: [...PERMISSIONS],
  origins: originsOf(organisation),
})
