import { OLD, STALE } from './limits.ts'

export type Age = 'fresh' | 'old' | 'stale'

/** The clocks of two processes differ by some milliseconds, and network time nudges them. */
export const SLACK = 1000

/**
 * How far news of a time can be relied on. News from the future means that the clock was set back: its true
 * age cannot be known, so it is stale. Whoever finds news stale drops it for good, as the clock may yet be set.
 */
export const ageOf = (at: number | null, now: number): Age => {
  if (at === null) return 'stale'
  const age = now - at
  // Written so that a time that is no number is stale too.
  if (!(age >= -SLACK && age <= STALE)) return 'stale'
  return age > OLD ? 'old' : 'fresh'
}
