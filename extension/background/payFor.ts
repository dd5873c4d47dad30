import { charged, PRICE } from '../../shared/polling/bucket.ts'
import { parseState } from '../../shared/polling/pollState.ts'
import { VENDOR_FEEDS } from '../domain/vendorPages.ts'
import type { Store } from '../storage/store.ts'
import { VENDOR_PAGE } from '../storage/storedKeys.ts'
import { rowFor } from './pollerFor.ts'
import type { TaskQueue } from './ports.ts'

export type Payment = 'paid' | 'empty' | 'held'

/**
 * Takes a request from the bucket, which pays for every one: unless it is empty, or the server asked for silence. What can
 * wait is paid only where so many requests are left after it.
 */
export type PayFor = (address: string, left?: number) => Promise<Payment>

export const createPayFor =
  (clock: () => number, store: Store, enqueue: TaskQueue): PayFor =>
  (address, left = 0) =>
    enqueue(async () => {
      const { poll } = (await store.read()).values
      const now = clock()
      const row = parseState(rowFor(poll.feed, poll, now))
      const bucket = row === null ? null : charged(row.bucket, now)
      if (row === null || bucket === null || bucket.saved < left * PRICE) return 'empty'
      const isInUse = poll.feed === address || (poll.feed === VENDOR_PAGE && VENDOR_FEEDS.includes(address))
      if (isInUse && row.lastOutcome === 'held' && row.due > now) return 'held'
      await store.save({ poll: { ...poll, row: { ...row, bucket } } })
      return 'paid'
    })
