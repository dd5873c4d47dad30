import type { Claim } from './claims.ts'
import type { Places } from './places.ts'
import { NONE } from './ranks.ts'

/** Adds what components say by themselves, where no incident that lists them counts it. */
export const addComponents = (claims: Claim[], { all }: Places): void => {
  const counted = new Set<string>()
  let attachments = NONE
  for (const { capability, possible, quiet, effect, listed } of claims) {
    counted.add(capability)
    for (const { id } of listed) counted.add(capability + id)
    if (capability === '@' && !possible && !quiet) attachments = Math.min(attachments, effect)
  }
  for (const place of all) {
    const { id, home, effect, since } = place
    if (home === 'other' || effect === NONE) continue
    // A chat component goes with attachments where a sure claim about those is no less bad.
    const isPart =
      place.capability === 'A' &&
      home === 'mine' &&
      !counted.has('A') &&
      (counted.has(`@${id}`) || attachments <= effect)
    const capability = isPart ? '@' : place.capability
    if (counted.has(capability + id)) continue
    const possible = Number(home === 'third' || home === 'nowhere')
    claims.push({ capability, effect, possible, quiet: 0, phase: null, since, incident: null, listed: [] })
  }
}
