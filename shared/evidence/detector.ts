import type { EvidenceFacts, RareAction } from '../vendors/vendor.ts'
import { actionTrouble, isActionOver, isActionSuspect, recent, sumOf, withAttempt } from './actions.ts'
import { appTrouble, isAppSuspect, isGood } from './app.ts'
import {
  BIN,
  type Bin,
  LONGEST,
  MOST_BINS,
  NO_TALLY,
  type Tally,
  triedIn,
  VOTES,
  type Vote,
  voteOf,
} from './bins.ts'
import { answered } from './control.ts'
import { createFlights, HANGS } from './inFlight.ts'
import { keptState, type State } from './keptState.ts'
import type { Line, RequestLine } from './line.ts'
import { type Outcome, outcomeOf } from './outcome.ts'
import {
  isFrozen,
  isLongPoll,
  isPaceGood,
  isSlow,
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
/** Over after so many bins in which all went well. */
const GOOD_BINS = 20
/** Counts are told of the last minutes. */
const WINDOW = 5 * 60_000
/** If it lasts that long, it is how things are. */
const NEW_USUAL = 6 * 3_600_000
const MOST_TEMPLATES = 200
const MOST_TIMED = 100
/** So long after one thing failed and worked again, it takes more to tell of it anew. */
const AGAIN = 4 * 3_600_000
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
  const factorOf = (what: string, kind: Kind): number => (doubted.has(`${what} ${kind}`) ? 2 : 1)
  /** What comes and goes is told once, unless it gets worse. */
  const isAgain = (what: string, now: number): boolean => now - (state.ended[what] ?? -Infinity) < AGAIN
  const usual = new Map(Object.entries(state.usual))
  let current = state.current

  const actionOf = ({ method, type, path: asked }: RequestLine): RareAction | undefined =>
    facts.actions.find(
      ({ path, isSent }) =>
        path.test(plainPath(asked).toLowerCase()) &&
        (!isSent || type === 'main_frame' || (method !== 'GET' && method !== 'HEAD')),
    )

  const count = (tallies: Record<string, Tally>, key: string, vote: keyof Tally): void => {
    tallies[key] ??= { ...NO_TALLY }
    tallies[key][vote]++
  }

  const noteCode = (code: string): void => {
    current.codes[code] = (current.codes[code] ?? 0) + 1
  }

  const voteFor = (outcome: Outcome, action: RareAction | undefined, at: number): keyof Tally | null => {
    if (outcome === 'limited') {
      if (action?.countsLimits === true && at - state.limitedAt > OWN_LIMIT) return 'bad'
      if (action?.countsLimits !== true) state.limitedAt = at
      return null
    }
    if (outcome === 'lost' || outcome === 'failed')
      return state.isOffline || at - state.changedAt < GRACE ? null : outcome
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
    if (vote !== 'ok') noteCode(status >= 100 ? String(status) : (error ?? ''))
    if (action) count(current.actions, action.what, vote)
    count(current.tallies, key, vote)
    if (vote === 'ok' && !hung && current.timed.length < MOST_TIMED) current.timed.push({ key, ms })
  }

  /** Takes back votes that something else explains. */
  const forgive = (isForgiven: (vote: Vote) => boolean): void => {
    const without = (tally: Readonly<Tally>): Tally => {
      const left = { ...tally }
      for (const vote of VOTES) if (isForgiven(vote)) left[vote] = 0
      return left
    }
    const withoutAll = (tallies: Record<string, Tally>): void => {
      for (const key in tallies) tallies[key] = without(tallies[key] ?? NO_TALLY)
    }
    withoutAll(current.tallies)
    withoutAll(current.actions)
    state.bins = state.bins.map((bin) => ({
      ...bin,
      votes: Object.fromEntries(Object.entries(bin.votes).filter(([, vote]) => !isForgiven(vote))),
    }))
    for (const what in state.attempts)
      state.attempts[what] = (state.attempts[what] ?? [])
        .map((attempt) => ({ ...without(attempt), at: attempt.at }))
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
      usual.set(key, learned(usual.get(key), ms))
      state.learned++
    }
  }

  /** Ends the bin that is open. */
  const close = (now: number): void => {
    for (const key of flights.hanging(now)) {
      // What is known to wait for news may; what is not known may as well, and is one template at most.
      if (isLongPoll(usual.get(key))) continue
      count(current.tallies, key, 'lost')
      noteCode('no answer')
      current.timed.push({ key, ms: HANGS })
    }
    const { at, tallies, actions, codes, timed } = current
    current = { at: Math.floor(now / BIN) * BIN, tallies: {}, actions: {}, codes: {}, timed: [] }
    const entries = Object.entries(tallies).filter(([, tally]) => triedIn(tally) > 0)
    if (entries.length === 0) return
    state.lastAt = at
    closePace(at, timed)
    const tried = entries.reduce((sum, [, tally]) => sum + triedIn(tally), 0)
    const bin: Bin = {
      at,
      votes: Object.fromEntries(entries.map(([key, tally]) => [key, voteOf(tally)])),
      tried,
      bad: tried - entries.reduce((sum, [, { ok }]) => sum + ok, 0),
      codes,
    }
    state.bins = [...state.bins.slice(1 - MOST_BINS), bin]
    state.good = isGood(state.bins) ? state.good + 1 : 0
    for (const [what, tally] of Object.entries(actions))
      if (triedIn(tally) > 0) state.attempts[what] = withAttempt(state.attempts[what] ?? [], at, tally)
    judge(now)
  }

  const codesIn = (bins: readonly Bin[]): Record<string, number> => {
    const all: Record<string, number> = {}
    for (const { codes } of bins)
      for (const [code, times] of Object.entries(codes)) all[code] = (all[code] ?? 0) + times
    return all
  }

  const signOf = (what: string, kind: Kind, since: number, now: number): Sign => {
    const bins = state.bins.filter(({ at }) => now - at <= WINDOW + BIN && at >= since)
    const [sums, codes] =
      kind === 'slow'
        ? [{ bad: state.slowness.slow, tried: state.slowness.tried }, {}]
        : what === 'app'
          ? [
              {
                bad: bins.reduce((sum, { bad }) => sum + bad, 0),
                tried: bins.reduce((sum, { tried }) => sum + tried, 0),
              },
              codesIn(bins),
            ]
          : [
              sumOf(recent(state.attempts[what] ?? [], now).filter(({ at }) => at >= since)),
              codesIn(state.bins.filter(({ at }) => at >= since)),
            ]
    return { what, kind, since, ...sums, codes }
  }

  /** What is to be said, the broadest first. */
  const found = (now: number): Sign | null => {
    const app = appTrouble(state.bins, state.control, now, (kind) => factorOf('app', kind))
    if (app !== null) return signOf('app', app.kind, app.since, now)
    for (const { what } of facts.actions) {
      const since = actionTrouble(
        state.attempts[what] ?? [],
        state.control,
        now,
        isAgain(what, now) ? 2 : factorOf(what, 'failing'),
      )
      if (since !== null) return signOf(what, 'failing', since, now)
    }
    const { slowness } = state
    if (isSlow(slowness, factorOf('app', 'slow'))) return signOf('app', 'slow', slowness.since ?? now, now)
    return null
  }

  const isOver = ({ what, kind, since }: Sign, now: number): boolean => {
    if (now - state.lastAt > LONGEST) return true
    if (kind === 'slow') return state.paceGood >= GOOD_BINS || now - since > NEW_USUAL
    return what === 'app' ? state.good >= GOOD_BINS : isActionOver(state.attempts[what] ?? [], now)
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

  const RANKS = ['app failing', 'app unreachable']
  /** Smaller is broader. */
  const rankOf = ({ what, kind }: Sign): number => {
    const rank = RANKS.indexOf(`${what} ${kind}`)
    return rank < 0 ? (kind === 'slow' ? 3 : 2) : rank
  }

  const judge = (now: number): void => {
    const before = state.sign
    if (before !== null && isOver(before, now)) {
      settle(before, now)
      state.sign = null
    }
    const next = found(now)
    const { sign } = state
    if (next !== null && (sign === null || rankOf(next) < rankOf(sign))) state.sign = next
    else if (sign !== null) {
      const { bad, tried, codes } = signOf(sign.what, sign.kind, sign.since, now)
      if (tried > 0) state.sign = { ...sign, bad, tried, codes }
    }
  }

  const look = (now: number): void => {
    if (now - current.at >= BIN) close(now)
    if (state.sign !== null && isOver(state.sign, now)) judge(now)
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
    kept: () => ({ ...state, current, usual: Object.fromEntries(usual), flights: flights.all() }),
  }
}
