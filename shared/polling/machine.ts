import { charged, readyAt, refilled } from './bucket.ts'
import { nextPlace } from './hosts.ts'
import type { PollState } from './pollState.ts'
import { BROWSERS, backOff, lengthened, type Schedule } from './waits.ts'

/*
 *                    look: due, and the bucket has one
 *                    wake: not held, and news is old or missing
 *                    refreshNow: not held
 *      ┌─────────┐ ──────────────────────────────────────────► ┌────────┐ ──┐ failed, a host
 *  ┌─► │ resting │                                             │ asking │   │ is left and the
 *  │   └─────────┘ ◄────────────────────────────────────────── └────────┘ ◄─┘ bucket has one
 *  │      │          news: next wait                               │
 *  │      │          failed: back-off, or what the server asked    │
 *  │ enter│leave                                                   │ the same, after `leave`
 *  │      ▼                                                        │
 *  │   ┌─────────┐                                                 │
 *  └── │  away   │ ◄───────────────────────────────────────────────┘
 *      └─────────┘   neither look nor wake asks
 *
 * The bucket is charged on the way into `asking`, and the next time set as if the answer changed nothing: a
 * death right there costs a request and forgets none, and an answer that changes nothing needs no writing.
 */
export type State =
  | { readonly phase: 'resting' | 'away'; readonly row: PollState }
  | {
      readonly phase: 'asking'
      readonly row: PollState
      /** Hosts that failed in this round. */
      readonly tried: number
      /** Where the round ends. */
      readonly ends: 'resting' | 'away'
    }

export type Event =
  /** Time has passed: a timer, an alarm, a start. */
  | { readonly type: 'look' }
  /** The browser came online, woke up, or the page returned. */
  | { readonly type: 'wake' }
  /** Somebody asks for the news now. */
  | { readonly type: 'refreshNow' }
  /** The page is hidden. */
  | { readonly type: 'leave' }
  /** The page is seen again; to be followed by `wake`. */
  | { readonly type: 'enter' }
  | { readonly type: 'news'; readonly affected: boolean }
  /** News came by another way, without a request of ours: by a relay's events. */
  | { readonly type: 'heard'; readonly affected: boolean }
  | { readonly type: 'failed'; readonly limited: boolean; readonly retryAfter: number | null }

/** What the world is like at an event. */
export interface Moment {
  readonly now: number
  /** Chance, 0 to 1. */
  readonly random: number
  /** Save-Data is on. */
  readonly saving: boolean
  /** How many hosts there are. */
  readonly hosts: number
  readonly schedule?: Schedule | undefined
}

const waitOf = (
  { lastOutcome, failures }: PollState,
  { random, saving, schedule = BROWSERS }: Moment,
): number => {
  const { well, affected, saving: saved, shortest, longest } = schedule
  if (lastOutcome === 'failing' || lastOutcome === 'held')
    return Math.max(backOff(failures, random, shortest, longest), saving ? saved : 0)
  return lengthened(saving ? saved : lastOutcome === 'affected' ? affected : well, random)
}

const asking = (row: PollState, at: Moment, tried: number, ends: 'resting' | 'away'): State | null => {
  const bucket = charged(row.bucket, at.now, at.schedule?.rate)
  if (!bucket) return null
  return {
    phase: 'asking',
    tried,
    ends,
    row: { ...row, bucket, asked: at.now, due: at.now + waitOf(row, at) },
  }
}

const look = (row: PollState, at: Moment): State => {
  if (at.now < row.due) return { phase: 'resting', row }
  return (
    asking(row, at, 0, 'resting') ?? {
      phase: 'resting',
      row: { ...row, due: readyAt(row.bucket, at.now, at.schedule?.rate) },
    }
  )
}

const wake = (row: PollState, at: Moment): State => {
  const old = row.failures > 0 || row.asked === null || at.now - row.asked > (at.schedule ?? BROWSERS).well
  return old ? refreshNow(row, at) : look(row, at)
}

/** As soon as the bucket allows; but nothing of ours breaks a silence that the server asked for. */
const refreshNow = (row: PollState, at: Moment): State =>
  look(row.lastOutcome === 'held' ? row : { ...row, due: Math.min(row.due, at.now) }, at)

/** The wait begins anew with it, as with an answer. */
const heard = (row: PollState, affected: boolean, at: Moment): PollState => {
  const next: PollState = {
    ...row,
    // Earned bit by bit: a bucket that nobody looks at for long earns no more than a minute.
    bucket: refilled(row.bucket, at.now, at.schedule?.rate),
    asked: at.now,
    lastOutcome: affected ? 'affected' : 'well',
    failures: 0,
  }
  return { ...next, due: at.now + waitOf(next, at) }
}

type Asking = Extract<State, { phase: 'asking' }>

const news = ({ row, ends }: Asking, affected: boolean, at: Moment): State => {
  const next: PollState = { ...row, lastOutcome: affected ? 'affected' : 'well', failures: 0 }
  // Counted from the request, not the answer: a slow feed is not asked less often for it.
  const due = next.lastOutcome === row.lastOutcome ? row.due : (row.asked ?? at.now) + waitOf(next, at)
  return { phase: ends, row: { ...next, due } }
}

const failed = (
  { row, tried, ends }: Asking,
  { limited, retryAfter }: Extract<Event, { type: 'failed' }>,
  at: Moment,
): State => {
  const onward: PollState = { ...row, host: nextPlace(row.host, at.hosts) }
  const held = limited || (retryAfter ?? 0) > 0
  // The hosts are doors to one service: going round by the other door would only dodge its request for silence.
  const again = !held && tried + 1 < at.hosts && asking(onward, at, tried + 1, ends)
  if (again) return again
  const next: PollState = { ...onward, lastOutcome: held ? 'held' : 'failing', failures: row.failures + 1 }
  return { phase: ends, row: { ...next, due: at.now + Math.max(waitOf(next, at), retryAfter ?? 0) } }
}

/** The machine: what comes after an event. Events that mean nothing in a state change nothing. Rows are mended. */
export const step = (state: State, event: Event, at: Moment): State => {
  if (state.phase === 'asking') {
    if (event.type === 'news') return news(state, event.affected, at)
    if (event.type === 'failed') return failed(state, event, at)
    if (event.type === 'leave') return { ...state, ends: 'away' }
    return event.type === 'enter' ? { ...state, ends: 'resting' } : state
  }
  if (event.type === 'heard') return { ...state, row: heard(state.row, event.affected, at) }
  if (event.type === 'leave') return { phase: 'away', row: state.row }
  if (event.type === 'enter') return { phase: 'resting', row: state.row }
  if (state.phase === 'away') return state
  if (event.type === 'look') return look(state.row, at)
  if (event.type === 'refreshNow') return refreshNow(state.row, at)
  return event.type === 'wake' ? wake(state.row, at) : state
}
