/** Requests a full bucket holds. */
export const CAPACITY = 10

/** A request costs the time it takes to earn it, in milliseconds. */
export const PRICE = 33_000

/** How much a bucket holds, and how fast it fills. */
export interface Rate {
  readonly capacity: number
  readonly price: number
}

/** A browser's bucket: never above 120 requests an hour. */
export const BROWSER_RATE: Rate = { capacity: CAPACITY, price: PRICE }

const fullOf = ({ capacity, price }: Rate): number => capacity * price

/**
 * No single look earns more than this. A step of the clock may be sleep, or somebody setting the clock, and
 * nobody can tell which. Ten requests and an hour's earnings are 119; a jump of any size adds 60 s, which is
 * less than two requests, so even the hour with a jump in it stays within 120. It costs nothing while all is
 * well: a request a minute still earns more than it spends. A relay's numbers are in waits.ts.
 */
const MOST = 60_000

/** What may still be asked, kept as saved-up milliseconds so that no fraction is ever rounded up. */
export interface Bucket {
  readonly saved: number
  /** The clock when `saved` was last counted. */
  readonly at: number
}

/** A bucket that holds so many requests now. */
export const bucketOf = (requests: number, now: number, { price } = BROWSER_RATE): Bucket => ({
  saved: requests * price,
  at: now,
})

/** The bucket as it stands now. A clock that went back earns nothing. */
export const refilled = ({ saved, at }: Bucket, now: number, rate = BROWSER_RATE): Bucket => ({
  saved: Math.min(fullOf(rate), saved + Math.min(MOST, Math.max(0, now - at))),
  at: now,
})

/** The bucket by a clock that may have been set back: it goes on from now, or it would earn nothing for hours. */
export const rebased = (bucket: Bucket, now: number): Bucket =>
  bucket.at > now ? { ...bucket, at: now } : bucket

/** The bucket after one request, or null where there is none left to send. */
export const charged = (bucket: Bucket, now: number, rate = BROWSER_RATE): Bucket | null => {
  const { saved } = refilled(bucket, now, rate)
  return saved < rate.price ? null : { saved: saved - rate.price, at: now }
}

/** When the next request may be sent: now, or at most the time from now that earns one. */
export const readyAt = (bucket: Bucket, now: number, rate = BROWSER_RATE): number =>
  now + Math.max(0, rate.price - refilled(bucket, now, rate).saved)

/** The emptier of two: whoever writes to the store cannot fill the bucket of a poller that is alive. */
export const emptier = (a: Bucket, b: Bucket, now: number, rate = BROWSER_RATE): Bucket =>
  refilled(b, now, rate).saved < refilled(a, now, rate).saved ? b : a

/** Whether a stored number can be what a bucket saved. */
export const isSaved = (saved: unknown, rate = BROWSER_RATE): saved is number =>
  Number.isSafeInteger(saved) && Number(saved) >= 0 && Number(saved) <= fullOf(rate)
