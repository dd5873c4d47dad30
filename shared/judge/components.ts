import type { Vendor } from '../vendors/vendor.ts'
import { type Claim, fromComponent } from './claims.ts'
import { worse } from './effects.ts'
import { isIn, type Place, type Places } from './places.ts'
import type { Certainty, Effect } from './verdict.ts'

/** How surely a component that is not operational concerns a pod; null where it is another pod's. */
const certaintyFor = (place: Place, pod: string): Certainty | null => {
  if (isIn(place, pod) || place.home === 'every') return 'confirmed'
  return typeof place.home === 'object' ? null : 'possible'
}

/** The claim that a component's own word belongs to: a guess is made certain by it, not the other way round. */
const claimFor = (claims: readonly Claim[], capability: string, certainty: Certainty): Claim | undefined => {
  const same = claims.filter((claim) => claim.capability === capability)
  return (
    same.find((claim) => claim.certainty === certainty) ?? (certainty === 'confirmed' ? same[0] : undefined)
  )
}

const ownClaim = (place: Place, effect: Effect, capability: string, certainty: Certainty): Claim => ({
  capability,
  effect,
  certainty,
  phase: null,
  since: place.updatedAt,
  incident: null,
  quiet: false,
  because: [fromComponent(place)],
})

/** Adds what components say by themselves: to the claim about the same capability, else as a claim of its own. */
export const withComponents = (
  claims: readonly Claim[],
  places: Places,
  pod: string,
  { part }: Vendor,
): Claim[] => {
  const all = [...claims]
  const has = (capability: string): boolean => claims.some((claim) => claim.capability === capability)
  const narrowed = has(part.capability) && !has(part.of)
  for (const place of places.troubled) {
    const certainty = certaintyFor(place, pod)
    if (certainty === null || place.effect === null) continue
    const capability = narrowed && place.capability === part.of ? part.capability : place.capability
    const claim = claimFor(all, capability, certainty)
    if (claim === undefined) {
      all.push(ownClaim(place, place.effect, capability, certainty))
      continue
    }
    if (certainty === 'confirmed') {
      claim.certainty = 'confirmed'
      claim.quiet = false
    }
    claim.effect = worse(place.effect, claim.effect)
    const because = fromComponent(place)
    if (!claim.because.some(({ text }) => text === because.text)) claim.because = [because, ...claim.because]
  }
  return all
}
