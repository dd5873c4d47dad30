/** Requests a full bucket holds. */
export const CAPACITY = 10

/** A request costs the time it takes to earn it, in milliseconds. */
export const PRICE = 33_000

const FULL = CAPACITY * PRICE

/**
 * No single look earns more than this. A step of the clock may be sleep, or somebody setting the clock, and
 * nobody can tell which. Ten requests and an hour's earnings are 119; a jump of any size adds 60 s, which is
 * less than two requests, so even the hour with a jump in it stays within 120. It costs nothing while all is
 * well: a request a minute still earns more than it spends.
 */
const MOST = 60_000

/** What may still be asked, kept as saved-up milliseconds so that no fraction is ever rounded up. */
export interface Bucket {
  readonly saved: number
  /** The clock when `saved` was last counted. */
  readonly at: number
}

/** A bucket that holds so many requests now. */
export const bucketOf = (requests: number, now: number): Bucket => ({ saved: requests * PRICE, at: now })

/** The bucket as it stands now. A clock that went back earns nothing. */
export const refilled = ({ saved, at }: Bucket, now: number): Bucket => ({
  saved: Math.min(FULL, saved + Math.min(MOST, Math.max(0, now - at))),
  at: now,
})

/** The bucket by a clock that may have been set back: it goes on from now, or it would earn nothing for hours. */
export const rebased = (bucket: Bucket, now: number): Bucket =>
  bucket.at > now ? { ...bucket, at: now } : bucket

/** The bucket after one request, or null where there is none left to send. */
export const charged = (bucket: Bucket, now: number): Bucket | null => {
  const { saved } = refilled(bucket, now)
  return saved < PRICE ? null : { saved: saved - PRICE, at: now }
}

/** When the next request may be sent: now, or at most 33 s from now. */
export const readyAt = (bucket: Bucket, now: number): number =>
  now + Math.max(0, PRICE - refilled(bucket, now).saved)

/** The emptier of two: whoever writes to the store cannot fill the bucket of a poller that is alive. */
export const emptier = (a: Bucket, b: Bucket, now: number): Bucket =>
  refilled(b, now).saved < refilled(a, now).saved ? b : a

/** Whether a stored number can be what a bucket saved. */
export const isSaved = (saved: unknown): saved is number =>
  Number.isSafeInteger(saved) && Number(saved) >= 0 && Number(saved) <= FULL
