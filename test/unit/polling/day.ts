import { ageOf } from '../../../shared/model/age.ts'
import { STALE } from '../../../shared/model/limits.ts'
import { wholeBody } from '../../../shared/polling/body.ts'
import { PRICE } from '../../../shared/polling/bucket.ts'
import { createPoller, type Poller } from '../../../shared/polling/poller.ts'
import type { Outcome, PollPorts } from '../../../shared/polling/ports.ts'
import { BROWSERS, furthestOf } from '../../../shared/polling/waits.ts'
import { type Doc, type Fault, feed, type Log, newLog, parse } from './feed.ts'
import { chance, HOUR, MINUTE, SECOND, world } from './world.ts'

const FURTHEST = furthestOf(BROWSERS)

/** What happens on a day. Faults come in spells with calm between them; the rest comes at random. */
export interface Plan {
  readonly seed: number
  readonly faults?: readonly Fault[]
  readonly clock?: readonly ('forwards' | 'back')[]
  readonly store?: 'throws' | 'spoilt' | 'forgets' | 'hangs'
  readonly sleeps?: boolean
  readonly deaths?: boolean
  /** The network is reported as back every few seconds of a spell. */
  readonly flaps?: boolean
  readonly hosts?: 1 | 2
  readonly hours?: number
}

export interface Day {
  readonly log: Log
  /** How long news older than 15 minutes was still shown as valid, at worst. */
  readonly staleGreen: number
  /** How long after its time the pod was known again, for each spell that ended. */
  readonly late: readonly number[]
  readonly reasons: ReadonlySet<string>
  readonly news: number
  readonly writes: number
  readonly deaths: number
  /** The longest time, in calm, without fresh news. */
  readonly longestGap: number
}

export type Ports = PollPorts<Doc, AbortSignal>
export type Looker = Pick<Poller, 'look' | 'wake' | 'due' | 'stop'>

const ALARM = MINUTE

/** What is owed after the clock was set or a poller died: the next look, a whole wait, and a bucket that was lost. */
const OWED = 75 * SECOND + FURTHEST + PRICE

