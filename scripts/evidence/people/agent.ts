import { agentApp, type Endpoint, elsewhere } from '../world/endpoints.ts'
import { uuid } from '../world/random.ts'
import { DAYS, dayBegins, HOUR, intoDay, MINUTE, SECOND, WORKDAY } from '../world/time.ts'
import type { Asked } from '../world/trouble.ts'
import type { World } from '../world/world.ts'
import { createActs } from './acts.ts'

/** How an agent works, in numbers. */
export const AGENT = {
  /** Of all requests, those that the app makes by itself while it is open. */
  byItself: 0.35,
  lunch: { from: 3.5 * HOUR, until: 4.25 * HOUR, activity: 0.05 },
  /** Each half hour is this much busier or calmer than the mean. */
  halfHours: [0.6, 1.4],
  /** Times between two things that the agent does spread by this much, and now and then there is a pause to think. */
  spread: 1,
  pauses: { share: 0.12, times: 5 },
  /** Replies sent in an hour, by requests an hour; and files. */
  sends: (rate: number) => 3 + rate * 0.0105,
  attachments: (rate: number) => (rate < 600 ? 2 : rate < 1500 ? 3 : 4),
  /** Whoever is refused tries again so many times at most, with this probability each time. */
  tries: { most: 3, again: 0.75 },
  /** A panel of another region's data, in requests an hour. */
  elsewhere: 6,
  /** How often an hour the sign-in is renewed. */
  renewals: 1.2,
} as const

const BY_ITSELF: readonly (readonly [Endpoint, number])[] = [
  [agentApp.presence, 0.3],
  [agentApp.notifications, 0.25],
  [agentApp.counts, 0.2],
  [agentApp.workItems, 0.15],
  [agentApp.draft, 0.08],
  [agentApp.config, 0.02],
]

export interface Agent {
  /** Requests in an hour of work, lunch included. */
  readonly rate: number
}

/** Lets an agent work in this world from now on. */
export const startAgent = (world: World, { rate }: Agent): void => {
  const { random } = world
  const tabs = rate < 500 ? 1 : rate < 1500 ? 2 : 3
  const acts = createActs(world, tabs)
  const holds = random.is(0.5)
  const own = random.hex(24)
  const view = uuid(random)

  let halfHour = -1
  let busyness = 1
  const { lunch, halfHours, pauses, spread } = AGENT
  const atLunch = (): boolean => {
    const into = intoDay(world.now())
    return into >= lunch.from && into < lunch.until
  }
  const activity = (): number => {
    const now = Math.floor(world.now() / (HOUR / 2))
    if (now !== halfHour) {
      halfHour = now
      busyness = random.between(halfHours[0], halfHours[1])
    }
    return atLunch() ? lunch.activity : busyness
  }
  // What is lost at lunch is made up in the rest of the day.
  const lunchTime = lunch.until - lunch.from
  const worked = (WORKDAY - lunchTime * (1 - lunch.activity)) / WORKDAY

  // One tab holds the connection for all of them.
  const held = holds ? 85 : 0
  const fromHands = AGENT.sends(rate) + AGENT.attachments(rate) + AGENT.elsewhere
  const free = Math.max(rate - held - fromHands, rate / 3)
  const byItselfEvery = HOUR / (free * AGENT.byItself)
  const actEvery =
    (acts.requestsEach * HOUR * worked) /
    (free * (1 - AGENT.byItself)) /
    (1 - pauses.share + pauses.share * pauses.times)
  const mean = Math.exp((spread * spread) / 2)

  const byItself = (): void => {
    let luck = random.next()
    for (const [endpoint, share] of BY_ITSELF) {
      luck -= share
      if (luck >= 0) continue
      if (acts.isAlive()) acts.ask(endpoint, endpoint.path(own, own, view), world.now())
      break
    }
    world.at(world.now() + byItselfEvery * random.between(0.6, 1.4), byItself)
  }
  const works = (): void => {
    acts.next()
    const pause = random.is(pauses.share) ? pauses.times : 1
    world.at(world.now() + (actEvery * pause * (random.factor(spread) / mean)) / activity(), works)
  }
  const hold = (): void => {
    const { path } = agentApp.events
    world.ask(agentApp.events, path('', '', ''), world.now(), (asked: Asked) =>
      world.at(world.now() + (asked.status === 200 ? 200 : random.between(3, 20) * SECOND), hold),
    )
  }

  const tries = (endpoint: Endpoint, left: number): void => {
    world.ask(endpoint, endpoint.path(acts.conversation(), own, view), world.now(), (asked: Asked) => {
      const failed = asked.status === 0 || asked.status >= 400
      if (failed && left > 0 && random.is(AGENT.tries.again))
        world.at(world.now() + random.between(5, 40) * SECOND, () => tries(endpoint, left - 1))
    })
  }
  const byChance = (perHour: number, act: () => void): void => {
    // By chance alone, but not at lunch.
    const wait = (): number => (-HOUR / perHour) * worked * Math.log(1 - random.next())
    const again = (): void => {
      if (!atLunch()) act()
      world.at(world.now() + wait(), again)
    }
    world.at(world.now() + wait(), again)
  }

  const start = (act: () => void): void => world.at(world.now() + random.between(0, 20) * SECOND, act)
  acts.reload()
  start(byItself)
  start(works)
  if (holds) start(hold)
  byChance(AGENT.sends(rate), () => tries(agentApp.send, AGENT.tries.most))
  byChance(AGENT.attachments(rate), () => tries(agentApp.attach, AGENT.tries.most))
  byChance(AGENT.elsewhere, () =>
    world.ask(elsewhere, elsewhere.path(acts.conversation(), '', ''), world.now()),
  )
  byChance(AGENT.renewals, () => tries(agentApp.token, AGENT.tries.most))
  // In the morning every tab is loaded anew.
  for (let day = 1; day < DAYS; day++)
    if (dayBegins(day) >= world.now()) world.at(dayBegins(day) + MINUTE / 6, acts.reload)
}
