import type { Timer } from './ports.ts'

/** Waits for some work, but not for ever: after so long it calls `late` and fails. */
export const withTimeout = <T>(timer: Timer, limit: number, work: Promise<T>, late: () => void): Promise<T> =>
  new Promise((resolve, reject) => {
    const cancel = timer(limit, () => {
      late()
      reject(new Error('late'))
    })
    // A timer left behind would keep a worker awake.
    work.then(resolve, reject).then(cancel)
  })
