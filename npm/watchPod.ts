import { checkOptions } from './watch/checkOptions.ts'
import type { SharedWatch } from './watch/sharedWatch.ts'
import { createSharedWatch } from './watch/sharedWatch.ts'
import { baseAddress, surroundings } from './watch/surroundings.ts'
import type { WatchListener, WatchOptions } from './watch/watchOptions.ts'

export type {
  Banner,
  Because,
  Certainty,
  Effect,
  Impact,
  Judgement as Verdict,
  Level,
  NextUpdate,
  Reason,
  Upcoming,
} from '../shared/model/verdict.ts'
export type { WatchListener, WatchOptions, WatchStorage } from './watch/watchOptions.ts'

/** Bundles may hold this module twice, and must not ask twice for it. A shape that changes gets another name. */
const SHARED = Symbol.for('podlight watch 1')

const sharedWatch = (): SharedWatch => {
  const place = globalThis as { [SHARED]?: SharedWatch }
  place[SHARED] ??= createSharedWatch(surroundings())
  return place[SHARED]
}

/**
 * Watches a pod, and tells a listener its verdict: at once what is known, then one after every answered check. What it
 * returns ends that. All who watch in a page or a program share one request at a time, and at most 120 an hour.
 *
 * @example
 * const stop = watchPod({ pod: 'prod2' }, ({ level, banner }) => console.log(level, banner))
 *
 * @throws TypeError where an option is wrong; Error where another feed is being watched.
 */
export const watchPod = (options: WatchOptions, listener: WatchListener): (() => void) => {
  const checked = checkOptions(options, baseAddress())
  if (typeof listener !== 'function') throw new TypeError('watchPod needs a function to tell verdicts to.')
  const { signal } = checked
  if (signal?.aborted) return () => undefined
  const stop = sharedWatch().add(checked, listener)
  signal?.addEventListener('abort', stop, { once: true })
  return () => {
    signal?.removeEventListener('abort', stop)
    stop()
  }
}
