import { TIMEOUT } from '../../shared/model/limits.ts'
import type { Timer } from '../../shared/polling/ports.ts'
import { withTimeout } from '../../shared/polling/withTimeout.ts'

/** Does some work on the network, which is called off when it takes too long. */
export const inTime = async <T>(
  timer: Timer,
  work: (signal: AbortSignal) => Promise<T>,
): Promise<T | 'late' | 'failed'> => {
  const control = new AbortController()
  let isLate = false
  try {
    return await withTimeout(timer, TIMEOUT, work(control.signal), () => {
      isLate = true
      control.abort()
    })
  } catch {
    return isLate ? 'late' : 'failed'
  }
}
