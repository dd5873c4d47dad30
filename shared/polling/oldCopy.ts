import { STALE } from '../model/limits.ts'

// A host that lags behind, or a cache in between, may serve a copy from before the trouble. Taken for news it would say
// "back to normal", and "trouble" again with the next answer.

/** When the newest document seen was published by the page's own word, and when it was last seen. */
export interface Newest {
  readonly published: number
  readonly at: number
}

/** Whether a document is older than one seen lately. One that bears no time is none. */
export const isOldCopy = (published: number, newest: Newest, now: number): boolean =>
  published < newest.published && now - newest.at < STALE

/** The time that later documents are held against. One ahead of the clock proves nothing, and makes nothing old. */
export const newestOf = (published: number, before: number, now: number): number =>
  published <= now ? published : before
