import { idOf, isRow, type Row, textOf, timeOf } from '../model/guards.ts'
import { type Parsed, refused, taken } from '../model/parsed.ts'
import { podOfGroup } from '../model/pod.ts'
import type { Component, Group, Snapshot } from '../model/snapshot.ts'
import type { Vendor } from '../vendors/vendor.ts'
import {
  isGroup,
  listsAll,
  readComponent,
  readGroup,
  readIncident,
  readMaintenance,
  readRows,
} from './rows.ts'

/** The host of a web address without user or port: with either it is another place. */
const ADDRESS = /^https?:\/\/([a-z0-9.-]+)(?:[/?#]|$)/i

const hostOf = (url: unknown): string | null => ADDRESS.exec(textOf(url) ?? '')?.[1]?.toLowerCase() ?? null

interface Rows {
  readonly groups: Group[]
  readonly components: Component[]
  readonly dropped: number
  readonly gaps: (string | null)[]
}

/** Groups and components stand in one flat list. What a lost row names as its group keeps the doubt in there. */
const readComponents = (listed: readonly unknown[]): Rows => {
  const groups: Group[] = []
  const components: Component[] = []
  const lost: Row[] = []
  const gaps: (string | null)[] = []
  // Some hosts sum no group up; where one group has a word of its own, another has lost it.
  const areSummedUp = listed.some((row) => isRow(row) && isGroup(row) && row['status'] !== undefined)
  for (const row of listed) {
    if (!isRow(row)) gaps.push(null)
    else if (isGroup(row)) {
      const group = readGroup(row)
      if (group !== null) groups.push(group)
      const isWhole = group !== null && listsAll(row, group) && (group.status !== null || !areSummedUp)
      if (!isWhole) gaps.push(group?.id ?? null)
    } else {
      const component = readComponent(row)
      if (component === null) lost.push(row)
      else components.push(component)
    }
  }
  const parents = new Map(groups.flatMap(({ id, children }) => children.map((child) => [child, id])))
  // Where a group's own row is missing, so is its list of what it holds.
  const known = new Set(groups.map(({ id }) => id))
  for (const { id, group } of components)
    if (group !== null && !known.has(group) && !parents.has(id)) gaps.push(null)
  for (const row of lost) gaps.push(idOf(row['group_id']) ?? parents.get(idOf(row['id']) ?? '') ?? null)
  return { groups, components, dropped: listed.length - groups.length - components.length, gaps }
}

/**
 * A Statuspage v2 document: `summary.json`, or `incidents.json`, which lists no components and so proves no health.
 * A moved page answers with another page. It is the right one by its id, or by its own address and a pod we know:
 * the id was read off a third party's file, and being wrong about it must not make Podlight blind.
 */
export const readStatuspage = (
  document: unknown,
  vendor: Pick<Vendor, 'page' | 'pods'>,
): Parsed<Snapshot> => {
  if (!isRow(document) || !isRow(document['page'])) return refused('not-a-feed', 'no page in it')
  const page = idOf(document['page']['id'])
  const host = hostOf(document['page']['url'])
  if (page === null && host === null) return refused('not-a-feed', 'the page has neither id nor address')
  const isAtHome = host !== null && vendor.page.hosts.includes(host)
  if (page !== vendor.page.id && !isAtHome)
    return refused('other-page', `page ${(page ?? host ?? '').slice(0, 40)}`)
  if (!Array.isArray(document['incidents'])) return refused('not-a-feed', 'no list of incidents')
  const listed = document['components']
  if (listed !== undefined && !Array.isArray(listed)) return refused('not-a-feed', 'no list of components')

  const { groups, components, ...rows } = readComponents(listed ?? [])
  const isKnown = ({ name }: Group): boolean => {
    const pod = podOfGroup(name)
    return pod !== null && vendor.pods.has(pod)
  }
  if (page !== vendor.page.id && !groups.some(isKnown))
    return refused('other-page', 'it lists no pod we know')

  const gaps = [...rows.gaps]
  const lose = (): void => void gaps.push(null)
  const planned = document['scheduled_maintenances']
  const incidents = readRows(document['incidents'], (row) => readIncident(row, lose))
  const maintenances = readRows(planned, (row) => readMaintenance(row, lose))
  const dropped = incidents.dropped + maintenances.dropped
  if (dropped > 0 || !Array.isArray(planned)) lose()
  return taken({
    page,
    updatedAt: timeOf(document['page']['updated_at']),
    groups,
    components: listed ? components : null,
    incidents: incidents.rows,
    maintenances: maintenances.rows,
    dropped: rows.dropped + dropped,
    gaps,
  })
}
