import { BEAT } from '../../shared/polling/waits.ts'

/** Rings once, just after the soonest of the times it was set to since it was last switched off. */
export const createAlarm = (ring: () => void) => {
  let timer = 0
  let soonest = Infinity

  const off = (): void => {
    clearTimeout(timer)
    soonest = Infinity
  }
  return {
    off,
    /** Times that are past have been seen to already. */
    wakeAt: (time: number): void => {
      const wait = time - Date.now()
      if (!(wait >= 0) || time >= soonest) return
      off()
      soonest = time
      timer = setTimeout(ring, Math.min(BEAT, wait + 1))
    },
  }
}
export type WakeAt = ReturnType<typeof createAlarm>['wakeAt']
