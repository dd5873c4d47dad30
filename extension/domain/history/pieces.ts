import { type Certainty, EFFECTS, type Effect } from '../../../shared/model/verdict.ts'
import { intersection, union, without } from './intervals.ts'
import type { Interval, Span } from './model.ts'

/** What kind of trouble it is: for sure, perhaps, planned, or worth a note. */
export type Kind = 'affected' | 'possible' | 'planned' | 'notice'
export const KINDS: readonly Kind[] = ['affected', 'possible', 'planned', 'notice']

export const kindOf = ({ effect, certainty }: Pick<Span, 'effect' | 'certainty'>): Kind => {
  if (effect === 'maintenance') return 'planned'
  if (effect === 'notice') return 'notice'
  return certainty === 'confirmed' ? 'affected' : 'possible'
}

/** Times in which one capability was affected in one way. */
export interface Piece {
  readonly capability: string
  readonly effect: Effect
  readonly certainty: Certainty
  readonly kind: Kind
  readonly intervals: readonly Interval[]
  /** The part of it that Podlight saw. */
  readonly seen: readonly Interval[]
  /** What tells of it, by start. */
  readonly spans: readonly Span[]
}

const CERTAINTIES: readonly Certainty[] = ['confirmed', 'possible']

/** Every way to be affected, and what counts first where two hold at once: what is sure, then what is worse. */
const WAYS = KINDS.flatMap((kind) =>
  CERTAINTIES.flatMap((certainty) =>
    EFFECTS.filter((effect) => kindOf({ effect, certainty }) === kind).map((effect) => ({
      effect,
      certainty,
      kind,
    })),
  ),
)

const groupedBy = <T>(rows: readonly T[], keyOf: (row: T) => string): ReadonlyMap<string, readonly T[]> => {
  const groups = new Map<string, T[]>()
  for (const row of rows) {
    const group = groups.get(keyOf(row))
    if (group === undefined) groups.set(keyOf(row), [row])
    else group.push(row)
  }
  return groups
}

/** Each capability's time, sorted into the ways it was affected: every moment stands in one of them. */
export const piecesOf = (spans: readonly Span[]): readonly Piece[] =>
  [...groupedBy(spans, ({ capability }) => capability)].flatMap(([capability, own]) => {
    const byWay = groupedBy(own, ({ effect, certainty }) => `${effect} ${certainty}`)
    let covered: readonly Interval[] = []
    return WAYS.flatMap((way): Piece[] => {
      const own = byWay.get(`${way.effect} ${way.certainty}`)
      if (own === undefined) return []
      const intervals = without(union(own), covered)
      if (intervals.length === 0) return []
      covered = union([...covered, ...intervals])
      const seen = intersection(intervals, union(own.filter(({ basis }) => basis === 'seen')))
      return [{ ...way, capability, intervals, seen, spans: own }]
    })
  })

/** Whether one way to be affected counts before another. */
export const countsBefore = (
  one: Pick<Piece, 'effect' | 'certainty'>,
  other: Pick<Piece, 'effect' | 'certainty'>,
): boolean => {
  const rankOf = (way: typeof one): number =>
    WAYS.findIndex(({ effect, certainty }) => effect === way.effect && certainty === way.certainty)
  return rankOf(one) < rankOf(other)
}
