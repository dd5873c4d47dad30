import { agentApp, type Endpoint } from '../world/endpoints.ts'
import { uuid } from '../world/random.ts'
import { MINUTE, SECOND } from '../world/time.ts'
import type { Asked } from '../world/trouble.ts'
import type { World } from '../world/world.ts'

/** What an agent does in the app, each with its share of all that is done and the requests that it makes on average. */
export const ACTS = {
  open: { share: 0.37, requests: 10.5 },
  skim: { share: 0.03, requests: 20 },
  search: { share: 0.2, requests: 3.5 },
  view: { share: 0.2, requests: 3 },
  save: { share: 0.19, requests: 2.5 },
  reload: { share: 0.01, requests: 13 },
} as const

/** What the app and the agent do about a failure. */
export const FAILURE = {
  /** The app asks again by itself, once. */
  asksAgain: 0.5,
  /** The agent loads the page anew, at most once a minute. */
  reloads: 0.02,
  /** A page that could not be loaded is tried again after so many seconds, and each time after half as many more. */
  tries: [15, 45],
  longest: 180,
} as const

export interface Acts {
  readonly requestsEach: number
  next(): void
  reload(): void
  ask(endpoint: Endpoint, path: string, time: number): void
  /** The conversation that is open. */
  conversation(): string
  /** Whether any tab shows the app; a page that could not be loaded asks nothing. */
  isAlive(): boolean
}

const OPENING = [
  agentApp.conversation,
  agentApp.messages,
  agentApp.customer,
  agentApp.timeline,
  agentApp.history,
  agentApp.notes,
] as const
const MORE = [
  agentApp.objects,
  agentApp.shortcuts,
  agentApp.workItems,
  agentApp.counts,
  agentApp.timeline,
  agentApp.messages,
  agentApp.objects,
  agentApp.view,
  agentApp.notes,
] as const

const SHARES = Object.entries(ACTS).map(([name, { share }]) => [name, share] as const)

/** What is looked at in passing is mostly given up. */
const SKIMMED = [
  agentApp.conversation,
  agentApp.messages,
  agentApp.customer,
  agentApp.timeline,
  agentApp.history,
].map((endpoint): Endpoint => ({ ...endpoint, does: 'skim' }))

export const createActs = (world: World, tabs: number): Acts => {
  const { random } = world
  const dead = new Array<boolean>(tabs).fill(false)
  let tab = 0
  let conversation = random.hex(24)
  let customer = random.hex(24)
  let item = uuid(random)
  const views = Array.from({ length: 5 }, () => random.hex(24)) as [string, ...string[]]
  let reloadedAt = 0

  const isFailure = ({ status, error }: Asked): boolean =>
    status >= 500 || (status === 0 && error !== world.browser.aborted && error !== world.browser.blocked)

  const ask = (endpoint: Endpoint, path: string, time: number): void => {
    const failed = (asked: Asked): void => {
      if (!isFailure(asked)) return
      const now = world.now()
      if (endpoint.does === 'read' && random.is(FAILURE.asksAgain))
        world.ask(endpoint, path, now + random.between(1, 3) * SECOND)
      if (now > reloadedAt + MINUTE && random.is(FAILURE.reloads)) {
        reloadedAt = now
        world.at(now + random.between(3, 20) * SECOND, reload)
      }
    }
    world.ask(endpoint, path, time, failed)
  }
  const send = (endpoint: Endpoint, after: number): void =>
    ask(endpoint, endpoint.path(conversation, customer, item), world.now() + after)

  const open = (): void => {
    conversation = random.hex(24)
    customer = random.hex(24)
    item = uuid(random)
    let after = 0
    for (const endpoint of OPENING) {
      after += random.between(0, 60)
      send(endpoint, after)
    }
    const more = random.whole(0, MORE.length)
    for (let i = 0; i < more; i++) {
      const endpoint = MORE[i]
      after += random.between(0, 200)
      if (endpoint) send(endpoint, after)
    }
  }
  /** Two conversations looked at in passing: what they ask is given up when the next is opened. */
  const skim = (): void => {
    for (let i = 0; i < 2; i++) {
      conversation = random.hex(24)
      for (const endpoint of SKIMMED)
        world.ask(endpoint, endpoint.path(conversation, customer, item), world.now() + i * 800)
    }
    world.at(world.now() + 1600, open)
  }
  /** Loads one tab anew, again and again until there is an answer. */
  const load = (mine: number, wait: number): void => {
    world.ask(agentApp.page, agentApp.page.path(conversation, '', ''), world.now(), (asked) => {
      dead[mine] = isFailure(asked)
      if (dead[mine]) {
        const next = Math.min(wait * 1.5, FAILURE.longest)
        world.at(world.now() + wait * random.between(0.7, 1.3) * SECOND, () => load(mine, next))
        return
      }
      send(agentApp.config, 100)
      send(agentApp.notifications, 200)
      send(agentApp.view, 300)
      world.at(world.now() + 300, open)
    })
  }
  function reload(): void {
    if (!dead[tab]) load(tab, random.between(FAILURE.tries[0], FAILURE.tries[1]))
  }
  const search = (): void => {
    const requests = random.whole(2, 5)
    for (let i = 0; i < requests; i++) send(agentApp.search, i * random.between(150, 400))
  }
  const view = (): void => {
    const requests = random.whole(2, 4)
    customer = random.pick(views)
    send(agentApp.view, 0)
    send(agentApp.counts, 50)
    for (let i = 2; i < requests; i++) send(i === 2 ? agentApp.workItems : agentApp.view, 80 * i)
  }
  const save = (): void => {
    send(agentApp.update, 0)
    if (random.is(0.75)) send(agentApp.conversation, 400)
    if (random.is(0.75)) send(agentApp.timeline, 500)
  }

  const does = { open, skim, search, view, save, reload }

  return {
    requestsEach: Object.values(ACTS).reduce((sum, { share, requests }) => sum + share * requests, 0),
    next() {
      tab = random.whole(0, tabs - 1)
      // Where one tab is dead the agent looks whether another works.
      if (dead[tab]) return
      let luck = random.next()
      for (const [name, share] of SHARES) {
        luck -= share
        if (luck >= 0) continue
        does[name as keyof typeof ACTS]()
        return
      }
    },
    reload,
    ask,
    conversation: () => conversation,
    isAlive: () => dead.includes(false),
  }
}
