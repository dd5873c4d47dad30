import type { Basis } from '../../../extension/domain/history/model.ts'
import type { Certainty, Effect } from '../../../shared/model/verdict.ts'

// Sums counted minute by minute, the slow way. Nothing in here knows how the extension does it.

export const MINUTE = 60_000

/** What is said of one capability at a moment. */
export interface Claim {
  readonly capability: string
  readonly effect: Effect
  readonly certainty: Certainty
  readonly basis: Basis
}

/** What counts where more than one thing is said of a capability: the first of these. */
const RANKS = [
  'confirmed down',
  'confirmed failing',
  'confirmed delayed',
  'possible down',
  'possible failing',
  'possible delayed',
  'confirmed maintenance',
  'possible maintenance',
  'confirmed notice',
  'possible notice',
]
const wayOf = ({ certainty, effect }: Claim): string => `${certainty} ${effect}`

type Kind = 'affected' | 'possible' | 'planned'
const kindOf = (way: string): Kind | null => {
  if (way.endsWith('maintenance')) return 'planned'
  if (way.endsWith('notice')) return null
  return way.startsWith('confirmed') ? 'affected' : 'possible'
}

/** In minutes. */
export interface Count {
  total: number
  working: number
  seen: number
}
export interface MinuteSums {
  readonly byKind: Record<Kind, Count>
  /** By "chat: confirmed delayed". */
  readonly byWay: Record<string, Count>
}

interface Winner {
  readonly capability: string
  readonly way: string
  readonly isSeen: boolean
}

const winnersAmong = (claims: readonly Claim[]): readonly Winner[] =>
  [...new Set(claims.map(({ capability }) => capability))].map((capability) => {
    const own = claims.filter((claim) => claim.capability === capability)
    const way = RANKS.find((rank) => own.some((claim) => wayOf(claim) === rank)) ?? ''
    return {
      capability,
      way,
      isSeen: own.some((claim) => wayOf(claim) === way && claim.basis === 'seen'),
    }
  })

const none = (): Count => ({ total: 0, working: 0, seen: 0 })

interface Counted {
  /** What is said at a minute; lists that are the same object are looked at once. */
  readonly claimsAt: (minute: number) => readonly Claim[] | undefined
  readonly isWorking: (minute: number) => boolean
  readonly concerns: (capability: string) => boolean
}

/** Counts the minutes from one to just before another. */
export const countMinutes = (
  [from, to]: readonly [number, number],
  { claimsAt, isWorking, concerns }: Counted,
): MinuteSums => {
  const byKind = { affected: none(), possible: none(), planned: none() }
  const byWay: Record<string, Count> = {}
  const known = new Map<readonly Claim[], readonly Winner[]>()
  for (let minute = from; minute < to; minute++) {
    const claims = claimsAt(minute)
    if (claims === undefined) continue
    const winners = known.get(claims) ?? winnersAmong(claims.filter((one) => concerns(one.capability)))
    known.set(claims, winners)
    const add = (count: Count, isSeen: boolean): void => {
      count.total++
      if (isWorking(minute)) count.working++
      if (isSeen) count.seen++
    }
    for (const { capability, way, isSeen } of winners) {
      const name = `${capability}: ${way}`
      byWay[name] ??= none()
      add(byWay[name], isSeen)
    }
    const kind = (['affected', 'possible', 'planned'] as const).find((one) =>
      winners.some(({ way }) => kindOf(way) === one),
    )
    if (kind !== undefined)
      add(
        byKind[kind],
        winners.some(({ way, isSeen }) => isSeen && kindOf(way) === kind),
      )
  }
  return { byKind, byWay }
}
