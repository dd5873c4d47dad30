import { bucketOf, charged, type Rate, rebased } from '../../shared/polling/bucket.ts'
import type { HookOutcome } from './source.ts'
import type { HookRow } from './stored.ts'

/** Hooks have a bucket of their own: six at once, one more a minute. The requests they cause are counted with all others. */
export const HOOK_RATE: Rate = { capacity: 6, price: 60_000 }

/** How long a notice is remembered, so that nobody can send it again. */
const REMEMBERED = 24 * 3_600_000
const MOST_REMEMBERED = 500

export const newHookRow = (now: number): HookRow => ({
  bucket: bucketOf(HOOK_RATE.capacity, now, HOOK_RATE),
  seen: [],
})

/**
 * Whether a notice may make us look. One that comes again costs nothing, so that it cannot hold up another; nor does one
 * that comes while a look is wanted already.
 */
export const admitHook = (
  row: HookRow,
  body: string,
  now: number,
  isWanted: boolean,
): { readonly row: HookRow; readonly outcome: HookOutcome['outcome'] } => {
  const seen = row.seen.filter(([, at]) => now - at < REMEMBERED)
  if (seen.some(([known]) => known === body)) return { row: { ...row, seen }, outcome: 'seen' }
  const remembered = [...seen, [body, now] as [string, number]].slice(-MOST_REMEMBERED)
  const bucket = isWanted ? row.bucket : charged(rebased(row.bucket, now), now, HOOK_RATE)
  return bucket === null
    ? { row: { ...row, seen: remembered }, outcome: 'later' }
    : { row: { bucket, seen: remembered }, outcome: 'looking' }
}
