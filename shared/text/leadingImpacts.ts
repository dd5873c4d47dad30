import { levelOfImpact } from '../judge/level.ts'
import type { Effect, Impact, Judgement } from '../model/verdict.ts'
import { EFFECTS, LEVELS } from '../model/verdict.ts'

/**
 * The impacts that set the level. Incidents that the vendor calls harmless raise a pod to `notice` at most,
 * whatever their effect, and impacts do not say which these are: at that level, every impact has a part in it.
 */
export const leadingOf = ({ level, impacts }: Judgement): readonly Impact[] => {
  if (level === 'unknown' || level === 'ok') return []
  const exact = impacts.filter((impact) => levelOfImpact(impact) === level)
  if (exact.length > 0 && level !== 'notice') return exact
  const rank = LEVELS.indexOf(level)
  return impacts.filter((impact) => LEVELS.indexOf(levelOfImpact(impact)) >= rank)
}

/** The worst effect among impacts. */
export const worstOf = (impacts: readonly Impact[]): Effect | undefined =>
  EFFECTS.find((effect) => impacts.some((impact) => impact.effect === effect))