/** Plays a day with pollers that `make` makes: the real one, or one that shows the harm. */
export const playDay = async (
  plan: Plan,
  make: (ports: Ports) => Looker = createPoller,
  isValid = (newsAt: number, now: number) => ageOf(newsAt, now) !== 'stale',
): Promise<Day> => {
  const at = world()
  const random = chance(plan.seed)
  const between = (low: number, high: number) => low + random() * (high - low)
  const until = (plan.hours ?? 24) * HOUR
  const log = newLog()
  const reasons = new Set<string>()
  const late: number[] = []
  let troubled = false
  let shown: { readonly at: number; readonly made: number } | null = null
  let stored: unknown = null
  let [staleGreen, news, writes, deaths, longestGap, hit] = [0, 0, 0, 0, 0, false]
  let calmSince = 0
  let unwatched = 0
  let newest = 0
  let recovery: { readonly from: number; by: number } | null = null
  let life: { alive: boolean; poller: Looker; readonly controls: AbortController[] }

  const faultNow = (): Fault | null => {
    const faults = plan.faults ?? []
    return (troubled && faults[Math.floor(random() * faults.length)]) || null
  }

  const born = () => {
    const mine = { alive: true, poller: undefined as unknown as Looker, controls: [] as AbortController[] }
    const later = (wait: number, run: () => void) => at.after(wait, () => mine.alive && run(), true)
    // A store answers after some milliseconds, if its reader still lives by then.
    const stores = <T>(work: () => T) =>
      new Promise<T>((resolve, reject) => {
        if (plan.store === 'throws' && troubled) throw new Error('store')
        if (plan.store === 'hangs' && troubled) return
        if (plan.deaths && random() < 0.01) at.after(0, die)
        later(2, () => {
          try {
            resolve(work())
          } catch (error) {
            reject(error)
          }
          if (plan.deaths && random() < 0.01) die()
        })
      })
    const onChange = (outcome: Outcome<Doc>) => {
      if (!mine.alive) return
      if (!outcome.ok) {
        reasons.add(outcome.reason)
        if (outcome.reason === 'stale' || outcome.reason === 'never-asked') shown = null
        return
      }
      news += 1
      newest = outcome.news.made
      shown = { at: outcome.at, made: outcome.news.made }
      if (!recovery || outcome.news.made < recovery.from) return
      late.push(at.now() - recovery.by)
      recovery = null
    }
    const weather = { fault: faultNow, hit: () => hit }
    life = mine
    mine.poller = make({
      fetch: feed(at, log, weather, random, () => mine.alive),
      timer: later,
      clock: at.clock,
      random,
      abort: () => {
        const control = new AbortController()
        mine.controls.push(control)
        return control
      },
      readBody: wholeBody,
      parse,
      isAffected: (doc) => doc.hit,
      hosts: plan.hosts === 1 ? ['https://a.test/'] : ['https://a.test/', 'https://b.test/'],
      store: {
        read: () => stores(() => (plan.store === 'forgets' && troubled ? null : stored)),
        write: (row) =>
          stores(() => {
            writes += 1
            stored = plan.store === 'spoilt' && troubled ? '{"bucket":{"saved":1e99' : JSON.stringify(row)
          }),
      },
      onChange,
    })
    void mine.poller.look()
  }

  const die = () => {
    if (!life.alive) return
    unwatched = at.now() + ALARM
    life.alive = false
    deaths += 1
    for (const control of life.controls) control.abort()
    at.after(ALARM, born)
    // What was being waited for died too: only the alarm, and then a whole wait, can be counted on.
    disturbed(ALARM)
  }

  const disturbed = (extra = 0) => {
    calmSince = at.now() + OWED + extra
    if (recovery) recovery.by = at.now() + OWED + extra + SECOND
  }

  /** What the back-off owes once the feed is back: a request that hangs is given up first. */
  const expectRecovery = (from: number) => {
    if (troubled) return
    if (log.inFlight > 0 || !life.alive) return void at.after(SECOND / 4, () => expectRecovery(from))
    if (shown && shown.made >= from) return
    const wait = Math.max(0, life.poller.due() - at.clock())
    recovery = { from, by: at.now() + (plan.clock || plan.deaths ? OWED : wait) + SECOND }
  }

  const spells = () => {
    troubled = true
    at.after(between(40 * SECOND, 50 * MINUTE), () => {
      troubled = false
      calmSince = Math.max(calmSince, at.now() + FURTHEST + MINUTE)
      expectRecovery(at.now())
      at.after(between(12 * MINUTE, 25 * MINUTE), spells)
    })
  }
  const often = (low: number, high: number, run: () => void) => {
    at.after(between(low, high), () => {
      run()
      often(low, high, run)
    })
  }

  if (plan.faults || plan.store) at.after(10 * MINUTE, spells)
  if (plan.deaths) often(20 * SECOND, 8 * MINUTE, die)
  if (plan.flaps) often(3 * SECOND, 9 * SECOND, () => troubled && life.alive && void life.poller.wake())
  for (const way of plan.clock ?? []) {
    // Not more than one an hour goes forwards, see MOST in the bucket.
    often(61 * MINUTE, 150 * MINUTE, () => {
      const set = () => {
        // A clock set back that nobody saw, before or after a sleep or a death, deceives everybody.
        if (at.now() < unwatched + 2 * MINUTE) return void at.after(10 * SECOND, set)
        at.shift((way === 'back' ? -1 : 1) * Math.round(between(2 * MINUTE, 6 * HOUR)))
        unwatched = at.now()
        disturbed()
      }
      set()
    })
  }
  if (plan.sleeps) {
    often(80 * MINUTE, 200 * MINUTE, () => {
      const sleep = () => {
        if (at.now() < unwatched + 2 * MINUTE) return void at.after(10 * SECOND, sleep)
        at.sleep(between(10 * MINUTE, 3 * HOUR), random() < 0.5)
        unwatched = at.now()
        disturbed()
      }
      sleep()
    })
  }
  often(20 * MINUTE, 90 * MINUTE, () => {
    hit = !hit
  })
  const redraw = () => {
    at.after(ALARM, redraw, true)
    if (life.alive && shown && !isValid(shown.at, at.clock())) shown = null
  }
  at.after(ALARM, redraw, true)
  const sample = () => void at.after(15 * SECOND, sample)
  sample()
  born()

  await at.play(until, () => {
    const age = shown ? at.now() - shown.made : 0
    if (shown && isValid(shown.at, at.clock())) staleGreen = Math.max(staleGreen, age - STALE)
    if (recovery && at.now() > recovery.by + HOUR) {
      late.push(HOUR)
      recovery = null
    }
    if (!troubled && at.now() > calmSince) longestGap = Math.max(longestGap, at.now() - newest)
  })
  return { log, staleGreen, late, reasons, news, writes, deaths, longestGap }
}
