import { nuisancesOf } from '../nuisances/month.ts'
import { startVisitor, VISITOR } from '../people/visitor.ts'
import { chromium, firefox } from '../world/browsers.ts'
import { createRandom } from '../world/random.ts'
import { MINUTE } from '../world/time.ts'
import type { NewDetector } from './detector.ts'
import { someTime } from './notice.ts'
import { type Seeds, seedOf } from './seeds.ts'
import { watchedWorld } from './watch.ts'

/** How many of so many visitors are told something though the chat is well, with nuisances so many times as often. */
export const playVisitors = (
  create: NewDetector,
  seeds: Seeds,
  visitors: number,
  nuisances: number,
): number => {
  let told = 0
  for (let visitor = 0; visitor < visitors; visitor++) {
    const random = createRandom(seedOf(seeds, `visitor ${nuisances}`, visitor))
    const circumstances = { random, browser: random.is(0.5) ? chromium : firefox }
    const begins = someTime(random)
    let spoke = false
    const world = watchedWorld({
      ...circumstances,
      form: 'pairs',
      begins,
      // Only what is near, as a visit is short.
      troubles: nuisancesOf(nuisances, circumstances).filter(({ from }) => from < begins + 20 * MINUTE),
      create,
      firstAsked: 1,
      heard(sign) {
        if (sign !== null) spoke = true
      },
    })
    startVisitor(world, { attaches: random.is(VISITOR.attaches), patience: 15 * MINUTE })
    world.run(begins + 20 * MINUTE)
    if (spoke) told++
  }
  return told
}
