import { STALE } from '../model/limits.ts'
import { askOnce } from './ask.ts'
import { hostAt, telling } from './hosts.ts'
import { type Event, type State, step } from './machine.ts'
import { firstState, merged } from './pollState.ts'
import type { Outcome, PollPorts } from './ports.ts'
import { stateKeeper } from './stateKeeper.ts'
import { BEAT } from './waits.ts'

/** What a poller can be called for. */
type Call = 'look' | 'wake' | 'refreshNow'

/** Before looking again where something is due and could not be asked, as while another holds the lock. */
const BREATH = 1000

export interface Poller {
  /** To be called at the start and by every alarm: asks if it is time. */
  look(): Promise<void>
  /** To be called when the browser comes online or wakes: asks at once if the news is old or the last try failed. */
  wake(): Promise<void>
  /** To be called when somebody wants the news now: asks as soon as the bucket and the server allow. */
  refreshNow(): Promise<void>
  /** News came without a request, by a relay's events: the wait begins anew. A request under way goes on. */
  heard(affected: boolean): Promise<void>
  /** The page is hidden: nothing is asked until `enter`. */
  leave(): void
  /** The page is back. */
  enter(): Promise<void>
  /** When the next request is due, for an alarm that outlives the timer. */
  due(): number
  /** Ends it for good. */
  stop(): void
}

/**
 * A poller. It does nothing before its first `look`, never has two requests in flight, and may die at any
 * moment: another one made with the same store goes on where it was.
 */
export const createPoller = <A, Signal>(ports: PollPorts<A, Signal>): Poller => {
  const { clock, hosts, schedule, timer } = ports
  const { recall, keep } = stateKeeper(ports.store, timer, clock, schedule)
  let state: State = { phase: 'resting', row: firstState(clock(), schedule) }
  let begun = false
  let stopped = false
  let busy: Promise<void> | null = null
  let pending: 'wake' | 'refreshNow' | null = null
  let hasAsked = false
  let newsOf: number | null = null
  let seen = 0
  let cancelLook = (): void => undefined
  let cancelStale = (): void => undefined
  let cancelAsk = (): void => undefined

  const asking = {
    ...ports,
    abort: () => {
      const control = ports.abort()
      cancelAsk = () => control.abort()
      return control
    },
  }

  const apply = (event: Event): void => {
    const saving = ports.isSaving?.() ?? false
    state = step(state, event, {
      now: clock(),
      random: ports.random(),
      saving,
      hosts: hosts.length,
      schedule,
    })
  }

  const tell = (outcome: Outcome<A>): void => {
    try {
      if (!stopped) ports.onChange(outcome)
    } catch {
      // What a listener does is its own affair; the next request must still be sent.
    }
  }

  const tellNone = (reason: 'stale' | 'never-asked'): void =>
    tell({ ok: false, reason, detail: '', at: clock() })

  /** Takes up what the store knows, by the clock as it is now. */
  const recollect = async (): Promise<void> => {
    const own = begun ? state.row : null
    const stored = await recall(own)
    const now = clock()
    const row = merged(own ?? stored, stored, now, seen, schedule)
    seen = now
    // The clock was set back behind the news, or the row was lost: how old kept news is, nobody will ever know.
    if (row.asked === null && own?.asked !== null)
      tellNone((own ?? stored).asked === null ? 'never-asked' : 'stale')
    state = { ...state, row }
    begun = true
  }

  /** Asks host after host until there is news or the machine gives up. */
  const round = async (): Promise<Outcome<A> | null> => {
    let outcome: Extract<Outcome<A>, { ok: false }> | null = null
    while (state.phase === 'asking') {
      hasAsked = true
      // Before the request: a death right after it must not forget that it was asked.
      await keep(state.row)
      if (stopped) break
      const host = hostAt(hosts, state.row.host)
      const answer = await askOnce(asking, host)
      if (answer.ok) {
        apply({ type: 'news', affected: answer.affected })
        const { news, at, sent } = answer
        return { ok: true, news, at, host, sent }
      }
      apply({ type: 'failed', limited: answer.reason === 'rate-limited', retryAfter: answer.wait })
      const reason = telling(outcome?.reason, answer.reason)
      outcome = { ok: false, reason, detail: answer.detail, at: clock() }
    }
    return outcome
  }

  const turn = async (type: Call): Promise<void> => {
    await recollect()
    apply({ type })
    const outcome = await round()
    if (stopped) return
    await keep(state.row)
    watch()
    if (outcome) tell(outcome)
  }

  /** By the timer, not the clock: a clock set back would make old news look young. */
  const watch = (): void => {
    const { asked, failures } = state.row
    if (failures > 0 || asked === null || asked === newsOf) return
    newsOf = asked
    cancelStale()
    cancelStale = timer(Math.max(0, asked + STALE + 1 - clock()), () => tellNone('stale'))
  }

  const settle = (): Promise<void> | void => {
    // Only where something handed in threw: the time of the next request stands since the last was charged.
    if (state.phase === 'asking') state = { phase: state.ends, row: state.row }
    busy = null
    // An urgent call is met by the request that was under way; what is left of it is to be awake.
    const again = pending === 'refreshNow' && hasAsked ? 'wake' : pending
    pending = null
    hasAsked = false
    cancelLook()
    if (stopped || state.phase !== 'resting') return
    const wait = state.row.due - clock()
    cancelLook = timer(wait > 0 ? Math.min(BEAT, wait) : BREATH, () => void go('look'))
    if (again !== null) return go(again)
  }

  const go = (type: Call): Promise<void> => {
    if (stopped || state.phase === 'away') return Promise.resolve()
    if (busy) {
      if (type !== 'look' && pending !== 'refreshNow') pending = type
    } else {
      const alone = ports.alone ?? ((task) => task())
      busy = (async () => alone(() => turn(type)))().then(settle, settle)
    }
    return busy
  }

  const hear = async (affected: boolean): Promise<void> => {
    await recollect()
    apply({ type: 'heard', affected })
    if (stopped) return
    await keep(state.row)
    watch()
  }

  return {
    look: () => go('look'),
    wake: () => go('wake'),
    refreshNow: () => go('refreshNow'),
    heard(affected) {
      if (stopped) return Promise.resolve()
      busy ??= hear(affected).then(settle, settle)
      return busy
    },
    leave() {
      apply({ type: 'leave' })
      cancelLook()
    },
    enter() {
      apply({ type: 'enter' })
      return go('wake')
    },
    due: () => state.row.due,
    stop() {
      stopped = true
      cancelLook()
      cancelStale()
      cancelAsk()
    },
  }
}
