import { textOf } from '../../shared/feed/guards.ts'
import { podOfGroup } from '../../shared/judge/pods.ts'
import { KNOWN_PODS, PAGE_HOSTS, PAGE_ID } from './facts.ts'

// What can be seen of a document without reading it as the judge does. Well is said only of what is plainly well, where
// the judge would say the same; whatever is in doubt is for the judge to decide.

/** Everything is well, and this pod is on the page. Texts, as they are stored. */
export const OK = '1'
/** Everything is well, but this pod is not on the page: that proves no health. */
export const UNLISTED = '2'
/** Anything that the judgement is needed for, a relay's verdict among it. */
export const TROUBLE = ''

// What a well-formed document holds, as far as it is looked at here. It is not trusted to.

export interface Document {
  readonly podlight?: unknown
  /** A relay names its page by the id alone. */
  readonly page: string | Page
  readonly components?: readonly Component[]
  readonly incidents: readonly Incident[]
  readonly scheduled_maintenances?: readonly Incident[]
}

interface Page {
  readonly id: string
  readonly url?: string
}

interface Component {
  readonly id: string
  readonly name: string
  readonly status: string
  readonly group?: boolean
  readonly group_id: string | null
  /** The ids of the rows that a group lists. */
  readonly components?: readonly string[]
}

interface Incident {
  readonly status: string
  readonly incident_updates: readonly [newest: Update, ...older: Update[]]
}

interface Update {
  readonly status: string
  readonly created_at: string
}

const hasWellStatus = ({ status }: Component | Incident): boolean =>
  ['operational', 'resolved', 'completed', 'scheduled'].includes(status)

/** Whether no row is missing: groups list the very rows that say they are in them, and all others say they are in none. */
const isWhole = (components: readonly Component[]): boolean => {
  const listed = components.flatMap((group) => group.components?.map((id) => `${id} in ${group.id}`) ?? [])
  const told = components
    .filter((row) => row.group_id !== null && !row.group && !row.components)
    .map((row) => `${row.id} in ${row.group_id}`)
  return `${listed.sort()}` === `${told.sort()}`
}

/** An incident whose newest update says otherwise than the incident itself may not be over. */
const isAgreed = ({ status, incident_updates: [newest, ...older] }: Incident): boolean =>
  newest.status === status &&
  older.every(({ created_at }) => Date.parse(created_at) <= Date.parse(newest.created_at))

/** Whether nothing in it is anything but well. Whatever cannot be read like this is not. */
const isPlainlyWell = ({ components = [], incidents, scheduled_maintenances = [] }: Document): boolean => {
  try {
    const all = [...incidents, ...scheduled_maintenances]
    return (
      [...components, ...all].every(hasWellStatus) &&
      components.every(({ id, name }) => textOf(id) && textOf(name)) &&
      isWhole(components) &&
      all.every(isAgreed)
    )
  } catch {
    return false
  }
}

/** What a document says of a pod. Throws where it is of another page, or none. */
export const sightOf = (document: Document, pod: string | undefined): string => {
  const { podlight, page, components = [], incidents } = document
  if (podlight && page === PAGE_ID) return TROUBLE

  /** The pods that groups stand for, where those have rows. */
  const pods = components.map((row) => row?.components?.[0] && podOfGroup(row.name))
  const { id, url } = page as Page
  const isPage =
    id === PAGE_ID ||
    (PAGE_HOSTS.some((host) => host === url?.split('/')[2]) && KNOWN_PODS.some((one) => pods.includes(one)))
  if (podlight || !isPage || !Array.isArray(incidents)) throw new Error('other page')
  if (!isPlainlyWell(document)) return TROUBLE
  return pod && pods.some((one) => one === pod) ? OK : UNLISTED
}
