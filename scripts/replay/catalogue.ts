import type { Recording } from './recording.ts'

/** Who the page says it is, and which of its groups it shows. */
export interface PageOptions {
  readonly id?: string
  readonly name?: string
  readonly url?: string
  /** Groups left out, with their components: a pod the page does not list. */
  readonly without?: readonly string[]
}

export const PAGE = { id: 'lhn2sb4njk08', name: 'Kustomer', url: 'https://status.kustomer.com' } as const

const REGIONAL = 'Regional Incident'

/** The components every pod has, in the page's order. */
const POD_COMPONENTS = [
  'Analytics',
  'API',
  'Bulk Jobs',
  'Channel - Chat',
  'Channel - Email',
  'Channel - Facebook',
  'Channel - Instagram',
  'Channel - SMS',
  'Channel - Twitter',
  'Channel - WhatsApp',
  'CSAT',
  'Events / Audit Log',
  'Exports',
  'Knowledge base',
  'Kustomer Voice',
  'Notifications',
  'Registration',
  'Search',
  'Tracking',
  'Web Client',
  'Web/Email/Form Hooks',
  'Workflow',
] as const

export interface Group {
  /** Null for the rows outside every group. */
  readonly name: string | null
  readonly position: number
  readonly components: readonly string[]
}

export const GROUPS: readonly Group[] = [
  { name: null, position: 1, components: [REGIONAL] },
  { name: 'Prod1 (US)', position: 2, components: POD_COMPONENTS },
  { name: 'Prod2 (EU)', position: 3, components: POD_COMPONENTS },
  { name: 'Prod4 (India)', position: 4, components: POD_COMPONENTS },
  { name: 'Third Party', position: 9, components: ['OpenAI', 'PubNub'] },
]

/**
 * The page's groups plus whatever a recording names that the page does not list: a recording of a new pod
 * brings its group along.
 */
export function groupsFor(
  recordings: readonly Recording[],
  without: readonly string[] = [],
): readonly Group[] {
  const groups = new Map<string | null, Group>(GROUPS.map((group) => [group.name, group]))
  for (const { group, name } of recordings.flatMap((recording) => recording.components)) {
    const known = groups.get(group) ?? { name: group, position: 10 + groups.size, components: [] }
    const components = known.components.includes(name) ? known.components : [...known.components, name]
    groups.set(group, { ...known, components })
  }
  return [...groups.values()].filter((group) => group.name === null || !without.includes(group.name))
}
