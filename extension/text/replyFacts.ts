import type { Impact, Judgement } from '../../shared/model/verdict.ts'
import type { Place } from '../../shared/text/localeAndTime.ts'
import { memo } from '../../shared/text/memo.ts'
import { epochOf, moment } from '../../shared/text/time.ts'

// What replies to customers stand on, in whoever's words they are.

export const lists = memo((locale) => new Intl.ListFormat(locale, { type: 'conjunction' }))

/** What agents answer with: customers notice only that answers take longer. */
const INSIDE: readonly string[] = [
  'login',
  'web-client',
  'timeline',
  'search',
  'routing',
  'workflow',
  'notifications',
  'platform',
]

/** What is worth telling a customer, worst first. */
export const SPOKEN = ['down', 'failing', 'delayed', 'maintenance'] as const
/** What only agents answer with. */
export const isInside = ({ capability }: Impact): boolean => INSIDE.includes(capability)

/** What is worth telling customers. */
export interface Noticed {
  /** What is told as certain, or all of it where nothing is. */
  readonly spoken: readonly Impact[]
  readonly isCertain: boolean
}

/** What customers notice of a judgement, by its name or by how long answers take; null where that is nothing. */
export const noticedIn = ({ level, impacts }: Judgement, names: object): Noticed | null => {
  if (level === 'unknown' || level === 'ok' || level === 'notice') return null
  const noticed = impacts.filter(
    (impact) => impact.effect !== 'notice' && (Object.hasOwn(names, impact.capability) || isInside(impact)),
  )
  if (noticed.length === 0) return null
  const certain = noticed.filter(({ certainty }) => certainty === 'confirmed')
  return certain.length > 0 ? { spoken: certain, isCertain: true } : { spoken: noticed, isCertain: false }
}

/** When more is known, as the vendor promised; null where nothing is promised any more. */
export const promised = ({ nextUpdate }: Judgement, place: Place): string | null => {
  const due = epochOf(nextUpdate?.due ?? null)
  return due !== null && due > place.now ? moment(due, { ...place, namesZone: true }) : null
}
