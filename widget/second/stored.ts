import { isoOf, isRow, type Row, rowsOf, textOf, timeOf } from '../../shared/feed/guards.ts'
import { type Banner, EFFECTS, type Impact, type Judgement, LEVELS } from '../../shared/judge/verdict.ts'

/** The named fields of a row as texts, or null. */
const texts = (row: Row, names: string): Record<string, unknown> =>
  Object.fromEntries(names.split(' ').map((name) => [name, textOf(row[name])]))

/** What impacts and banner have in common; null where it is none. */
const claimOf = (row: unknown, names: string): Record<string, unknown> | null =>
  isRow(row) && EFFECTS.some((effect) => effect === row['effect'])
    ? {
        ...texts(row, `${names} effect incident`),
        since: isoOf(timeOf(row['since'])),
        certainty: row['certainty'] === 'confirmed' ? 'confirmed' : 'possible',
      }
    : null

const impactsOf = (row: unknown): Impact[] => {
  const claim = claimOf(row, 'capability phase')
  const because = isRow(row)
    ? rowsOf(row['because']).map((reason) => texts(isRow(reason) ? reason : {}, 'source text'))
    : []
  return claim?.['capability'] ? [{ ...claim, because } as unknown as Impact] : []
}

const bannerOf = (row: unknown): Banner | null => {
  const claim = claimOf(row, 'subject')
  return isRow(row) && /^(chat|attachments)$/.test(`${claim?.['subject']}`)
    ? ({ ...claim, recovering: row['recovering'] === true } as unknown as Banner)
    : null
}

/**
 * A verdict that was stored by another tab, or sent by a relay, as far as it can be believed: what is drawn comes from
 * closed lists and times alone.
 */
export const verdictOf = (value: unknown, pod: string, asOf: string): Judgement | null => {
  if (!isRow(value) || value['pod'] !== pod) return null
  const level = LEVELS.find((word) => word === value['level'])
  const impacts = rowsOf(value['impacts']).flatMap(impactsOf)
  const banner = bannerOf(value['banner'])
  return level
    ? {
        pod,
        // Health is claimed only where nothing is held against it.
        level: level === 'ok' && (banner || impacts[0]) ? 'unknown' : level,
        recovering: value['recovering'] === true,
        asOf,
        impacts,
        banner,
        nextUpdate: null,
        upcoming: [],
      }
    : null
}
