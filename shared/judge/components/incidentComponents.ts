import { lastTouched, OPERATIONAL } from '../../feed/rows.ts'
import type { Component, Incident, Touched, Update } from '../../model/snapshot.ts'
import type { Vendor } from '../../vendors/vendor.ts'
import type { Lexicon } from '../reading/lexicon.ts'
import { effectOf, type Place, withStatus } from './componentHome.ts'
import { capabilityOf, homeOf } from './homes.ts'
import { fullName, type Page } from './pageComponents.ts'

/** What an incident says of components. */
export interface Account {
  /** Those that count: listed now, or spoken for by an update and not said to be well again. */
  readonly listed: readonly Place[]
  /** Those that an update spoke for and that are listed no more. */
  readonly dropped: readonly Place[]
  /** Whether one could not be found out, which may have been anybody's. */
  readonly isUnsure: boolean
}

/** A component that an incident lists. */
const listedPlace = (component: Component, page: Page): Place => {
  const place = page.placeOf(component)
  const own =
    page.byId(component.id) ??
    (place.group === null ? undefined : page.byName(fullName(place.group, place.name)))
  return own === undefined ? place : withStatus(own, component.status)
}

/** A component that an update spoke for: its group's name stands before its own. Null where nobody knows whose it is. */
const touchedPlace = (
  { id, name, status }: Touched,
  page: Page,
  vendor: Vendor,
  lexicon: Lexicon,
): Place | null => {
  const low = name.toLowerCase()
  const own = page.byId(id) ?? page.byName(low) ?? page.byName(fullName(null, name))
  if (own !== undefined) return withStatus(own, status)
  const parent = page.groups.find((group) => low.startsWith(`${group.name.toLowerCase()} - `))
  // The page may not list the pod yet: then its components' names tell where the group's ends.
  const known = [...vendor.components.keys()].find((component) => low.endsWith(` - ${component}`))
  const end = parent?.name.length ?? (known === undefined ? -1 : name.length - known.length - 3)
  const group = name.slice(0, Math.max(end, 0))
  const home = end < 0 ? 'unknown' : homeOf(group, '', vendor)
  if (home === 'unknown' && parent === undefined) return null
  return {
    id,
    home,
    capability: capabilityOf(name.slice(end + 3), vendor, lexicon),
    effect: effectOf(status),
    updatedAt: null,
    name: name.slice(end + 3),
    group,
    groupId: parent?.id ?? null,
    status,
  }
}

/** Whether what the updates last said of a component makes it count, though the incident does not list it. */
const countsIn = (incident: Incident, page: Page): ((touched: Touched) => boolean) => {
  const touches = incident.updates.map(({ touched }: Update) => touched)
  // Where the incident lists none at all, its updates are its list.
  if (incident.components.length === 0) {
    const troubled = new Set(
      touches
        .flat()
        .filter(({ status }) => effectOf(status) !== null)
        .map(({ id }) => id),
    )
    return ({ id, status }) => status !== OPERATIONAL || !troubled.has(id)
  }
  const latest = new Set(touches.find((rows) => rows.length > 0)?.map(({ id }) => id))
  // A later list that leaves a component out takes it back, if its own row is well.
  return ({ id, status }) => {
    const own = page.byId(id)
    const isTakenBack = own !== undefined && own.effect === null && !latest.has(id)
    return effectOf(status) !== null && !isTakenBack
  }
}

export const accountOf = (incident: Incident, page: Page, vendor: Vendor, lexicon: Lexicon): Account => {
  const listed = incident.components.map((component) => listedPlace(component, page))
  const dropped: Place[] = []
  let isUnsure = listed.some(({ home, id }) => home === 'unknown' && page.byId(id) === undefined)
  const seen = new Set(listed.map(({ id }) => id))
  const counts = countsIn(incident, page)
  for (const touched of lastTouched(incident.updates).values()) {
    const place = touchedPlace(touched, page, vendor, lexicon)
    if (place === null) isUnsure ||= counts(touched)
    else if (!seen.has(place.id)) {
      seen.add(place.id)
      ;(counts(touched) ? listed : dropped).push(place)
    }
  }
  return { listed, dropped, isUnsure }
}
