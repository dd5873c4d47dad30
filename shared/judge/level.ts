import type { Claim } from './claims.ts'
import { isAtLeast } from './effects.ts'
import { type Effect, LEVELS, type Level } from './verdict.ts'

const LEVEL_OF: Readonly<Record<Effect, Level>> = {
  down: 'outage',
  failing: 'degraded',
  delayed: 'degraded',
  maintenance: 'maintenance',
  notice: 'notice',
}

const lower = (a: Level, b: Level): Level => (LEVELS.indexOf(a) <= LEVELS.indexOf(b) ? a : b)

/** How high one claim may raise the pod's level. */
const levelOf = (claim: Claim): Level => {
  const level = claim.quiet ? 'notice' : LEVEL_OF[claim.effect]
  return claim.certainty === 'possible' ? lower(level, 'degraded') : level
}

/** The worst level among claims, and whether all that set it are under monitoring. */
export const levelAmong = (claims: readonly Claim[]): { level: Level; recovering: boolean } => {
  let level: Level = 'ok'
  for (const claim of claims) if (lower(level, levelOf(claim)) === level) level = levelOf(claim)
  const setters = claims.filter((claim) => levelOf(claim) === level)
  return { level, recovering: setters.length > 0 && setters.every(({ phase }) => phase === 'monitoring') }
}

export const isForCustomers = (claim: Claim): boolean => isAtLeast(claim.effect, 'maintenance')
