import { bucketOf, CAPACITY } from '../../shared/polling/bucket.ts'
import { type Event, type State, step } from '../../shared/polling/machine.ts'
import { firstState, mended, type PollState } from '../../shared/polling/pollState.ts'
import { BROWSERS } from '../../shared/polling/waits.ts'
import type { Chance } from './chance.ts'
import { DAY, type Day, isIn, SECOND } from './day.ts'
import type { Sight, Visit } from './visit.ts'

/** How often a page in a loop calls `refresh`. */
export const LOOP_STEP = 10

/** The machine wants times of a clock; midnight is so much on it. */
const MIDNIGHT = DAY

/** How long an answer takes, and by how much it may take longer. */
const ANSWERS = 0.2 * SECOND

const WELL: Event = { type: 'news', affected: false }
const AFFECTED: Event = { type: 'news', affected: true }
const FAILED: Event = { type: 'failed', limited: false, retryAfter: null }

/** A browser that never was on the site. Its bucket is full, as in the tag; others begin with one request. */
export const newcomer = (now: number): PollState => ({ ...firstState(now), bucket: bucketOf(CAPACITY, now) })

/** The time on the loop's grid at which a call can ask again: calls before it change nothing, so they are left out. */
export const nextCall = (now: number, due: number): number =>
  now + LOOP_STEP * Math.max(1, Math.ceil((due - now) / LOOP_STEP))

/**
 * Plays visits on a day with the schedule's own machine, and tells the time of each request. A visitor's pages share one
 * row, as they do in the browser's storage.
 */
export const createBrowsers = (day: Day, chance: Chance, asked: (time: number) => void) => {
  const at = { now: 0, random: 0, saving: false, hosts: 1, schedule: BROWSERS }
  let state: State = { phase: 'resting', row: newcomer(0) }
  /** The page that is open was opened while pages had the mistake. */
  let isLooping = false

  const apply = (event: Event): void => {
    at.random = chance.next()
    state = step(state, event, at)
  }

  /** Sends what is to be sent, and waits for the answer. */
  const settle = (): void => {
    while (state.phase === 'asking') {
      asked(at.now - MIDNIGHT)
      at.now += Math.ceil(ANSWERS * (1 + chance.next()))
      const answer = day.answerAt((at.now - MIDNIGHT) % DAY)
      apply(answer === 'fails' ? FAILED : answer === 'affected' ? AFFECTED : WELL)
    }
  }

  /** When something happens next: a call of the loop, or the time that the schedule set. */
  const nextTime = (wasRefused: boolean): number => {
    if (!isLooping) return state.row.due
    return wasRefused ? nextCall(at.now, state.row.due) : at.now + LOOP_STEP
  }

  const watch = ({ begins, from, to }: Sight, loops: boolean): void => {
    at.now = Math.max(at.now, MIDNIGHT + from)
    const end = MIDNIGHT + to
    if (begins === 'opened') {
      isLooping = loops && day.loop !== null && isIn(day.loop, from % DAY)
      // A new poller takes up what the last one kept.
      state = { phase: 'resting', row: mended(state.row, at.now) }
      apply({ type: 'look' })
    } else {
      apply({ type: 'enter' })
      apply({ type: 'wake' })
    }
    settle()
    let wasRefused = false
    for (;;) {
      const next = Math.max(nextTime(wasRefused), at.now + 1)
      if (next >= end) break
      at.now = next
      apply({ type: isLooping ? 'refreshNow' : 'look' })
      wasRefused = state.phase === 'resting'
      settle()
    }
    apply({ type: 'leave' })
  }

  return {
    play({ sights, isSaving, loops }: Visit): void {
      at.now = MIDNIGHT + (sights[0]?.from ?? 0)
      at.saving = isSaving
      state = { phase: 'resting', row: newcomer(at.now) }
      for (const sight of sights) watch(sight, loops)
    },
  }
}
