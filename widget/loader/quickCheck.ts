import { podOfGroup } from '../../shared/model/pod.ts'
import type { Finding } from '../protocol.ts'
import { KNOWN_PODS, PAGE_ADDRESS, PAGE_ID } from './vendorFacts.ts'

// What can be seen of a document without reading it as the judge does. Well is said only of a document in which nothing
// is unusual: no incident is open, no work is planned, and every row has all its fields, as they look on a good day. The
// judge would say the same of it; anything else is for the judge to decide.

// What a well-formed document holds, as far as it is looked at here. It is not trusted to.

export interface Document {
  readonly page: Page
  readonly components?: readonly Component[]
  readonly incidents: readonly unknown[]
  readonly scheduled_maintenances: readonly unknown[]
}

interface Page {
  readonly id: string
  readonly url?: string
}

interface Component {
  readonly id: string
  readonly name: string
  readonly status: string
  readonly group: boolean
  readonly group_id: string | null
  /** The ids of the rows that a group lists. */
  readonly components?: readonly string[]
}

// What asks these throws where a field is missing or of another kind, which is not plainly well either.

/** An id or a name in which nothing reads otherwise than it is written: no markup, no marks that nobody sees. */
const isPlain = (value: string): unknown => value.match(/^-?[a-z\d]([\w ().,:'+/-]|& )*$/i)

/** Whether no row is missing: groups list the very rows that say they are in them, and all others say they are in none. */
const isWhole = (components: readonly Component[]): boolean => {
  const listed = components.flatMap((row) => (row.components ?? []).map((id) => `${id} in ${row.id}`))
  const told = components.flatMap((row) =>
    row.group || row.group_id === null ? [] : `${row.id} in ${row.group_id}`,
  )
  return `${listed.sort()}` === `${told.sort()}`
}

const isWell = ({ id, name, status, group, components }: Component): unknown =>
  status === 'operational' && group === !!components?.[0] && isPlain(id) && isPlain(name)

/**
 * What a document of the status page says of a pod; nothing where the judgement is needed to tell. Throws where it is of
 * another page, or no document.
 */
export const quickCheck = (document: Document | undefined, pod: string | undefined): Finding | undefined => {
  const { page, components = [], incidents, scheduled_maintenances } = document as Document
  const pods: readonly unknown[] = components.map(
    (row) => (row?.group || row?.components) && podOfGroup(row.name),
  )
  const { id, url } = page
  const isPage =
    id === PAGE_ID || (url?.match(RegExp(PAGE_ADDRESS, 'i')) && KNOWN_PODS.some((one) => pods.includes(one)))
  if (!isPage || !Array.isArray(incidents)) throw new Error('other page')
  try {
    if (!incidents.concat(scheduled_maintenances).length && components.every(isWell) && isWhole(components))
      // That the pod is not on the page proves no health.
      return { level: pod && pods.includes(pod) ? 'ok' : 'unknown' }
  } catch {
    // What cannot be read like this is not plainly well.
  }
  return undefined
}
