import { SECOND } from '../world/time.ts'
import type { Fate } from '../world/trouble.ts'
import type { World } from '../world/world.ts'

/** How Podlight asks the status page. */
export const CONTROL = {
  every: [60, 75],
  median: 120,
  spread: 0.4,
  /** By itself the page does not answer so often. */
  fails: 0.002,
  /** After failures: at most 30 s, then twice as long each time, up to five minutes. */
  backOff: [30, 300],
  bucket: { size: 10, refill: 33 },
  /** What is asked on suspicion is asked after so many seconds. */
  soon: [0.2, 1.5],
} as const

export interface StatusPage {
  /** Asks once more, as soon as the bucket allows. */
  askSoon(): void
  /** The browser says that it is online again. */
  online(): void
  asked(): number
}

/** Keeps asking the status page, at first within so many seconds. */
export const startStatusPage = (world: World, first: number): StatusPage => {
  const { random } = world
  const { bucket } = CONTROL
  let left: number = bucket.size
  let filledAt = world.now()
  let asked = 0
  let failures = 0
  let due = 0

  const ask = (): boolean => {
    left = Math.min(bucket.size, left + (world.now() - filledAt) / (bucket.refill * SECOND))
    filledAt = world.now()
    if (left < 1) return false
    left--
    asked++
    const fate: Fate = {
      status: random.is(CONTROL.fails) ? 0 : 200,
      error: null,
      ms: CONTROL.median * random.factor(CONTROL.spread),
      hangs: false,
    }
    world.meetControl(fate)
    // The extension gives up after a while.
    const ms = Math.min(fate.ms, 10 * SECOND)
    const ok = fate.status === 200 && ms === fate.ms
    world.at(world.now() + ms, () => {
      failures = ok ? 0 : failures + 1
      world.tell({ at: world.now(), control: true, ok, ms: Math.round(ms) })
    })
    return true
  }
  const plan = (seconds: number): void => {
    const mine = ++due
    world.at(world.now() + seconds * SECOND, () => {
      if (mine !== due) return
      ask()
      const [first, most] = CONTROL.backOff
      plan(
        failures > 0
          ? 5 + random.next() * Math.min(most, first * 2 ** (failures - 1))
          : random.between(CONTROL.every[0], CONTROL.every[1]),
      )
    })
  }
  plan(random.between(0, first))
  return {
    askSoon: () => world.at(world.now() + random.between(CONTROL.soon[0], CONTROL.soon[1]) * SECOND, ask),
    online: () => plan(random.between(0, 1)),
    asked: () => asked,
  }
}
