import { seeded } from '../../../scripts/relay/proof/chance.ts'
import { HOME, load } from '../../../scripts/replay/load.ts'
import { looksBy } from './looks.ts'
import { type Claim, MINUTE } from './minutes.ts'
import { type Occurrence, occurrenceOn } from './occurrences.ts'
import { type Account, accountOf } from './told.ts'
import { type Change, changesIn, type Row, statesOf, watch } from './watch.ts'

// Years on the pods, made by replay, with what was true of them by a bookkeeping of their own.

const DAY = 24 * 60 * MINUTE

/** What a browser kept of a pod, and what was true. */
export interface PodYears {
  readonly pod: string
  readonly rows: readonly Row[]
  /** When it last looked. */
  readonly until: number
  readonly accounts: readonly Account[]
  /** What is said at each minute, whoever says it. */
  readonly claims: readonly (readonly Claim[] | undefined)[]
  /** Whether it was known how the pod was at each minute. */
  readonly isWatched: (minute: number) => boolean
}

/** Adds a claim to a list; the same claim to the same list makes the same list. */
const adder = () => {
  const known = new Map<readonly Claim[], Map<string, readonly Claim[]>>()
  const NOTHING: readonly Claim[] = []
  return (claims: readonly Claim[] = NOTHING, claim: Claim): readonly Claim[] => {
    const own = known.get(claims) ?? new Map<string, readonly Claim[]>()
    known.set(claims, own)
    const key = JSON.stringify(claim)
    const longer = own.get(key) ?? [...claims, claim]
    own.set(key, longer)
    return longer
  }
}

const claimOf = ({ capability, effect, certainty }: Omit<Claim, 'basis'>, basis: Claim['basis']): Claim => ({
  capability,
  effect,
  certainty,
  basis,
})

/** What a browser with such looks keeps of a pod, and what is true of it. */
export const podYears = (
  pod: string,
  occurrences: readonly Occurrence[],
  changes: readonly Change[],
  looks: Uint8Array,
  from: number,
): PodYears => {
  const minutes = looks.length
  const minuteOf = (at: number): number => Math.round((at - from) / MINUTE)
  const states = statesOf(changes, pod, from, minutes)
  const { rows, known, until } = watch(states, looks, from)
  const add = adder()
  const claims: (readonly Claim[] | undefined)[] = new Array(minutes)
  const addFrom = (start: number, end: number, claim: Claim, holds: (minute: number) => boolean): void => {
    for (let minute = Math.max(0, start); minute < Math.min(minutes, end); minute++)
      if (holds(minute)) claims[minute] = add(claims[minute], claim)
  }

  let unknownSince = 0
  for (let minute = 0; minute < minutes; minute++) {
    const state = states.list[(known[minute] ?? 0) - 1]
    if (state === undefined) continue
    for (const impact of state.impacts) {
      claims[minute] = add(claims[minute], claimOf(impact, 'seen'))
      // A component says since when it has been like that, and nobody looked before.
      if (impact.incident !== null || impact.since === null) continue
      const since = Math.max(unknownSince, minuteOf(Date.parse(impact.since)))
      addFrom(since, minute, claimOf(impact, 'page'), () => true)
    }
    unknownSince = minute + 1
  }

  const lastLook = (before: number): number => {
    let minute = Math.min(minutes, minuteOf(before)) - 1
    while (minute > 0 && looks[minute] !== 1) minute--
    return from + minute * MINUTE
  }
  const accounts = occurrences.flatMap((one) => accountOf(one, pod, lastLook) ?? [])
  for (const { told, firstUpdateAt } of accounts)
    for (const stage of told)
      for (const impact of stage.impacts)
        addFrom(
          minuteOf(stage.from),
          minuteOf(stage.to),
          claimOf(impact, 'page'),
          (minute) => (known[minute] ?? 0) === 0 || minute < minuteOf(firstUpdateAt),
        )
  return {
    pod,
    rows: rows.map((row) => ({ pod, ...row })),
    until,
    accounts,
    claims,
    isWatched: (minute) => (known[minute] ?? 0) > 0,
  }
}

/** Recordings along the calendar, in months that are quiet and months that are not. */
export const occurrencesBy = (chance: () => number, from: number, days: number): readonly Occurrence[] => {
  const recordings = load([HOME])
  const occurrences: Occurrence[] = []
  const first = Math.floor(from / DAY)
  for (let start = 0; start < days; start += 30) {
    const count = Math.floor(chance() < 0.4 ? chance() * 3 : 6 + chance() * 14)
    for (let number = 0; number < count; number++) {
      const recording = recordings[Math.floor(chance() * recordings.length)]
      const day = first + start + Math.floor(chance() * 30)
      if (recording !== undefined)
        occurrences.push(occurrenceOn(recording, day, `${start}-${number}`, chance() < 0.5))
    }
  }
  return occurrences
}

/** Some days on two pods, seen by one browser. */
export const yearsOf = (seed: number, from: number, days: number) => {
  const chance = seeded(seed)
  const occurrences = occurrencesBy(chance, from, days)
  const looks = looksBy(chance, from, days * 24 * 60)
  const changes = changesIn(occurrences, from)
  return {
    from,
    to: from + days * DAY,
    pods: ['prod1', 'prod2'].map((pod) => podYears(pod, occurrences, changes, looks, from)),
  }
}
