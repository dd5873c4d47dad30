/** What the status page's own answers tell of the network. */
export interface Control {
  /** When it last answered, and when it last did not. */
  readonly ok: number | null
  readonly failed: number | null
  /** How long an answer takes, as a logarithm, and from how many answers that is known. */
  readonly pace: number
  readonly known: number
  /** By how much the last two answers were slower than that. */
  readonly slower: readonly number[]
}

export const NO_CONTROL: Control = { ok: null, failed: null, pace: 0, known: 0, slower: [] }

const SHARE = 0.05
/** Nothing is known of the network from an answer before that. */
export const CONTROL_AGE = 150_000
const LEAST_KNOWN = 3

export const answered = (control: Control, at: number, isOk: boolean, ms: number): Control => {
  if (!isOk) return { ...control, failed: at }
  const { pace, known, slower } = control
  const log = Math.log2(Math.max(ms, 1))
  const isKnown = known >= LEAST_KNOWN
  // What is far slower than usual says something of now, and little of what is usual.
  const step = Math.min(log - pace, isKnown ? 1 : Infinity)
  return {
    ...control,
    ok: at,
    pace: known === 0 ? log : pace + step * Math.max(SHARE, 1 / (known + 1)),
    known: known + 1,
    slower: isKnown ? [...slower.slice(-1), Math.max(0, log - pace)] : [],
  }
}

/** Whether the page answered last, and not too long ago. */
export const isAnswering = ({ ok, failed }: Control, now: number): boolean =>
  ok !== null && (failed === null || failed < ok) && now - ok <= CONTROL_AGE

/** Whether the page answered since a time, and not failed since it did. */
export const answeredSince = ({ ok, failed }: Control, at: number): boolean =>
  ok !== null && ok >= at && (failed === null || failed < ok)
