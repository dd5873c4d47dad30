import { datedAfter } from '../../shared/feed/fetchedAt.ts'
import { timeOf } from '../../shared/model/guards.ts'
import type { RelayAnswer, SiteState } from '../protocol.ts'
import { isOurRelay, verdictsIn } from './relayAnswer.ts'
import { withNews } from './withNews.ts'

/** The state that knows by when a relay fetched, and the time of that by our own clock: no number for an older copy. */
export const datedState = (
  state: SiteState,
  dated: number,
  asOf: number,
): { readonly state: SiteState; readonly at: number } => {
  const { asOf: before = Number.NaN, ahead = 0 } = state
  const at = datedAfter(dated, before - asOf, before + ahead)
  return { at, state: { ...state, asOf, ahead: at - asOf } }
}

/**
 * The state after a relay's answer: null where it is none for this page and its pod, or is too old. Seconds come from
 * its header, and from whatever cache it lay in. A beat of a stream says that its verdict holds still, so that its date
 * is not held against when that was first told.
 */
export const relayed = (
  answer: RelayAnswer,
  state: SiteState,
  now: number,
  age = answer.age,
  cached = 0,
  isBeat = false,
): SiteState | null => {
  const verdict = verdictsIn(answer).find((one) => state.pod && one?.pod === state.pod)
  const isAge = typeof answer.age === 'number' && answer.age >= 0
  const asOf = timeOf(verdict?.asOf)
  if (asOf === null || !isAge || !isOurRelay(answer)) return null
  const dated = now - ((age as number) + cached) * 1000
  if (isBeat) return withNews(state, now, dated, verdict)
  const next = datedState(state, dated, asOf)
  return withNews(next.state, now, next.at, verdict)
}
