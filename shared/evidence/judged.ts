import { HOUR, MINUTE } from '../model/limits.ts'
import type { RareAction } from '../vendors/vendor.ts'
import { actionTrouble, isActionOver, recent, sumOf } from './actions.ts'
import { appTrouble } from './app.ts'
import { BIN, badIn, LONGEST, triedIn } from './bins.ts'
import { isSlowNetwork } from './control.ts'
import type { State } from './keptState.ts'
import { added, type Codes } from './openBin.ts'
import { isSlow } from './pace.ts'
import type { Kind, Sign } from './sign.ts'

/** Over after so many bins in which all went well. */
export const GOOD_BINS = 20
/** Counts are told of the last minutes. */
const WINDOW = 5 * MINUTE
/** If it is slow for that long, it is how things are. */
const NEW_USUAL = 6 * HOUR
/** So long after one thing failed and worked again, it takes more to tell of it anew. */
const AGAIN = 4 * HOUR

/** How many times as much it takes to say something. */
export type FactorOf = (what: string, kind: Kind) => number

const allCodes = (rows: readonly { readonly codes: Readonly<Codes> }[]): Codes =>
  rows.reduce<Codes>((all, { codes }) => added(all, codes), {})

const countsOf = (
  state: State,
  what: string,
  kind: Kind,
  since: number,
  now: number,
): Pick<Sign, 'bad' | 'tried' | 'codes'> => {
  if (kind === 'slow') return { bad: state.slowness.slow, tried: state.slowness.tried, codes: {} }
  if (what !== 'app') {
    const attempts = recent(state.attempts[what] ?? [], now).filter(({ at }) => at >= since)
    return { ...sumOf(attempts), codes: allCodes(attempts) }
  }
  const bins = state.bins.filter(({ at }) => now - at <= WINDOW + BIN && at >= since)
  return {
    bad: bins.reduce((all, { sum }) => all + badIn(sum), 0),
    tried: bins.reduce((all, { sum }) => all + triedIn(sum), 0),
    codes: allCodes(bins),
  }
}

/** What is to be said, the broadest first. */
const found = (
  state: State,
  actions: readonly RareAction[],
  factorOf: FactorOf,
  now: number,
): Omit<Sign, 'bad' | 'tried' | 'codes'> | null => {
  const { bins, control, attempts, ended, slowness } = state
  const app = appTrouble(bins, control, now, (kind) => factorOf('app', kind))
  if (app !== null) return { what: 'app', ...app }
  for (const { what } of actions) {
    // What comes and goes is told once, unless it gets worse.
    const isAgain = now - (ended[what] ?? -Infinity) < AGAIN
    const factor = isAgain ? 2 : factorOf(what, 'failing')
    const since = actionTrouble(attempts[what] ?? [], control, now, factor)
    if (since !== null) return { what, kind: 'failing', since }
  }
  // Not while the status page is slow as well, however long that took to show.
  return isSlow(slowness, factorOf('app', 'slow')) && !isSlowNetwork(control)
    ? { what: 'app', kind: 'slow', since: slowness.since ?? now }
    : null
}

/** Whether what is said is true no more, or nobody can tell any longer. */
export const isOver = (state: State, { what, kind, since }: Sign, now: number): boolean => {
  if (now - state.lastAt > LONGEST) return true
  if (kind === 'slow') return state.paceGood >= GOOD_BINS || now - since > NEW_USUAL
  return what === 'app' ? state.good >= GOOD_BINS : isActionOver(state.attempts[what] ?? [], now)
}

/** Smaller is broader. */
const rankOf = ({ what, kind }: Pick<Sign, 'what' | 'kind'>): number => {
  if (kind === 'slow') return 3
  if (what !== 'app') return 2
  return kind === 'failing' ? 0 : 1
}

/** What is said now that was said before, or something broader that was found since. */
export const judged = (
  state: State,
  actions: readonly RareAction[],
  factorOf: FactorOf,
  now: number,
): Sign | null => {
  const { sign } = state
  const next = found(state, actions, factorOf, now)
  if (next !== null && (sign === null || rankOf(next) < rankOf(sign)))
    return { ...next, ...countsOf(state, next.what, next.kind, next.since, now) }
  if (sign === null) return null
  const counts = countsOf(state, sign.what, sign.kind, sign.since, now)
  return counts.tried > 0 ? { ...sign, ...counts } : sign
}
