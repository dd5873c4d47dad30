import { nightsOf, nuisancesOf } from '../nuisances/month.ts'
import { startAgent } from '../people/agent.ts'
import { chromium, firefox } from '../world/browsers.ts'
import { createRandom } from '../world/random.ts'
import { BEGINS, DAYS, dayEnds, MINUTE } from '../world/time.ts'
import type { Form } from '../world/world.ts'
import type { NewDetector } from './detector.ts'
import { type Seeds, seedOf } from './seeds.ts'
import { watchedWorld } from './watch.ts'

/** Months of an agent's work in which nothing is wrong that should be told. */
export interface Months {
  readonly rate: number
  /** How many times as many nuisances as assumed. */
  readonly nuisances: number
  readonly form: Form
  readonly months: number
}

export interface Alarms {
  readonly months: number
  /** How often something was said. */
  readonly alarms: number
  readonly requests: number
  /** What was said, during or soon after which nuisance, and how often. */
  readonly causes: ReadonlyMap<string, number>
}

const SOON = 10 * MINUTE

export const playMonths = (
  create: NewDetector,
  seeds: Seeds,
  { rate, nuisances, form, months }: Months,
): Alarms => {
  const causes = new Map<string, number>()
  let alarms = 0
  let requests = 0
  for (let month = 0; month < months; month++) {
    const random = createRandom(seedOf(seeds, `month ${rate} ${nuisances} ${form}`, month))
    const circumstances = { random, browser: random.is(0.5) ? chromium : firefox }
    const troubles = [...nightsOf(circumstances), ...nuisancesOf(nuisances, circumstances)]
    let spoke = false
    const world = watchedWorld({
      ...circumstances,
      form,
      begins: BEGINS,
      troubles,
      create,
      heard(sign) {
        if (sign !== null && !spoke) {
          alarms++
          const now = world.now()
          const names = new Set(
            troubles.filter(({ from, until }) => from <= now && until >= now - SOON).map(({ name }) => name),
          )
          const cause = `${sign.kind} ${sign.what}: ${[...names].sort().join(', ') || 'no nuisance'}`
          causes.set(cause, (causes.get(cause) ?? 0) + 1)
        }
        spoke = sign !== null
      },
    })
    startAgent(world, { rate })
    world.run(dayEnds(DAYS - 1))
    requests += world.requests()
  }
  return { months, alarms, requests, causes }
}
