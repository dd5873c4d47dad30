import { READ_WITHIN } from '../../relay/http/memory.ts'
import { type Event, type State, step } from '../../shared/polling/machine.ts'
import { firstState } from '../../shared/polling/pollState.ts'
import { RELAYS } from '../../shared/polling/waits.ts'
import { LOOP_STEP } from './browser.ts'
import type { Chance } from './chance.ts'
import { type Counts, groupsOf } from './counts.ts'
import { DAY, type Day, isIn, SECOND } from './day.ts'

/** How long the vendor takes to answer. */
const ANSWERS = 0.3 * SECOND

/**
 * Plays the relay's only poller for a day; gives the times of its requests at the vendor. `pressed`: in the hour of the
 * loop every call of a page reaches the poller as a call of its own `refresh`, which the relay has no way to do.
 */
export const playRelay = (day: Day, chance: Chance, isPressed = false): number[] => {
  const times: number[] = []
  const at = { now: DAY, random: 0, saving: false, hosts: 1, schedule: RELAYS }
  let state: State = { phase: 'resting', row: firstState(at.now, RELAYS) }
  const apply = (event: Event): State => {
    at.random = chance.next()
    state = step(state, event, at)
    return state
  }
  while (at.now < 2 * DAY) {
    const isUrged = isPressed && day.loop !== null && isIn(day.loop, at.now - DAY)
    if (apply({ type: isUrged ? 'refreshNow' : 'look' }).phase === 'asking') {
      times.push(at.now - DAY)
      at.now += ANSWERS
      const answer = day.answerAt(at.now - DAY)
      if (answer === 'fails') apply({ type: 'failed', limited: false, retryAfter: null })
      else apply({ type: 'news', affected: answer === 'affected' })
    }
    at.now = isUrged ? at.now + LOOP_STEP : Math.max(at.now + 1, state.row.due)
  }
  return times
}

/** An isolate of the relay keeps an answer this long before it asks the relay's object again. */
export const ISOLATE_ASKS = READ_WITHIN / 1000

/** Places of the engine that answer visitors, and how many requests a second one isolate takes before there is another. */
export const ISOLATES = { places: 30, each: 100 } as const

/**
 * Requests of all isolates to the object in a day. Each request meets an isolate by chance, and an isolate that is met in
 * a group of five seconds asks once.
 */
export const objectRequests = (counts: Counts): number =>
  groupsOf(counts, { from: 0, to: DAY }, ISOLATE_ASKS).reduce((sum, requests) => {
    const isolates = ISOLATES.places + Math.floor(requests / ISOLATE_ASKS / ISOLATES.each)
    return sum + isolates * (1 - (1 - 1 / isolates) ** requests)
  }, 0)
