import type { EvidenceFacts, RareAction } from '../vendors/vendor.ts'
import { isActionSuspect, recent } from './actions.ts'
import { isAppSuspect, isGood } from './app.ts'
import { BIN, MOST_BINS, triedIn, type Vote } from './bins.ts'
import { answered, isSlowNetwork } from './control.ts'
import { createFlights, HANGS } from './inFlight.ts'
import { type FactorOf, GOOD_BINS, isOver, judged } from './judged.ts'
import { keptState, type State } from './keptState.ts'
import type { Line, RequestLine } from './line.ts'
import { attemptsIn, attemptWithout, binWithout, closed, closedWithout, count, openBin } from './openBin.ts'
import { type Outcome, outcomeOf } from './outcome.ts'
import {
  isFrozen,
  isLongPoll,
  isPaceGood,
  isSlowSuspect,
  LEARNING,
  learned,
  NOT_SLOW,
  slowed,
  slowerBy,
  type Timed,
} from './pace.ts'
import type { Kind, Sign } from './sign.ts'
import { hashed, plainPath, templateOf } from './template.ts'

/** What pages of the vendor's app ask, and the pages themselves. Pictures and scripts may come from anywhere. */
const TYPES: ReadonlySet<string> = new Set(['xmlhttprequest', 'main_frame', 'fetch', 'xhr'])
/** Right after the network changed, what is lost says nothing. */
const GRACE = 30_000
const MOST_TEMPLATES = 200
const MOST_TIMED = 100
/** A limit of one's own is met by everything that is asked then. */
const OWN_LIMIT = 120_000

export interface Detector {
  /** Takes in what happened, in order of time. */
  take(line: Line): void
  /** Time passed, and nothing happened. */
  look(now: number): void
  /** What is to be said now, if anything. */
  sign(): Sign | null
  /** Whether it looks like the beginning of trouble, so that the status page should be asked. */
  isSuspicious(): boolean
  /** Makes it take twice as much to say something again that turned out to be nothing. */
  doubt(what: string, kind: Kind): void
  /** All of it as plain data, for a detector that goes on from here. */
  kept(): State
}

/**
 * Tells from this browser's own requests whether the vendor fails. It would rather say nothing than something wrong: what
 * nobody can tell is no sign. Paths and hosts are read and forgotten; what is kept are hashes and counts.
 */
