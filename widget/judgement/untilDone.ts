import { WELL } from '../../shared/polling/waits.ts'

/** Runs something once; where that fails, again when it is wanted a minute later. Never fails itself. */
export const untilDone = (run: () => Promise<void>): (() => Promise<void>) => {
  let running: Promise<void> | 0
  return () =>
    (running ||= run().catch(() => {
      setTimeout(() => {
        running = 0
      }, WELL)
    }))
}
