import type { Judgement } from '../../shared/model/verdict.ts'
import type { PodView } from './podView.ts'

/**
 * How much of a glance a pod deserves, the toolbar having room for one. Not to know is more urgent than planned
 * work, since it may hide trouble, and less than trouble that is known; a pod that nobody lists is hardly news.
 */
export const urgency = ({ level, reason }: Pick<Judgement, 'level' | 'reason'>): number => {
  if (level === 'unknown') return reason === 'not-listed' ? 0 : 4
  return { ok: 1, notice: 2, maintenance: 3, degraded: 5, outage: 6 }[level]
}

const NOTICE = urgency({ level: 'notice' })

/** Of watched pods the one that deserves the glance, the first of equals; undefined where none is watched. */
export const mostUrgentPod = (pods: readonly PodView[]): PodView | undefined => {
  // Muted is silent, but a pod that is well is better.
  const rank = ({ unmuted, isMuted }: PodView): number => (isMuted ? NOTICE : urgency(unmuted))
  return pods.reduce<PodView | undefined>(
    (most, one) => (most !== undefined && rank(most) >= rank(one) ? most : one),
    undefined,
  )
}
