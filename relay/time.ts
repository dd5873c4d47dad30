import type { Timer } from '../shared/polling/ports.ts'

/** The clock and timers of a relay. For playing recordings they can differ from the machine's. */
export interface Time {
  /** Whole milliseconds since 1970. */
  readonly clock: () => number
  readonly timer: Timer
  /** What a time is on the machine's own clock, for alarms. */
  readonly onMachine: (at: number) => number
}

/** A time that runs faster than the machine's, or elsewhere: a minute of it takes `60 s / speed`. */
export const playedTime = (at: number, since: number, speed: number): Time => ({
  clock: () => Math.round(at + (Date.now() - since) * speed),
  timer: (wait, run) => {
    const timer = setTimeout(run, wait / speed)
    return () => clearTimeout(timer)
  },
  onMachine: (moment) => Math.ceil(since + (moment - at) / speed),
})

export const machineTime: Time = playedTime(0, 0, 1)

/** Waits for so many milliseconds of that time. */
export const pause = ({ timer }: Time, wait: number): Promise<void> =>
  new Promise((resolve) => {
    timer(wait, resolve)
  })
