import type { Effect, Impact, Judgement, Level } from '../judge/verdict.ts'
import { EFFECTS, LEVELS } from '../judge/verdict.ts'

const LEVEL_OF: Readonly<Record<Effect, Level>> = {
  down: 'outage',
  failing: 'degraded',
  delayed: 'degraded',
  maintenance: 'maintenance',
  notice: 'notice',
}

/** How high an impact raises a pod by itself: a guess never makes an outage. */
const levelOf = ({ effect, certainty }: Impact): Level =>
  effect === 'down' && certainty === 'possible' ? 'degraded' : LEVEL_OF[effect]

/**
 * The impacts that set the level. Incidents that the vendor calls harmless raise a pod to `notice` at most,
 * whatever their effect, and impacts do not say which these are: at that level, every impact has a part in it.
 */
export const leadingOf = ({ level, impacts }: Judgement): readonly Impact[] => {
  if (level === 'unknown' || level === 'ok') return []
  const exact = impacts.filter((impact) => levelOf(impact) === level)
  if (exact.length > 0 && level !== 'notice') return exact
  const rank = LEVELS.indexOf(level)
  return impacts.filter((impact) => LEVELS.indexOf(levelOf(impact)) >= rank)
}

/** The worst effect among impacts. */
export const worstOf = (impacts: readonly Impact[]): Effect | undefined =>
  EFFECTS.find((effect) => impacts.some((impact) => impact.effect === effect))
