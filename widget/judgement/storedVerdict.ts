import { isoOf, isRow, rowsOf, textOf, timeOf } from '../../shared/model/guards.ts'
import { type Banner, EFFECTS, type Impact, type Judgement, LEVELS } from '../../shared/model/verdict.ts'

const bannerOf = (row: unknown): Banner | null =>
  isRow(row) &&
  (row['subject'] === 'chat' || row['subject'] === 'attachments') &&
  EFFECTS.some((effect) => effect === row['effect'])
    ? ({
        subject: row['subject'],
        effect: row['effect'],
        certainty: row['certainty'] === 'confirmed' ? 'confirmed' : 'possible',
        recovering: row['recovering'] === true,
        incident: textOf(row['incident']),
        since: isoOf(timeOf(row['since'])),
      } as unknown as Banner)
    : null

/**
 * What was stored by another tab, or sent by a relay, as far as it can be believed: what is drawn comes from closed
 * lists and times alone. Impacts are handed on as they came: nothing of ours is drawn or decided by them.
 */
export const verdictOf = (value: unknown, pod: string, asOf: string): Judgement | null => {
  if (!isRow(value)) return null
  const level = LEVELS.find((word) => word === value['level'])
  const impacts = rowsOf(value['impacts']) as readonly Impact[]
  const banner = bannerOf(value['banner'])
  return level
    ? {
        pod,
        // Health is claimed only where nothing is held against it.
        level: level === 'ok' && (banner || impacts.length) ? 'unknown' : level,
        recovering: value['recovering'] === true,
        asOf,
        impacts,
        banner,
        nextUpdate: null,
        upcoming: [],
      }
    : null
}
