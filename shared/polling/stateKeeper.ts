import { firstState, type PollState, parseState, poorState } from './pollState.ts'
import type { Store, Timer } from './ports.ts'
import type { Schedule } from './waits.ts'
import { withTimeout } from './withTimeout.ts'

/** A store that takes longer counts as broken: it must not keep the poller from asking. */
export const PATIENCE = 2000

/** For a store that took longer last time: two of these are no delay that anybody sees. */
const LITTLE = 100

export interface StateKeeper {
  /** The stored row as it was written, however long ago; one's own where none can be read, or a new one. */
  recall(own: PollState | null): Promise<PollState>
  /** Stores a row, unless it is there already. */
  keep(row: PollState): Promise<void>
}

/** Keeps the row in a store that may be empty, spoilt, shared with other pollers, or broken altogether. */
export const stateKeeper = (
  store: Store,
  timer: Timer,
  clock: () => number,
  schedule?: Schedule,
): StateKeeper => {
  let known = ''
  let patience = PATIENCE

  // In an async function, so that what throws at once fails like what rejects.
  const tried = async (work: () => unknown): Promise<unknown> => {
    const done = await withTimeout(timer, patience, (async () => work())(), () => {
      patience = LITTLE
    })
    patience = PATIENCE
    return done
  }

  return {
    async recall(own) {
      const stored = await tried(() => store.read()).catch(() => null)
      const row = parseState(stored, schedule)
      // Empty where the row cannot be read: then it is replaced in any case.
      known = row ? JSON.stringify(row) : ''
      if (row) return row
      if (own) return own
      const isNew = stored === null || stored === undefined
      return isNew ? firstState(clock(), schedule) : poorState(clock(), schedule)
    },
    async keep(row) {
      const text = JSON.stringify(row)
      if (text === known) return
      known = text
      await tried(() => store.write(row)).catch(() => {
        // Goes on in memory, and tries again at the next change.
        known = ''
      })
    },
  }
}
