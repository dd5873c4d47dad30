import { rowsOf, textOf, timeOf } from '../../shared/model/guards.ts'
import { type Banner, EFFECTS, type Impact, LEVELS } from '../../shared/model/verdict.ts'
import type { Finding } from '../protocol.ts'

/** Anything at all, as a row of which nothing is known. */
type Anything = Readonly<Record<string, unknown>> | null | undefined

const timeIn = (value: unknown): string | null => {
  const time = timeOf(value)
  return time === null ? null : new Date(time).toISOString()
}

const bannerOf = (row: Anything): Banner | null => {
  const subject = (['chat', 'attachments'] as const).find((word) => word === row?.['subject'])
  const effect = EFFECTS.find((word) => word === row?.['effect'])
  return row && subject && effect
    ? {
        subject,
        effect,
        certainty: row['certainty'] === 'confirmed' ? 'confirmed' : 'possible',
        recovering: row['recovering'] === true,
        incident: textOf(row['incident']),
        since: timeIn(row['since']),
      }
    : null
}

/**
 * A verdict of the judge, of another tab or of a relay, as far as it can be believed: what is drawn comes from closed
 * lists and times alone. Impacts are handed on as they came: nothing of ours is drawn or decided by them. Where nothing
 * is affected it is a level alone. Null where it is no verdict.
 */
export const findingOf = (value: unknown): Finding | null => {
  const row = value as Anything
  const level = LEVELS.find((word) => word === row?.['level'])
  if (!row || !level) return null
  const impacts = rowsOf(row['impacts']) as readonly Impact[]
  const banner = bannerOf(row['banner'] as Anything)
  const isWell = level === 'ok'
  if (!banner && !impacts.length) return { level: isWell ? level : 'unknown' }
  return {
    // Health is claimed only where nothing is held against it.
    level: isWell ? 'unknown' : level,
    recovering: row['recovering'] === true,
    impacts,
    banner,
    nextUpdate: null,
    upcoming: [],
  }
}
