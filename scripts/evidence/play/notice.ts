import type { Sign } from '../../../shared/evidence/sign.ts'
import type { Fault } from '../faults/fault.ts'
import { nuisancesOf } from '../nuisances/month.ts'
import { startAgent } from '../people/agent.ts'
import { startNewcomer } from '../people/newcomer.ts'
import { chromium, firefox } from '../world/browsers.ts'
import { createRandom, type Random } from '../world/random.ts'
import { DAYS, dayBegins, HOUR, MINUTE } from '../world/time.ts'
import type { Form, World } from '../world/world.ts'
import type { NewDetector } from './detector.ts'
import { type Seeds, seedOf } from './seeds.ts'
import { watchedWorld } from './watch.ts'

/** How long it took to notice a trouble, each time that it was played. */
export interface Noticed {
  /** Minutes from its onset, in order; Infinity where nothing was said in time. */
  readonly minutes: readonly number[]
  /** Of those noticed, in how many something else was said than what it was. */
  readonly otherwise: number
  /** Runs left out, as something was being said when it began. */
  readonly spokeBefore: number
}

/** Collects what is said in many runs. */
export const collect = (
  trials: number,
  play: (trial: number) => { minute: number; sign: Sign | null } | null,
  tells: readonly string[],
): Noticed => {
  const minutes: number[] = []
  let otherwise = 0
  let spokeBefore = 0
  for (let trial = 0; trial < trials; trial++) {
    const result = play(trial)
    if (result === null) {
      spokeBefore++
      continue
    }
    minutes.push(result.minute)
    if (result.sign !== null && !tells.includes(result.sign.kind)) otherwise++
  }
  return { minutes: minutes.sort((a, b) => a - b), otherwise, spokeBefore }
}

/** Enough for whoever learns how fast answers usually are. */
export const warmUp = (rate: number): number => Math.max(1.5, 1000 / rate) * HOUR

/** Some time of a working day, neither in its first hour nor about lunch. */
export const someTime = (random: Random): number =>
  dayBegins(random.whole(1, DAYS - 2)) +
  (random.is(0.5) ? random.between(1, 3.2) : random.between(4.3, 7)) * HOUR

export interface Trials {
  readonly rate: number
  readonly form: Form
  readonly trials: number
}

/** An agent at work, with the usual nuisances, whom a trouble befalls; null if something was being said just then. */
export const playAgent = (
  create: NewDetector,
  seed: number,
  {
    rate,
    form,
    harm,
    begins,
    patience,
    browser,
    signsIn,
    tells,
  }: Omit<Trials, 'trials'> &
    Pick<Fault, 'harm' | 'browser' | 'patience' | 'signsIn' | 'tells'> & { begins?: (onset: number) => void },
): { minute: number; sign: Sign | null } | null => {
  const random = createRandom(seed)
  const circumstances = { random, browser: browser ?? (random.is(0.5) ? chromium : firefox) }
  const onset = someTime(random)
  begins?.(onset)
  let said: Sign | null = null
  let world: World | null = null
  const noticed: { sign: Sign | null; at: number } = { sign: null, at: Number.POSITIVE_INFINITY }
  world = watchedWorld({
    ...circumstances,
    form,
    begins: signsIn ? onset - 1 : onset - warmUp(rate),
    troubles: [
      // Where nothing should be said, what is said is of the trouble: false alarms are counted by the month. And a
      // computer that sleeps notices nothing, so its time is not counted.
      ...nuisancesOf(tells.length === 0 ? 0 : 1, circumstances).filter(
        ({ sleeps, until }) => !sleeps || until < onset - MINUTE,
      ),
      { name: 'fault', from: onset, until: onset + patience * MINUTE, meets: harm },
    ],
    create,
    heard(sign) {
      said = sign
      if (sign === null || world === null || world.now() < onset) return
      noticed.sign = sign
      noticed.at = world.now()
      world.stop()
    },
  })
  if (signsIn) startNewcomer(world)
  else startAgent(world, { rate })
  world.run(onset)
  if (said !== null) return null
  world.run(onset + patience * MINUTE)
  return { minute: (noticed.at - onset) / MINUTE, sign: noticed.sign }
}

export const playFault = (create: NewDetector, seeds: Seeds, fault: Fault, trials: Trials): Noticed =>
  collect(
    trials.trials,
    (trial) =>
      playAgent(create, seedOf(seeds, `${fault.name} ${trials.rate} ${trials.form}`, trial), {
        ...trials,
        ...fault,
      }),
    fault.tells,
  )
