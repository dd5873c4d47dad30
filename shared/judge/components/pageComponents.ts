import { byEffect, worse } from '../../model/effects.ts'
import type { Component, Group, Snapshot } from '../../model/snapshot.ts'
import type { Effect } from '../../model/verdict.ts'
import type { Vendor } from '../../vendors/vendor.ts'
import type { Lexicon } from '../reading/lexicon.ts'
import { effectOf, type Place, withStatus } from './componentHome.ts'
import { capabilityOf, homeOf } from './homes.ts'

/** "Prod1 (US) - Channel - Chat", in lower case: as updates name a component. */
export const fullName = (group: string | null, name: string): string =>
  `${group ?? ''} - ${name}`.toLowerCase()

/** A group sums up its rows. Where it reads worse than any of them, the rest is the whole of it. */
const groupPlaces = (
  groups: readonly Group[],
  rows: readonly Place[],
  placeOf: (component: Component) => Place,
  whole: string,
): Place[] => {
  const worst = new Map<string, Effect | null>()
  for (const { groupId, effect } of rows)
    if (groupId !== null) worst.set(groupId, worse(effect, worst.get(groupId) ?? null))
  return groups
    .map((group) => ({ ...placeOf({ ...group, group: null }), capability: whole, groupId: group.id }))
    .filter(({ id, effect }) => effect !== null && worse(worst.get(id) ?? null, effect) !== worst.get(id))
}

/** By what stands in the row alone, as the document's order says nothing. */
const inOrder = (a: Place, b: Place): number =>
  a.id < b.id ? -1 : a.id > b.id ? 1 : byEffect(a.effect ?? 'notice', b.effect ?? 'notice')

/** The components that a page lists, and where each of them stands. */
export const pageOf = ({ groups, components }: Snapshot, vendor: Vendor, lexicon: Lexicon) => {
  const groupsById = new Map(groups.map((group) => [group.id, group]))
  const parents = new Map(groups.flatMap(({ id, children }) => children.map((child) => [child, id])))

  const placeOf = ({ id, name, status, updatedAt, ...component }: Component): Place => {
    const parent = groupsById.get(component.group ?? '') ?? groupsById.get(parents.get(id) ?? '')
    const group = parent?.name ?? null
    return {
      id,
      home: homeOf(group, name, vendor),
      capability: capabilityOf(name, vendor, lexicon),
      effect: effectOf(status),
      updatedAt,
      name,
      group,
      groupId: parent?.id ?? null,
      status,
    }
  }

  /** A row that stands twice is one component, and the worse row is believed. */
  const rows = new Map<string, Place>()
  const byId = new Map<string, Place>()
  const byName = new Map<string, Place>()
  for (const component of components ?? []) {
    const place = placeOf(component)
    const key = `${place.id} ${place.groupId} ${place.name}`
    rows.set(key, withStatus(rows.get(key) ?? place, place.status))
    byId.set(place.id, withStatus(byId.get(place.id) ?? place, place.status))
    byName.set(fullName(place.group, place.name), place)
  }
  const all = [...rows.values()]

  return {
    all,
    groups,
    placeOf,
    byId: (id: string): Place | undefined => byId.get(id),
    byName: (name: string): Place | undefined => byName.get(name),
    /** Rows and groups that are not operational. */
    troubled: [
      ...all.filter(({ effect }) => effect !== null),
      ...groupPlaces(groups, all, placeOf, vendor.whole),
    ].sort(inOrder),
  }
}

export type Page = ReturnType<typeof pageOf>
