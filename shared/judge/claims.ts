import type { Incident } from '../feed/snapshot.ts'
import type { Vendor } from '../vendors/vendor.ts'
import { contradiction } from './contradiction.ts'
import { worse } from './effects.ts'
import { type IncidentReading, namesPod } from './incident.ts'
import { isIn, labelOf, type Place, type Places } from './places.ts'
import type { Because, Certainty, Effect } from './verdict.ts'

/** An impact in the making. */
export interface Claim {
  capability: string
  effect: Effect
  certainty: Certainty
  readonly phase: string | null
  readonly since: number | null
  readonly incident: string | null
  /** Told by an incident the vendor gives no impact: it raises no alarm while every component is well. */
  quiet: boolean
  because: Because[]
}

export const fromComponent = (place: Place): Because => ({ source: 'component', text: labelOf(place) })

/** What an incident without a word about its kind of trouble is worth: the vendor's own weighing. */
const effectOfImpact = (impact: string | null): Effect => {
  if (impact === 'critical') return 'down'
  if (impact === 'major') return 'failing'
  return impact === 'none' ? 'notice' : impact === 'maintenance' ? 'maintenance' : 'delayed'
}

interface Concern {
  readonly certainty: Certainty
  readonly places: readonly Place[]
  readonly because: readonly Because[]
}

/** Whether an incident concerns a pod, by which components, and how surely; null where it does not. */
const concernOf = (
  incident: Incident,
  reading: IncidentReading,
  places: Places,
  pod: string,
): Concern | null => {
  const listed = places.listed(incident)
  const dropped = places.dropped(incident)
  const named = namesPod(reading, pod)
  const own = listed.filter((place) => isIn(place, pod))
  const regional = listed.filter((place) => place.home === 'every')
  const elsewhere = listed.filter((place) => typeof place.home === 'object')
  const anywhere = listed.filter((place) => place.home === 'third-party' || place.home === 'unknown')
  const shared = [...regional, ...anywhere]

  if (own.length > 0 || regional.length > 0 || named !== undefined) {
    const again = named === undefined ? [] : dropped.filter((place) => isIn(place, pod))
    const mine =
      own.length > 0 || again.length > 0 ? [...own, ...again] : named === undefined ? [] : elsewhere
    return {
      certainty: 'confirmed',
      places: [...mine, ...shared],
      because: named === undefined ? [] : [named],
    }
  }
  const podIsKnown =
    elsewhere.length > 0 || reading.pods.size > 0 || dropped.some((place) => typeof place.home === 'object')
  if (podIsKnown || reading.exceptPods.has(pod)) return null
  return {
    certainty: 'possible',
    places: shared,
    because: [{ source: 'note', text: 'No pod is named, so it may be any.' }],
  }
}

/** Every capability of a pod that an incident hits. */
export const claimsOf = (
  incident: Incident,
  reading: IncidentReading,
  places: Places,
  pod: string,
  vendor: Vendor,
): Claim[] => {
  const concern = concernOf(incident, reading, places, pod)
  if (concern === null) return []
  const { told, fine, loose } = reading
  const { part } = vendor
  const whole = told.get(vendor.whole)
  const fallback = effectOfImpact(incident.impact)
  const claims = new Map<string, { effect: Effect | null; because: Because[] }>()
  const add = (capability: string, effect: Effect | null, because: readonly Because[]): void => {
    const before = claims.get(capability)
    claims.set(capability, {
      effect: worse(effect, before?.effect ?? null),
      because: [...(before?.because ?? []), ...because],
    })
  }

  const sole = told.size === 1
  for (const [capability, { effect, because }] of told)
    add(capability, effect === null || sole ? worse(effect, loose?.effect ?? null) : effect, because)

  const narrowed = told.has(part.capability) && !told.has(part.of)
  for (const place of concern.places) {
    const capability = narrowed && place.capability === part.of ? part.capability : place.capability
    const works = fine.get(place.capability)
    if (works !== undefined && !told.has(capability)) {
      if (place.effect !== null) add(capability, place.effect, [fromComponent(place), works])
      continue
    }
    const general = worse(loose?.effect ?? null, whole?.effect ?? null)
    const because = [fromComponent(place)]
    if (loose !== null && !told.has(capability)) because.push(loose.because)
    add(capability, worse(place.effect, general), because)
  }
  // Where nobody says which part, what was named at all is the best guess, and else it is the whole.
  if (claims.size === 0 && fine.size === 0)
    for (const [capability, because] of reading.named) add(capability, loose?.effect ?? null, [because])
  if (claims.size === 0 && fine.size === 0)
    add(vendor.whole, loose?.effect ?? null, loose === null ? [] : [loose.because])

  const notes = contradiction(incident)
  const quiet = incident.impact === 'none' && concern.places.every((place) => place.effect === null)
  return [...claims].map(([capability, { effect, because }]) => ({
    capability,
    effect: effect ?? fallback,
    certainty: concern.certainty,
    phase: incident.phase,
    since: incident.startedAt,
    incident: incident.id,
    quiet,
    because: [...because, ...concern.because, ...notes],
  }))
}
