import { lastTouched, OPERATIONAL } from '../feed/rows.ts'
import type { Component, Group, Incident, Snapshot, Touched } from '../feed/snapshot.ts'
import type { Vendor } from '../vendors/vendor.ts'
import { byEffect, worse } from './effects.ts'
import { podOfGroup } from './pods.ts'
import { type Lexicon, termsOf } from './reading/lexicon.ts'
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
  /** The id of its group's own row. */
  readonly groupId: string | null
  /** Null where nobody says. */
  readonly status: string | null
}

/** As a reader of the status page would name it. */
export const labelOf = ({ group, name, status }: Place): string => {
  const label = group === null ? name : `${group} - ${name}`
  return status === null || status === OPERATIONAL ? label : `${label}: ${status}`
}

/** A status word nobody knows means that something is wrong. */
const effectOf = (status: string | null): Effect | null => {
  switch (status) {
    case null:
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

/** Where two rows speak of one component, the worse word stands. */
const withStatus = (place: Place, status: string | null): Place => {
  const effect = effectOf(status)
  const isWorse = effect !== place.effect && worse(effect, place.effect) === effect
  return isWorse ? { ...place, effect, status } : place
}

const fullName = (group: string | null, name: string): string => `${group ?? ''} - ${name}`.toLowerCase()

/** What an incident says of components. */
interface Account {
  /** Those that count: listed now, or spoken for by an update and not said to be well again. */
  readonly listed: readonly Place[]
  /** Those that an update spoke for and that are listed no more. */
  readonly dropped: readonly Place[]
  /** Whether one could not be found out, which may have been anybody's. */
  readonly isUnsure: boolean
}

/** Answers where components stand, for one document and all pods. */
export const placesOf = (snapshot: Snapshot, vendor: Vendor, lexicon: Lexicon) => {
  const groups = new Map(snapshot.groups.map((group) => [group.id, group]))
  const parents = new Map(snapshot.groups.flatMap(({ id, children }) => children.map((child) => [child, id])))

  const capabilityOf = (name: string): string =>
    name === vendor.regionalComponent
      ? vendor.whole
      : (vendor.components.get(name) ??
        termsOf(name, lexicon).find((term) => term.namings?.length === 1)?.namings?.[0]?.capability ??
        vendor.whole)

  const homeOfGroup = (group: string): Home => {
    if (group.toLowerCase() === vendor.thirdPartyGroup) return 'third-party'
    const pod = podOfGroup(group)
    return pod === null ? 'unknown' : { pod }
  }
  const homes = new Map(snapshot.groups.map(({ name }) => [name, homeOfGroup(name)]))

  const homeOf = (group: string | null, name: string): Home =>
    name === vendor.regionalComponent
      ? 'every'
      : group === null
        ? homeOfGroup(name)
        : (homes.get(group) ?? homeOfGroup(group))

  const placeOf = ({ id, name, status, updatedAt, ...component }: Component): Place => {
    const parent = groups.get(component.group ?? '') ?? groups.get(parents.get(id) ?? '')
    const group = parent?.name ?? null
    return {
      id,
      home: homeOf(group, name.toLowerCase()),
      capability: capabilityOf(name.toLowerCase()),
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
  for (const component of snapshot.components ?? []) {
    const place = placeOf(component)
    const key = `${place.id} ${place.groupId} ${place.name}`
    rows.set(key, withStatus(rows.get(key) ?? place, place.status))
    byId.set(place.id, withStatus(byId.get(place.id) ?? place, place.status))
    byName.set(fullName(place.group, place.name), place)
  }
  const all = [...rows.values()]

  const worstIn = new Map<string, Effect | null>()
  for (const { groupId, effect } of all)
    if (groupId !== null) worstIn.set(groupId, worse(effect, worstIn.get(groupId) ?? null))

  /** A group sums up its rows. Where it reads worse than any of them, the rest is the whole of it. */
  const groupPlace = ({ id, name, status, updatedAt }: Group): Place[] => {
    const effect = effectOf(status)
    const worst = worstIn.get(id) ?? null
    if (effect === null || (worst !== null && byEffect(worst, effect) <= 0)) return []
    const place = { id, capability: vendor.whole, effect, updatedAt, name, status }
    return [{ ...place, home: homeOf(null, name.toLowerCase()), group: null, groupId: id }]
  }

  const listedPlace = (component: Component): Place => {
    const known = byId.get(component.id)
    if (known !== undefined) return withStatus(known, component.status)
    const place = placeOf(component)
    const named = place.group === null ? undefined : byName.get(fullName(place.group, place.name))
    return named === undefined ? place : withStatus(named, component.status)
  }

  /** Rows that an update spoke for carry the group's name before their own. */
  const touchedPlace = ({ id, name, status }: Touched): Place | null => {
    const known = byId.get(id) ?? byName.get(name.toLowerCase()) ?? byName.get(fullName(null, name))
    if (known !== undefined) return withStatus(known, status)
    const low = name.toLowerCase()
    const parent = snapshot.groups.find((group) => low.startsWith(`${group.name.toLowerCase()} - `))
    // The page may not list the pod yet: then its components' names tell where the group's ends.
    const own = [...vendor.components.keys()].find((component) => low.endsWith(` - ${component}`))
    const end = parent?.name.length ?? (own === undefined ? -1 : name.length - own.length - 3)
    const home = end < 0 ? 'unknown' : homeOf(name.slice(0, end), '')
    if (home === 'unknown' && parent === undefined) return null
    return {
      id,
      home,
      capability: capabilityOf(low.slice(end + 3)),
      effect: effectOf(status),
      updatedAt: null,
      name: name.slice(end + 3),
      group: name.slice(0, end),
      groupId: parent?.id ?? null,
      status,
    }
  }

  /** A later list that leaves a component out takes it back, if its own row is well. */
  const isTakenBack = (latest: ReadonlySet<string>, { id }: Touched): boolean => {
    const own = byId.get(id)
    return own !== undefined && own.effect === null && !latest.has(id)
  }

  const accountOf = (incident: Incident): Account => {
    const listed = incident.components.map(listedPlace)
    let isUnsure = listed.some((place) => place.home === 'unknown' && !byId.has(place.id))
    const dropped: Place[] = []
    const current = new Set(listed.map(({ id }) => id))
    const listsNone = listed.length === 0
    const touches = incident.updates.map(({ touched }) => touched)
    const latest = new Set(touches.find((rows) => rows.length > 0)?.map(({ id }) => id))
    const troubled = new Set(
      touches.flat().flatMap(({ id, status }) => (effectOf(status) === null ? [] : [id])),
    )
    const isRecovered = ({ id, status }: Touched): boolean => status === OPERATIONAL && troubled.has(id)
    for (const touched of lastTouched(incident.updates).values()) {
      const place = touchedPlace(touched)
      if (place !== null && current.has(place.id)) continue
      // Where the incident lists none at all, its updates are its list.
      const counts = listsNone
        ? !isRecovered(touched)
        : effectOf(touched.status) !== null && !isTakenBack(latest, touched)
      if (place === null) isUnsure ||= counts
      else {
        current.add(place.id)
        if (counts) listed.push(place)
        else dropped.push(place)
      }
    }
    return { listed, dropped, isUnsure }
  }
  const accounts = new Map<Incident, Account>()
  const account = (incident: Incident): Account => {
    const made = accounts.get(incident) ?? accountOf(incident)
    accounts.set(incident, made)
    return made
  }

  return {
    all,
    homeOfGroup,
    /** Rows and groups that are not operational, in an order of their own: the document's says nothing. */
    troubled: [...all.filter(({ effect }) => effect !== null), ...snapshot.groups.flatMap(groupPlace)].sort(
      (a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : byEffect(a.effect ?? 'notice', b.effect ?? 'notice')),
    ),
    listed: (incident: Incident): readonly Place[] => account(incident).listed,
    dropped: (incident: Incident): readonly Place[] => account(incident).dropped,
    isUnsure: (incident: Incident): boolean => account(incident).isUnsure,
  }
}

export type Places = ReturnType<typeof placesOf>

export const isIn = (place: Place, pod: string): boolean =>
  typeof place.home === 'object' && place.home.pod === pod
