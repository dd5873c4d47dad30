import { isAtLeast } from '../model/effects.ts'
import { type Effect, LEVELS, type Level } from '../model/verdict.ts'
import type { Claim } from './claims/claims.ts'

const LEVEL_OF: Readonly<Record<Effect, Level>> = {
  down: 'outage',
  failing: 'degraded',
  delayed: 'degraded',
  maintenance: 'maintenance',
  notice: 'notice',
}

const lower = (a: Level, b: Level): Level => (LEVELS.indexOf(a) <= LEVELS.indexOf(b) ? a : b)

/** How high an impact raises a pod by itself: a guess never makes an outage. */
export const levelOfImpact = ({ effect, certainty }: Pick<Claim, 'effect' | 'certainty'>): Level =>
  certainty === 'possible' ? lower(LEVEL_OF[effect], 'degraded') : LEVEL_OF[effect]

const levelOf = (claim: Claim): Level => (claim.quiet ? 'notice' : levelOfImpact(claim))

/** The worst level among claims, and whether all that set it are under monitoring. */
export const levelAmong = (claims: readonly Claim[]): { level: Level; recovering: boolean } => {
  let level: Level = 'ok'
  for (const claim of claims) if (lower(level, levelOf(claim)) === level) level = levelOf(claim)
  const setters = claims.filter((claim) => levelOf(claim) === level)
  return { level, recovering: setters.length > 0 && setters.every(({ phase }) => phase === 'monitoring') }
}

export const isForCustomers = (claim: Claim): boolean => isAtLeast(claim.effect, 'maintenance')
