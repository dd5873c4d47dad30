import type { Component, Incident, Snapshot } from '../feed/snapshot.ts'
import type { Vendor } from '../vendors/vendor.ts'
import { type Phrasebook, termsOf } from './phrases.ts'
import { podOfGroup } from './pods.ts'
import type { Effect } from './verdict.ts'

/** Where a component stands: one pod, every pod, a third party's house, or nobody knows. */
export type Home = { readonly pod: string } | 'every' | 'third-party' | 'unknown'

export interface Place {
  readonly id: string
  readonly home: Home
  readonly capability: string
  readonly effect: Effect | null
  readonly updatedAt: number | null
  readonly name: string
  readonly group: string | null
  readonly status: string
}

const OPERATIONAL = 'operational'

/** As a reader of the status page would name it. */
export const labelOf = ({ group, name, status }: Place): string => {
  const label = group === null ? name : `${group} - ${name}`
  return status === OPERATIONAL ? label : `${label}: ${status}`
}

/** A status word nobody knows means that something is wrong. */
const effectOf = (status: string): Effect | null => {
  switch (status) {
    case OPERATIONAL:
      return null
    case 'degraded_performance':
      return 'delayed'
    case 'major_outage':
      return 'down'
    case 'under_maintenance':
      return 'maintenance'
    default:
      return 'failing'
  }
}

/** Answers where components stand, for one document. */
export const placesOf = (snapshot: Snapshot, vendor: Vendor, book: Phrasebook) => {
  const groups = new Map(snapshot.groups.map((group) => [group.id, group.name]))
  const parents = new Map(snapshot.groups.flatMap(({ id, children }) => children.map((child) => [child, id])))

  const capabilityOf = (name: string): string =>
    vendor.components.get(name) ??
    termsOf(name, book).find((term) => term.namings?.length === 1)?.namings?.[0]?.capability ??
    vendor.whole

  const homeOfGroup = (group: string): Home => {
    if (group.toLowerCase() === vendor.thirdPartyGroup) return 'third-party'
    const pod = podOfGroup(group)
    return pod === null ? 'unknown' : { pod }
  }
  const homes = new Map([...groups.values()].map((group) => [group, homeOfGroup(group)]))

  const homeOf = (group: string | null, name: string): Home =>
    name === vendor.regionalComponent
      ? 'every'
      : group === null
        ? homeOfGroup(name)
        : (homes.get(group) ?? 'unknown')

  const placeOf = (component: Component): Place => {
    const group = groups.get(component.group ?? '') ?? groups.get(parents.get(component.id) ?? '') ?? null
    const name = component.name.toLowerCase()
    return {
      id: component.id,
      home: homeOf(group, name),
      capability: name === vendor.regionalComponent ? vendor.whole : capabilityOf(name),
      effect: effectOf(component.status),
      updatedAt: component.updatedAt,
      name: component.name,
      group,
      status: component.status,
    }
  }

  const all = (snapshot.components ?? []).map(placeOf)
  const byId = new Map<string, Place>()
  for (const place of all) byId.set(place.id, place)

  /** Rows that an update spoke for carry the group's name before their own. */
  const touchedPlace = (id: string, name: string): Place | null => {
    const known = byId.get(id)
    if (known !== undefined) return known
    const group = [...groups.values()].find((candidate) => name.startsWith(`${candidate} - `)) ?? null
    if (group === null) return null
    const own = name.slice(group.length + 3)
    const home = homeOf(group, own.toLowerCase())
    return {
      id,
      home,
      capability: capabilityOf(own.toLowerCase()),
      effect: null,
      updatedAt: null,
      name: own,
      group,
      status: OPERATIONAL,
    }
  }

  const byName = (a: Place, b: Place): number => (a.id < b.id ? -1 : 1)

  return {
    all,
    /** Rows that are not operational, in an order of their own: the document's says nothing. */
    troubled: all.filter(({ effect }) => effect !== null).sort(byName),
    /** Components the vendor lists now. */
    listed: (incident: Incident): Place[] =>
      incident.components.map((component) => byId.get(component.id) ?? placeOf(component)),
    /** Components an earlier update spoke for that are listed no more. */
    dropped: (incident: Incident): Place[] => {
      const current = new Set(incident.components.map(({ id }) => id))
      const gone = new Map<string, Place>()
      for (const { touched } of incident.updates)
        for (const { id, name } of touched) {
          const place = current.has(id) || gone.has(id) ? null : touchedPlace(id, name)
          if (place !== null) gone.set(id, place)
        }
      return [...gone.values()]
    },
  }
}

export type Places = ReturnType<typeof placesOf>

export const isIn = (place: Place, pod: string): boolean =>
  typeof place.home === 'object' && place.home.pod === pod
