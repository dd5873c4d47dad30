import { isRow, type Row, rowsOf, textOf } from '../../shared/feed/guards.ts'
import { type Banner, EFFECTS, type Impact, type Judgement, LEVELS } from '../../shared/judge/verdict.ts'

/** The named fields of a row as texts, or null. */
const texts = (row: Row, names: string): Record<string, string | null> =>
  Object.fromEntries(names.split(' ').map((name) => [name, textOf(row[name])]))

const claim = (row: unknown): Record<string, unknown> | null =>
  isRow(row) && EFFECTS.some((effect) => effect === row['effect'])
    ? {
        ...texts(row, 'capability subject effect phase since incident'),
        certainty: row['certainty'] === 'confirmed' ? 'confirmed' : 'possible',
        recovering: row['recovering'] === true,
        because: [],
      }
    : null

/**
 * A verdict that was stored by another tab, or sent by a relay, as far as it can be believed: what is drawn comes from
 * closed lists and times alone.
 */
export const verdictOf = (value: unknown, pod: string, asOf: string): Judgement | null => {
  if (!isRow(value) || value['pod'] !== pod) return null
  const level = LEVELS.find((word) => word === value['level'])
  const banner = claim(value['banner'])
  const subject = banner?.['subject']
  return level
    ? {
        pod,
        level,
        recovering: value['recovering'] === true,
        asOf,
        impacts: rowsOf(value['impacts']).map(claim).filter(Boolean) as unknown as Impact[],
        banner: subject === 'chat' || subject === 'attachments' ? (banner as unknown as Banner) : null,
        nextUpdate: null,
        upcoming: [],
      }
    : null
}
