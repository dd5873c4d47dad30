import type { Store, Timer } from './ports.ts'
import { firstRow, parseRow, poorRow, type Row } from './row.ts'
import { within } from './within.ts'

/** A store that takes longer counts as broken: it must not keep the poller from asking. */
const PATIENCE = 2000

/** For a store that took longer last time: two of these are no delay that anybody sees. */
const LITTLE = 100

export interface Keeper {
  /** The stored row as it was written, however long ago; one's own where none can be read, or a new one. */
  recall(own: Row | null): Promise<Row>
  /** Stores a row, unless it is there already. */
  keep(row: Row): Promise<void>
}

/** Keeps the row in a store that may be empty, spoilt, shared with other pollers, or broken altogether. */
export const keeper = (store: Store, timer: Timer, clock: () => number): Keeper => {
  let known = ''
  let patience = PATIENCE

  // In an async function, so that what throws at once fails like what rejects.
  const tried = async (work: () => unknown): Promise<unknown> => {
    const done = await within(timer, patience, (async () => work())(), () => {
      patience = LITTLE
    })
    patience = PATIENCE
    return done
  }

  return {
    async recall(own) {
      const stored = await tried(() => store.read()).catch(() => null)
      const row = parseRow(stored)
      // Empty where the row cannot be read: then it is replaced in any case.
      known = row ? JSON.stringify(row) : ''
      if (row) return row
      return own ?? (stored === null || stored === undefined ? firstRow(clock()) : poorRow(clock()))
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
