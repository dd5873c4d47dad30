import { OPERATIONAL } from '../../feed/rows.ts'
import { worse } from '../../model/effects.ts'
import type { Effect } from '../../model/verdict.ts'

/** Where a component stands: one pod, every pod, a third party's house, or nobody knows. */
export type Home = { readonly pod: string } | 'every' | 'third-party' | 'unknown'

/** A component, where it stands, and what its status means. */
export interface Place {
  readonly id: string
  readonly home: Home
  readonly capability: string
  readonly effect: Effect | null
  readonly updatedAt: number | null
  readonly name: string
  readonly group: string | null
  /** The id of its group's own row. */
  readonly groupId: string | null
  /** Null where nobody says. */
  readonly status: string | null
}

export const isIn = ({ home }: Place, pod: string): boolean => typeof home === 'object' && home.pod === pod

/** As a reader of the status page would name it. */
export const labelOf = ({ group, name, status }: Place): string => {
  const label = group === null ? name : `${group} - ${name}`
  return status === null || status === OPERATIONAL ? label : `${label}: ${status}`
}

/** A status word nobody knows means that something is wrong. */
export const effectOf = (status: string | null): Effect | null => {
  switch (status) {
    case null:
    case OPERATIONAL:
      return null
    case 'degraded_performance':
      return 'delayed'
    case 'major_outage':
      return 'down'
    case 'under_maintenance':
      return 'maintenance'
    default:
      return 'failing'
  }
}

/** Where two rows speak of one component, the worse word stands. */
export const withStatus = (place: Place, status: string | null): Place => {
  const effect = effectOf(status)
  const isWorse = effect !== place.effect && worse(effect, place.effect) === effect
  return isWorse ? { ...place, effect, status } : place
}
