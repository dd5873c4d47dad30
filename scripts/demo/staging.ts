import { isRow } from '../../shared/model/guards.ts'
import { podOf } from '../../shared/model/pod.ts'

/** What the page of the demo wants played. */
export interface Staging {
  readonly at: number
  readonly speed: number
  readonly pod: string
}

const FARTHEST = 8.64e15
const FASTEST = 3600

/** Reads an order of the page; null where it is none. */
export const stagingOf = (text: string): Staging | null => {
  let order: unknown
  try {
    order = JSON.parse(text)
  } catch {
    return null
  }
  if (!isRow(order)) return null
  const { at, speed, pod } = order
  const isTime = typeof at === 'number' && Math.abs(at) < FARTHEST
  const isSpeed = typeof speed === 'number' && speed >= 0 && speed <= FASTEST
  const named = typeof pod === 'string' ? podOf(pod) : null
  return isTime && isSpeed && named !== null ? { at, speed, pod: named } : null
}
