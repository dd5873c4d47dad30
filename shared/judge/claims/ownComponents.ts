import { byEffect, worse } from '../../model/effects.ts'
import type { Certainty, Effect } from '../../model/verdict.ts'
import type { Vendor } from '../../vendors/vendor.ts'
import { isIn, type Place } from '../components/componentHome.ts'
import type { Places } from '../components/componentIndex.ts'
import { type Claim, fromComponent, MOST_REASONS } from './claims.ts'

/** How surely a component that is not operational concerns a pod; null where it is another pod's. */
const certaintyFor = (place: Place, pod: string): Certainty | null => {
  if (isIn(place, pod) || place.home === 'every') return 'confirmed'
  return typeof place.home === 'object' ? null : 'possible'
}

const ownClaim = (place: Place, effect: Effect, capability: string, certainty: Certainty): Claim => ({
  capability,
  effect,
  certainty,
  phase: null,
  since: place.updatedAt,
  incident: null,
  quiet: false,
  listed: new Set([place.id]),
  because: [fromComponent(place)],
})

/**
 * Adds what components say by themselves. A component that an incident lists is counted there; another one goes with
 * the claim about the same capability that is as sure, and else makes a claim of its own. It never makes a guess
 * certain: what it knows is its own status.
 */
export const withComponents = (
  claims: readonly Claim[],
  places: Places,
  pod: string,
  { part }: Vendor,
): Claim[] => {
  const all = [...claims]
  const known = new Map<string, Claim[]>()
  for (const claim of claims) known.set(claim.capability, [...(known.get(claim.capability) ?? []), claim])

  /** A chat component goes with attachments where a sure claim about those is no less bad. */
  const capabilityOf = (place: Place, effect: Effect): string => {
    if (place.capability !== part.of || !isIn(place, pod) || known.has(part.of)) return place.capability
    const attachments = known.get(part.capability)?.some((claim) => {
      const sure = claim.certainty === 'confirmed' && !claim.quiet
      return claim.listed.has(place.id) || (sure && byEffect(claim.effect, effect) <= 0)
    })
    return attachments ? part.capability : place.capability
  }

  for (const place of places.troubled) {
    const certainty = certaintyFor(place, pod)
    if (certainty === null || place.effect === null) continue
    const isPlanned = ({ effect, listed }: Claim): boolean => effect === 'maintenance' && listed.has(place.id)
    if (place.effect === 'maintenance' && claims.some(isPlanned)) continue
    const capability = capabilityOf(place, place.effect)
    const same = known.get(capability) ?? []
    if (same.some(({ listed }) => listed.has(place.id))) continue
    const claim = same.find((one) => one.certainty === certainty)
    if (claim === undefined) {
      const own = ownClaim(place, place.effect, capability, certainty)
      all.push(own)
      known.set(capability, [...same, own])
      continue
    }
    if (certainty === 'confirmed') claim.quiet = false
    claim.effect = worse(place.effect, claim.effect)
    claim.because = [fromComponent(place), ...claim.because].slice(0, MOST_REASONS)
  }
  return all
}
