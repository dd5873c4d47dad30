import { worse } from '../../model/effects.ts'
import type { Incident } from '../../model/snapshot.ts'
import type { Because, Certainty, Effect } from '../../model/verdict.ts'
import type { Vendor } from '../../vendors/vendor.ts'
import { labelOf, type Place } from '../components/componentHome.ts'
import type { Places } from '../components/componentIndex.ts'
import type { IncidentReading } from '../incident/incidentReading.ts'
import { phaseOf } from '../phase.ts'
import { type Concern, concernOf } from './concern.ts'
import { contradiction } from './contradiction.ts'

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
  /** Components its incident lists: what they say is counted in it. */
  readonly listed: ReadonlySet<string>
  because: Because[]
}

/** Reasons beyond these convince nobody. */
export const MOST_REASONS = 12

export const fromComponent = (place: Place): Because => ({ source: 'component', text: labelOf(place) })

/** What an incident without a word about its kind of trouble is worth: the vendor's own weighing. */
const effectOfImpact = (impact: string | null): Effect => {
  if (impact === 'critical') return 'down'
  if (impact === 'major') return 'failing'
  return impact === 'none' ? 'notice' : impact === 'maintenance' ? 'maintenance' : 'delayed'
}

const idsOf = (places: readonly Place[]): ReadonlySet<string> => new Set(places.map(({ id }) => id))

/** An open incident that speaks of nothing we know. */
const nothingFound = (
  incident: Incident,
  { because }: Concern,
  places: Places,
  { whole }: Vendor,
): Claim => ({
  capability: whole,
  effect: 'notice',
  certainty: 'possible',
  phase: phaseOf(incident),
  since: incident.startedAt,
  incident: incident.id,
  quiet: incident.impact === 'none',
  listed: idsOf(places.accountOf(incident).listed),
  because: [
    { source: 'note', text: 'Nothing affected was found in the words of this open incident.' },
    ...because,
  ],
})

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
  const { affected, working, loose, recovered } = reading
  const { part } = vendor
  const whole = affected.get(vendor.whole)
  const fallback = effectOfImpact(incident.impact)
  const claims = new Map<string, { effect: Effect | null; because: Because[] }>()
  const add = (capability: string, effect: Effect | null, because: readonly Because[]): void => {
    const claim = claims.get(capability) ?? { effect: null, because: [] }
    claim.effect = worse(effect, claim.effect)
    if (claim.because.length < MOST_REASONS) claim.because.push(...because)
    claims.set(capability, claim)
  }

  const sole = affected.size === 1
  for (const [capability, { effect, because }] of affected)
    add(capability, effect === null || sole ? worse(effect, loose?.effect ?? null) : effect, because)

  const narrowed = affected.has(part.capability) && !affected.has(part.of)
  for (const place of concern.places) {
    const isCarrier = place.capability === part.of && place.home !== 'third-party'
    const capability = narrowed && isCarrier ? part.capability : place.capability
    const works = working.get(place.capability)
    if (works !== undefined && !affected.has(capability)) {
      if (place.effect !== null) add(capability, place.effect, [fromComponent(place), works])
      continue
    }
    const general = worse(loose?.effect ?? null, whole?.effect ?? null)
    const because = [fromComponent(place)]
    if (loose !== null && !affected.has(capability)) because.push(loose.because)
    add(capability, worse(place.effect, general), because)
  }
  // Where nobody says which part, what was named at all is the best guess, and else it is the whole.
  if (claims.size === 0 && !recovered)
    for (const [capability, because] of reading.named) add(capability, loose?.effect ?? null, [because])
  if (claims.size === 0 && !recovered && loose !== null) add(vendor.whole, loose.effect, [loose.because])

  // An open incident never proves health: where reading finds nothing affected, that is said.
  if (claims.size === 0 && 'starts' in incident) add(vendor.whole, null, [])
  if (claims.size === 0) return [nothingFound(incident, concern, places, vendor)]

  const notes = contradiction(incident)
  const quiet = incident.impact === 'none' && concern.places.every((place) => place.effect === null)
  return [...claims].map(([capability, { effect, because }]) => ({
    capability,
    effect: effect ?? fallback,
    certainty: concern.certainty,
    phase: phaseOf(incident),
    since: incident.startedAt,
    incident: incident.id,
    quiet,
    listed: idsOf(places.accountOf(incident).listed),
    because: [...because, ...concern.because, ...notes],
  }))
}
