import type { Incident } from '../../model/snapshot.ts'
import type { Because, Certainty } from '../../model/verdict.ts'
import { isIn, type Place } from '../components/componentHome.ts'
import type { Places } from '../components/componentIndex.ts'
import { type IncidentReading, namesPod } from '../incident/incidentReading.ts'

/** How an incident concerns a pod. */
export interface Concern {
  readonly certainty: Certainty
  /** The components by which it does. */
  readonly places: readonly Place[]
  readonly because: readonly Because[]
}

/** Another pod hands over what is affected, not how badly: its components' statuses are its own. */
const withoutStatus = (place: Place): Place => ({ ...place, effect: null })

/** Whether an incident concerns a pod, by which components, and how surely; null where it does not. */
export const concernOf = (
  incident: Incident,
  reading: IncidentReading,
  places: Places,
  pod: string,
): Concern | null => {
  const { listed, dropped } = places.accountOf(incident)
  const named = namesPod(reading, pod)
  const own = listed.filter((place) => isIn(place, pod))
  // Where words say what is affected, a regional row that is well only says that it is everywhere.
  const regional = listed.filter((place) => place.home === 'every')
  const everywhere = regional.filter((place) => place.effect !== null || reading.affected.size === 0)
  const elsewhere = listed.filter((place) => typeof place.home === 'object')
  const homeless = listed.filter((place) => place.home === 'unknown')

  if (own.length > 0 || regional.length > 0 || named !== undefined) {
    // A component that the vendor dropped counts on only where words name its pod.
    const again = named === undefined ? [] : dropped.filter((place) => isIn(place, pod))
    const mine = [...own, ...again]
    const lent = mine.length > 0 || named === undefined ? [] : elsewhere.map(withoutStatus)
    return {
      certainty: 'confirmed',
      places: [...mine, ...lent, ...everywhere, ...homeless],
      because: named === undefined ? [] : [named],
    }
  }
  const podIsKnown =
    elsewhere.length > 0 || reading.pods.size > 0 || dropped.some((place) => typeof place.home === 'object')
  if (reading.isDoubted && podIsKnown)
    return {
      certainty: 'possible',
      places: [],
      because: [{ source: 'note', text: 'The vendor does not know yet whether this pod is affected.' }],
    }
  if (podIsKnown || reading.sparedPods.has(pod)) return null
  return {
    certainty: 'possible',
    places: [...homeless, ...listed.filter((place) => place.home === 'third-party')],
    because: [{ source: 'note', text: 'No pod is named, so it may be any.' }],
  }
}
