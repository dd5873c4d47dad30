import { MINUTE } from '../../../../shared/model/limits.ts'
import { quote } from '../../../../shared/text/quote.ts'
import { extension } from '../../../text/en.ts'
import { intersection, lengthOf } from '../intervals.ts'
import { type Exported, namesOf, wallText } from './exported.ts'

const { bases, columns } = extension.history.export

/**
 * Where a spreadsheet would read a formula: at the beginning of a text, behind blanks and quotation marks too, and behind
 * a semicolon, at which it begins a cell wherever the comma is the decimal point. Wide signs count like narrow ones.
 */
const FORMULA = /(^|;)(?=[\s\p{Cf}\p{Pi}\p{Pf}"']*[=+\-@\u2212\uFF0B\uFF0D\uFF1D\uFF20])/gu

/** Texts stay on one line, so that a row is a line. What is a number stays one. */
const cell = (value: string | number): string => {
  if (typeof value === 'number') return String(value)
  const text = quote(value, 300).replace(FORMULA, "$1'")
  return /[",;]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

/** A table with a row for each span, for spreadsheets (RFC 4180). */
export const csvOf = ({ timeline, podName, place, working, linkOf }: Exported): string => {
  const titles = new Map(timeline.stories.map(({ id, title }) => [id, title]))
  // Whole minutes: half the world would read a decimal point as something else.
  const minutes = (time: number): number => Math.round(time / MINUTE)
  const rows = timeline.spans.map((span) => [
    podName,
    ...namesOf(span, place),
    wallText(span.from, place.timeZone),
    wallText(span.to, place.timeZone),
    place.timeZone,
    minutes(span.to - span.from),
    minutes(lengthOf(intersection([span], working))),
    bases[span.basis],
    titles.get(span.incident ?? '') ?? '',
    span.incident ?? '',
    linkOf(span.incident),
  ])
  // Without the mark at the beginning, Excel takes it for another encoding.
  return `\uFEFF${[Object.values(columns), ...rows].map((row) => `${row.map(cell).join(',')}\r\n`).join('')}`
}
