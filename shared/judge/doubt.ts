import type { Incident, Snapshot } from '../model/snapshot.ts'
import type { Reason } from '../model/verdict.ts'
import type { Vendor } from '../vendors/vendor.ts'
import { isIn } from './components/componentHome.ts'
import type { Places } from './components/componentIndex.ts'
import { homeOfGroup } from './components/homes.ts'

/**
 * Why a document without trouble is no proof of health for a pod; null where it is one. Whatever is missing or cannot
 * be read may have told of trouble, unless it plainly belongs to another pod.
 */
export const lacking = (
  snapshot: Snapshot,
  places: Places,
  running: readonly Incident[],
  pod: string,
  vendor: Vendor,
): Reason | null => {
  // A row of the pod's own name, outside every group, is no list of its components.
  if (!places.all.some((place) => place.group !== null && isIn(place, pod))) return 'not-listed'
  const others = new Set<string | null>()
  const rows = new Set(places.all.map(({ id, groupId }) => `${groupId}/${id}`))
  for (const { id, name, children } of snapshot.groups) {
    const home = homeOfGroup(name, vendor)
    if (typeof home === 'object' && home.pod !== pod) others.add(id)
    else if (!children.every((child) => rows.has(`${id}/${child}`))) return 'incomplete'
  }
  const isTold =
    snapshot.gaps.every((group) => others.has(group)) &&
    !running.some((incident) => places.accountOf(incident).isUnsure)
  return isTold ? null : 'incomplete'
}
