import { type Moment, millis, momentsAfter, type Time } from './moments.ts'
import { ReplayError } from './recording.ts'

/** The recordings' own time: it stands still at speed 0, and runs `speed` times as fast as the given clock. */
export interface ReplayClock {
  time(): number
  setTime(time: Time): void
  speed(): number
  setSpeed(speed: number): void
  /** Goes to the next change of the page; returns what changes there, nothing at the end. */
  step(): readonly Moment[]
  /** What is still to come, soonest first. */
  coming(): readonly Moment[]
}

export interface ClockOptions {
  readonly at: number
  readonly speed: number
  /** The real clock in milliseconds: a test gives its own, so that no test waits. */
  readonly now: () => number
  readonly moments: readonly Moment[]
}

export function createClock({ at, speed: initial, now, moments }: ClockOptions): ReplayClock {
  let speed = checked(initial)
  let base = at
  let since = now()
  const time = (): number => base + (now() - since) * speed
  const settle = (moment: number): void => {
    base = moment
    since = now()
  }
  return {
    time,
    setTime: (moment) => settle(millis(moment)),
    speed: () => speed,
    setSpeed(next) {
      const valid = checked(next)
      settle(time())
      speed = valid
    },
    step() {
      const next = momentsAfter(moments, time())
      if (next[0] !== undefined) settle(next[0].at)
      return next
    },
    coming() {
      const from = time()
      return moments.filter((moment) => moment.at > from)
    },
  }
}

function checked(speed: number): number {
  if (!Number.isFinite(speed) || speed < 0 || speed > 1e6)
    throw new ReplayError('The speed must be a number from 0 (stands still) to 1000000.')
  return speed
}