export const createDetector = (facts: EvidenceFacts, salt: number, kept?: unknown): Detector => {
  const state = keptState(kept)
  const flights = createFlights(state.flights)
  const doubted = new Set<string>()
  const factorOf: FactorOf = (what, kind) => (doubted.has(`${what} ${kind}`) ? 2 : 1)
  const usual = new Map(Object.entries(state.usual))

  const actionOf = ({ method, type, path: asked }: RequestLine): RareAction | undefined => {
    const isSent = method === 'POST'
    const isPage = type === 'main_frame'
    if (!isSent && !isPage) return undefined
    const plain = plainPath(asked).toLowerCase()
    return facts.actions.find(({ path }) => path.test(plain))
  }

  /** What an outcome is worth, as things are. */
  const voteFor = (outcome: Outcome, action: RareAction | undefined, at: number): Vote | null => {
    if (outcome === 'limited') {
      if (action?.countsLimits === true && at - state.limitedAt > OWN_LIMIT) return 'bad'
      if (action?.countsLimits !== true) state.limitedAt = at
      return null
    }
    if (outcome === 'lost' || outcome === 'failed') {
      if (state.isOffline || at - state.changedAt < GRACE) return null
      return isSlowNetwork(state.control) ? 'lost' : outcome
    }
    return outcome === 'ok' || outcome === 'bad' ? outcome : null
  }

  const takeRequest = (line: RequestLine): void => {
    const { at, ms, status, error } = line
    if (!TYPES.has(line.type) || line.method === 'OPTIONS' || !facts.hosts.test(line.host)) return
    const template = templateOf(line.path, state.siblings, salt)
    const action = actionOf(line)
    const key = hashed(`${action?.what ?? ''} ${line.host} ${template}`, salt)
    if (line.state === 'start') {
      flights.begin(key, at)
      return
    }
    const hung = line.state === 'end' && flights.end(key, at - ms)
    const outcome = outcomeOf(line)
    if (outcome === 'cut') changed(at)
    const vote = voteFor(outcome, action, at)
    // One that hung was counted as lost then, and is no second request.
    if (vote === null || (hung && vote === 'lost')) return
    const code = status >= 100 ? String(status) : (error ?? '')
    // A page for an action that opens is no action that went well.
    const isDone = line.type !== 'main_frame' || vote !== 'ok'
    count(state.current, key, vote, vote === 'ok' ? null : code, isDone ? action?.what : undefined)
    const { timed } = state.current
    if (vote === 'ok' && !hung && timed.length < MOST_TIMED) timed.push({ key, ms })
  }

  /** Takes back votes that something else explains. */
  const forgive = (isForgiven: (vote: Vote) => boolean): void => {
    state.current = binWithout(state.current, isForgiven)
    state.bins = state.bins.map((bin) => closedWithout(bin, isForgiven))
    for (const what in state.attempts)
      state.attempts[what] = (state.attempts[what] ?? [])
        .map((attempt) => attemptWithout(attempt, isForgiven))
        .filter((attempt) => triedIn(attempt) > 0)
  }

  /** The network changed: whatever was lost around that time says nothing of the vendor. */
  const changed = (at: number): void => {
    state.changedAt = at
    flights.clear()
    forgive((vote) => vote === 'lost' || vote === 'failed')
  }

  const closePace = (at: number, timed: readonly Timed[]): void => {
    const by = state.learned >= LEARNING ? slowerBy(timed, usual, state.control, at) : null
    if (by !== null) {
      state.slowness = slowed(state.slowness, by, at, timed.length)
      state.paceGood = isPaceGood(by) ? state.paceGood + 1 : 0
    }
    if (isFrozen(state.slowness)) return
    for (const { key, ms } of timed) {
      if (!usual.has(key) && usual.size >= MOST_TEMPLATES) usual.delete(usual.keys().next().value ?? '')
      usual.set(key, learned(usual.get(key), ms, by))
      state.learned++
    }
  }

  /** Ends the bin that is open. */
  const close = (now: number): void => {
    const { current } = state
    for (const key of flights.hanging(now)) {
      // What is known to wait for news may; what is not known may as well, and is one template at most. And where the
      // status page is slow as well, it is the network.
      if (isLongPoll(usual.get(key)) || isSlowNetwork(state.control)) continue
      count(current, key, 'lost', 'no answer', undefined)
      current.timed.push({ key, ms: HANGS })
    }
    state.current = openBin(Math.floor(now / BIN) * BIN)
    const bin = closed(current)
    if (bin === null) return
    state.lastAt = bin.at
    closePace(bin.at, current.timed)
    state.bins = [...state.bins.slice(1 - MOST_BINS), bin]
    state.good = isGood(state.bins) ? state.good + 1 : 0
    for (const [what, attempt] of attemptsIn(current))
      state.attempts[what] = [...recent(state.attempts[what] ?? [], bin.at), attempt]
    judge(now)
  }

  /** Forgets what led to a sign that is over. */
  const settle = ({ what, kind }: Sign, now: number): void => {
    if (kind === 'slow') {
      if (state.paceGood < GOOD_BINS) usual.clear()
      state.slowness = NOT_SLOW
    } else if (what === 'app') state.bins = []
    else state.ended[what] = now
    state.attempts[what] = []
  }

  const judge = (now: number): void => {
    if (state.sign !== null && isOver(state, state.sign, now)) {
      settle(state.sign, now)
      state.sign = null
    }
    state.sign = judged(state, facts.actions, factorOf, now)
  }

  const look = (now: number): void => {
    if (now - state.current.at >= BIN) close(now)
    if (state.sign !== null && isOver(state, state.sign, now)) judge(now)
  }

  return {
    take(line) {
      const { at } = line
      look(at)
      if ('event' in line) {
        state.isOffline = line.event === 'offline'
        changed(at)
      } else if ('control' in line) {
        state.control = answered(state.control, at, line.ok, line.ms)
        // Nobody may have heard that the network was back.
        if (line.ok) state.isOffline = false
        // Where the status page fails as well, somebody in between may have sent even what looks like an answer.
        if (!line.ok) forgive((vote) => vote !== 'ok')
        judge(at)
      } else takeRequest(line)
    },
    look,
    sign: () => state.sign,
    isSuspicious: () =>
      isAppSuspect(state.bins, state.lastAt) ||
      isSlowSuspect(state.slowness) ||
      Object.values(state.attempts).some((attempts) => isActionSuspect(attempts, state.lastAt)),
    doubt: (what, kind) => void doubted.add(`${what} ${kind}`),
    kept: () => ({ ...state, usual: Object.fromEntries(usual), flights: flights.all() }),
  }
}
