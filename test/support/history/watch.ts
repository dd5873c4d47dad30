import { summaryAt } from '../../../scripts/replay/documents.ts'
import type { Snapshot } from '../../../shared/model/snapshot.ts'
import type { Impact, Judgement, Reason } from '../../../shared/model/verdict.ts'
import { ANSWERED, ASLEEP, FAILED } from './looks.ts'
import { MINUTE } from './minutes.ts'
import { changesOf, type Occurrence } from './occurrences.ts'
import { judgedOn, read } from './readDocument.ts'

// What one browser saw of a pod, look by look, and the rows it writes of that.

/** What is written of a pod, but for the times. */
export interface State extends Pick<Judgement, 'level' | 'recovering'> {
  readonly reason: Reason | null
  readonly impacts: readonly Omit<Impact, 'because'>[]
}

/** A row as the extension stores it. */
export interface Row extends State {
  readonly pod: string
  readonly at: number
  readonly before: number | null
}

const stateOf = ({ level, recovering, reason, impacts }: Judgement): State => ({
  level,
  recovering,
  reason: reason ?? null,
  impacts: level === 'unknown' ? [] : impacts.map(({ because: _, ...impact }: Impact) => impact),
})
const NO_ANSWER: State = { level: 'unknown', recovering: false, reason: 'http-error', impacts: [] }

/** How a pod is at every minute, by its place in a list of states. */
export interface States {
  readonly list: readonly State[]
  readonly at: Uint16Array
}

/** The page as it stands from a change to the next one. */
export interface Change {
  readonly at: number
  readonly page: Snapshot
}

/** The page at the beginning, and at each of its changes. */
export const changesIn = (occurrences: readonly Occurrence[], from: number): readonly Change[] => {
  const moments = new Set([from, ...occurrences.flatMap(changesOf)])
  return [...moments]
    .sort((one, other) => one - other)
    .map((at) => {
      const playing = occurrences.filter((one) => one.from <= at && at < one.to)
      const recordings = playing.map(({ recording }) => recording)
      return { at, page: read(summaryAt(recordings, at)) }
    })
}

/** A page is judged when it changes, with what is on it then. */
export const statesOf = (changes: readonly Change[], pod: string, from: number, minutes: number): States => {
  const list: State[] = []
  const byText = new Map<string, number>()
  const at = new Uint16Array(minutes)
  const minuteOf = (moment: number): number => Math.max(0, Math.ceil((moment - from) / MINUTE))
  for (const [index, change] of changes.entries()) {
    const state = stateOf(judgedOn(change.page, change.at, pod))
    const text = JSON.stringify(state)
    if (!byText.has(text)) byText.set(text, list.push(state) - 1)
    const end = changes[index + 1]?.at
    at.fill(byText.get(text) ?? 0, minuteOf(change.at), end === undefined ? minutes : minuteOf(end))
  }
  return { list: [...list, NO_ANSWER], at }
}

/** A gap that is longer may have hidden anything. */
const LONGEST_BLINK = 15

interface Watch {
  /** As the background writes them: where something changed, and where nobody looked for a while. */
  readonly rows: readonly Omit<Row, 'pod'>[]
  /** By minute: what the pod was known to be like, one more than its place in the list; 0 where nobody knows. */
  readonly known: Uint16Array
  /** By minute: 1 where somebody watched, between two looks too that came soon after each other. */
  readonly watched: Uint8Array
  /** The last look. */
  readonly until: number
}

export const watch = ({ list, at }: States, looks: Uint8Array, from: number): Watch => {
  const rows: Omit<Row, 'pod'>[] = []
  const known = new Uint16Array(at.length)
  const watched = new Uint8Array(at.length)
  let last = -1
  let lastState = -1
  for (let minute = 0; minute < at.length; minute++) {
    if (looks[minute] === ASLEEP) continue
    const state = looks[minute] === FAILED ? list.length - 1 : (at[minute] ?? 0)
    const isBlink = last >= 0 && minute - last <= LONGEST_BLINK
    const isKnown = state === lastState && isBlink && looks[minute] === ANSWERED
    if (isKnown) known.fill(state + 1, last, minute)
    if (isBlink && lastState !== list.length - 1) watched.fill(1, last, minute)
    if (state !== lastState || (!isBlink && looks[minute] === ANSWERED))
      rows.push({
        ...(list[state] ?? NO_ANSWER),
        at: from + minute * MINUTE,
        before: last < 0 ? null : from + last * MINUTE,
      })
    last = minute
    lastState = state
  }
  // News is good for as long: a look in between that failed makes no gap.
  let lastWatched = -1
  for (let minute = 0; minute < at.length; minute++) {
    if (watched[minute] === 0) continue
    if (lastWatched >= 0 && minute - lastWatched - 1 <= LONGEST_BLINK) watched.fill(1, lastWatched, minute)
    lastWatched = minute
  }
  return { rows, known, watched, until: from + last * MINUTE }
}
