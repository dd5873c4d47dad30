import type { Line } from '../../../shared/evidence/line.ts'
import { API, type Endpoint } from './endpoints.ts'
import { ordinary } from './ordinary.ts'
import { createQueue } from './queue.ts'
import { HOUR, SECOND } from './time.ts'
import type { Asked, Circumstances, Fate, Trouble } from './trouble.ts'

/** A request from when it is wanted until it ended, or anything else that is due. */
interface Item extends Asked {
  endpoint: Endpoint
  at: number
  order: number
  began: number
  stage: 'act' | 'begin' | 'end'
  method: string
  path: string
  act: (() => void) | null
  ended: ((asked: Asked) => void) | null
}

/** How lines tell of requests: begin and end, as the extension sees them, or once they have ended. */
export type Form = 'pairs' | 'whole'

export interface World extends Circumstances {
  now(): number
  /** Does something later; what falls into the sleep of the computer is done after it. */
  at(time: number, act: () => void): void
  ask(endpoint: Endpoint, path: string, time: number, ended?: (asked: Asked) => void): void
  tell(line: Line): void
  /** Lets the troubles of now change what becomes of a request to the status page. */
  meetControl(fate: Fate): void
  /** What troubles there are now. */
  troubles(): readonly Trouble[]
  /** Plays until then, or until `stop`. */
  run(until: number): void
  stop(): void
  /** How many requests there were. */
  requests(): number
}

const PREFLIGHTS = 0.1
const NO_ENDPOINT: Endpoint = {
  host: '',
  method: '',
  path: () => '',
  type: 'xmlhttprequest',
  median: 0,
  does: 'read',
}

const itemOf = (at: number, stage: Item['stage']): Item => ({
  at,
  order: 0,
  began: 0,
  stage,
  endpoint: NO_ENDPOINT,
  method: '',
  path: '',
  status: 0,
  error: null,
  ms: 0,
  hangs: false,
  act: null,
  ended: null,
})

export interface Setting extends Circumstances {
  readonly form: Form
  readonly begins: number
  readonly troubles: readonly Trouble[]
  readonly emit: (line: Line) => void
}

export const createWorld = ({ random, browser, form, begins, troubles, emit }: Setting): World => {
  const queue = createQueue<Item>()
  const active: Trouble[] = []
  const circumstances: Circumstances = { random, browser }
  let now = begins
  let stopped = false
  let requests = 0
  let sleepsUntil = 0
  let lastCut = 0
  let cutBy = browser.changed
  // The vendor's servers are now a bit quicker and now a bit slower.
  let drift = 1

  const at = (time: number, act: () => void): void => {
    const item = itemOf(Math.max(time, now), 'act')
    item.act = act
    queue.put(item)
  }
  // Known beforehand and in their order, so that the queue holds only what is going on.
  const planned: { readonly at: number; readonly act: () => void }[] = []
  let next = 0
  const fall = (trouble: Trouble): void => {
    active.push(trouble)
    if (trouble.sleeps) {
      sleepsUntil = Math.max(sleepsUntil, trouble.until)
      lastCut = trouble.from
      cutBy = browser.suspended
    }
    if (trouble.cuts) {
      lastCut = now
      cutBy = browser.changed
    }
  }
  for (const trouble of troubles) {
    if (trouble.until <= begins) continue
    planned.push(
      { at: Math.max(trouble.from, begins), act: () => fall(trouble) },
      { at: trouble.until, act: () => active.splice(active.indexOf(trouble), 1) },
    )
    for (const event of trouble.events ?? [])
      if (event.at >= begins) planned.push({ at: event.at, act: () => emit(event) })
  }
  planned.sort((one, other) => one.at - other.at)

  const drifts = (): void => {
    drift = drift ** 0.8 * random.factor(0.1)
    at(now + HOUR / 2, drifts)
  }
  at(begins, drifts)

  const line = (item: Item, state: 'start' | 'end'): Line => ({
    at: now,
    host: item.endpoint.host,
    method: item.method,
    path: item.path,
    type: item.endpoint.type,
    status: state === 'start' ? 0 : item.status,
    error: state === 'start' ? null : item.error,
    ms: state === 'start' ? 0 : Math.round(item.ms),
    ...(form === 'pairs' ? { state } : {}),
  })
  const begin = (item: Item): void => {
    requests++
    item.began = now
    ordinary(item, drift, circumstances)
    for (const trouble of active) trouble.meets?.(item, circumstances)
    if (form === 'pairs') emit(line(item, 'start'))
    if (item.hangs) return
    item.stage = 'end'
    item.at = now + item.ms
    queue.put(item)
  }
  const end = (item: Item): void => {
    if (lastCut >= item.began && lastCut <= now) {
      item.status = 0
      item.error = cutBy
      item.ms = now - item.began
    }
    emit(line(item, 'end'))
    item.ended?.(item)
  }

  return {
    random,
    browser,
    now: () => now,
    at,
    ask(endpoint, path, time, ended) {
      const item = itemOf(Math.max(time, now), 'begin')
      item.endpoint = endpoint
      item.path = path
      item.method = endpoint.method
      item.ended = ended ?? null
      if (browser.showsPreflights && endpoint.host === API && random.is(PREFLIGHTS)) {
        const first = itemOf(item.at, 'begin')
        first.endpoint = endpoint
        first.path = path
        first.method = 'OPTIONS'
        queue.put(first)
      }
      queue.put(item)
    },
    tell: emit,
    meetControl(fate) {
      for (const trouble of active) trouble.meetsControl?.(fate, circumstances)
    },
    troubles: () => active,
    run(until) {
      stopped = false
      while (!stopped) {
        const plan = planned[next]
        const item = queue.take(plan !== undefined && plan.at < until ? plan.at : until)
        if (item === null) {
          if (plan === undefined || plan.at >= until) return
          next++
          now = plan.at
          plan.act()
        } else if (item.at < sleepsUntil) {
          // What was under way or wanted while the computer slept comes in a rush once it is awake.
          item.at = sleepsUntil + random.between(0, 2 * SECOND)
          queue.put(item)
        } else {
          now = item.at
          if (item.stage === 'begin') begin(item)
          else if (item.stage === 'end') end(item)
          else item.act?.()
        }
      }
    },
    stop: () => {
      stopped = true
    },
    requests: () => requests,
  }
}
