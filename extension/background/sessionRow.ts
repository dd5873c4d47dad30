import { isRow } from '../../shared/model/guards.ts'
import { emptier } from '../../shared/polling/bucket.ts'
import { parseState } from '../../shared/polling/pollState.ts'
import { WELL } from '../../shared/polling/waits.ts'
import type { Area } from '../storage/store.ts'

// Where storage refuses to write, a background that is started anew would not know that the one before it asked. The
// session of the browser outlives both.

const KEY = 'poll'

/** The poller's row in the session of the browser. */
export const sessionRow = (session: Area) => ({
  read: async (feed: string): Promise<unknown> => {
    try {
      const kept = (await session.get([KEY]))[KEY]
      return isRow(kept) && kept['feed'] === feed ? kept['row'] : null
    } catch {
      return null
    }
  },
  write: async (feed: string, row: object): Promise<void> => {
    try {
      await session.set({ [KEY]: { feed, row } })
    } catch {
      // Then it lives as long as this background does.
    }
  },
})

/**
 * The row of whoever asked last; but nobody fills the bucket. Where storage does not hold it, what was heard is lost with
 * each background: then once a minute is enough.
 */
export const rowOfLastAsker = (stored: unknown, kept: unknown, now: number): unknown => {
  const [one, other] = [parseState(stored), parseState(kept)]
  if (other === null) return stored
  if (one !== null && (one.asked ?? 0) >= (other.asked ?? 0)) return stored
  return {
    ...other,
    // Whoever wants news at once waits as well.
    lastOutcome: 'held',
    due: Math.max(other.due, (other.asked ?? 0) + WELL),
    bucket: one === null ? other.bucket : emptier(one.bucket, other.bucket, now),
  }
}
