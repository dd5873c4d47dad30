import type { Judgement } from '../../shared/judge/verdict.ts'

/**
 * How much of a glance a pod deserves, the toolbar having room for one. Not to know is more urgent than planned
 * work, since it may hide trouble, and less than trouble that is known; a pod that nobody lists is hardly news.
 */
export const urgency = ({ level, reason }: Pick<Judgement, 'level' | 'reason'>): number => {
  if (level === 'unknown') return reason === 'not-listed' ? 1 : 4
  return { ok: 0, notice: 2, maintenance: 3, degraded: 5, outage: 6 }[level]
}

/** Of things with a judgement the most urgent, the first of equals; undefined where there is none. */
export const worst = <T>(all: readonly T[], judgementOf: (one: T) => Judgement): T | undefined =>
  all.reduce<T | undefined>(
    (most, one) =>
      most !== undefined && urgency(judgementOf(most)) >= urgency(judgementOf(one)) ? most : one,
    undefined,
  )
