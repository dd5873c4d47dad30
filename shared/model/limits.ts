// Times and sizes that more than one room goes by. Times are milliseconds.

export const MINUTE = 60_000
export const HOUR = 60 * MINUTE
export const DAY = 24 * HOUR

/** News older than this is shown with its age. */
export const OLD = 5 * MINUTE

/** News older than this is no news: the pod is `unknown`. */
export const STALE = 15 * MINUTE

/** A stream of a relay's events that says nothing for this long is dead: a beat comes every 15 s. */
export const SILENCE = 45_000

/** A request is given up after this long. */
export const TIMEOUT = 20_000

/** A summary document is some 100 kB: anything beyond this is a mistake or an attack. */
export const MAX_BODY = 4_000_000
