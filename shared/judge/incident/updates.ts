import type { Incident, Update } from '../../model/snapshot.ts'
import { isOver } from '../phase.ts'

const oldestFirst = (updates: readonly Update[]): string[] => updates.map(({ text }) => text).reverse()

/** After a reopening, what came before it counts only where what came since says nothing. */
export const textsOf = ({ updates }: Incident): { live: string[]; earlier: string[] } => {
  const closed = updates.findIndex(({ phase }) => isOver(phase))
  const since = closed < 0 ? updates : updates.slice(0, closed)
  const before = closed < 0 ? [] : updates.slice(closed)
  return {
    live: oldestFirst(since),
    earlier: oldestFirst(before.filter(({ phase }) => !isOver(phase))),
  }
}
