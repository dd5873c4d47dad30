import fc from 'fast-check'
import { expect, it } from 'vitest'
import { csvOf } from '../../../extension/domain/history/export/csv.ts'
import { quote } from '../../../shared/text/quote.ts'
import { anyCharacter, exported, span, story } from './historyExample.ts'

/** A reader of its own, as spreadsheets have it: some cut at semicolons, or at both. */
const parse = (csv: string, separators = ','): string[][] => {
  const rows: string[][] = []
  let [row, cell, isQuoted]: [string[], string, boolean] = [[], '', false]
  const text = csv.replace(/^\uFEFF/, '')
  for (let i = 0; i < text.length; i++) {
    const one = text.charAt(i)
    if (one === '"' && isQuoted && text[i + 1] === '"') cell += text[i++]
    else if (one === '"' && (isQuoted || cell === '')) isQuoted = !isQuoted
    else if (isQuoted || !`${separators}\r`.includes(one)) cell += one
    else {
      row.push(cell)
      cell = ''
      if (one === '\r') {
        rows.push(row)
        row = []
        i++
      }
    }
  }
  return rows
}

const withTitle = (title: string): string =>
  csvOf(exported({ spans: [span('01T16:30:00', '01T17:11:00')], stories: [{ ...story, title }] }))
const titleIn = (csv: string): string | undefined => parse(csv)[1]?.[10]

const SIGNS = ['=', '+', '-', '@', '＝', '＋', '－', '＠', '−']
const isFormula = (cell: string): boolean =>
  SIGNS.some((sign) => cell.replace(/^[\s"'“”]+/, '').startsWith(sign))
const isHarmless = (cell: string): boolean => !isFormula(cell) || cell.startsWith("'")

it('has a row for each span, by the clock of the place', () => {
  const csv = csvOf(exported())
  expect(csv).toMatch(/^\uFEFFPod,Feature,/)
  expect(csv.split('\r\n')).toHaveLength(4)
  expect(csv.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/)
  expect(parse(csv)).toEqual([
    [
      ...['Pod', 'Feature', 'Effect', 'Certainty', 'Start', 'End', 'Time zone', 'Minutes'],
      ...['Minutes in working hours', 'Known from', 'Report', 'Incident', 'Link'],
    ],
    [
      ...['Prod2 (EU)', 'Chat', 'Errors', 'Confirmed', '2026-09-01 18:30', '2026-09-01 19:11'],
      ...['Europe/Berlin', '41', '21', 'Seen by Podlight', 'Chat is slow, and “errors” show', 'abc123'],
      'https://status.example/abc123',
    ],
    [
      ...['Prod2 (EU)', 'Email', 'Errors', 'Possible', '2026-09-02 08:00', '2026-09-02 08:10'],
      ...['Europe/Berlin', '10', '0', 'Status page', '', '', 'https://status.example/'],
    ],
  ])
})

it('keeps apart what was seen and what the page told later', () => {
  const spans = [span('01T16:00:00', '01T16:30:00'), span('01T16:30:00', '01T17:00:00', { basis: 'page' })]
  expect(parse(csvOf(exported({ spans })))).toHaveLength(3)
})

it('writes times and numbers alike in every language', () => {
  const place = { ...exported().place, locale: 'ar-EG' }
  expect(parse(csvOf({ ...exported(), place }))[1]?.slice(4, 9)).toEqual(
    parse(csvOf(exported()))[1]?.slice(4, 9),
  )
})

it.each([
  ...SIGNS.map((sign) => `${sign}1+1`),
  '\t=1',
  '\r\n=1',
  '  @SUM(1)',
  '"=1"',
  '“＝1”',
  "' -1",
  '\u200D=1',
])('%j is no formula', (title) => {
  // Without the guard, this is what the cell would begin with.
  expect(isHarmless(quote(title).replace(/^[\u200D']+/, ''))).toBe(false)
  expect(titleIn(withTitle(title))).toBe(`'${quote(title)}`)
})

it('lets no formula hide behind a semicolon, which begins a cell in many countries', () => {
  const title = 'Slow; =HYPERLINK("https://x.example")'
  expect(parse(`a,"${title}"`.concat('\r\n'), ';')[0]?.[1]).toMatch(/^ =/)
  expect(parse(withTitle(title), ';').flat().every(isHarmless)).toBe(true)
})

it('leaves other texts as they are', () => {
  for (const title of ['Chat – slow', 'A=B', 'Fix in -10 minutes; maybe', 'user@host', '', '100 %'])
    expect(titleIn(withTitle(title))).toBe(title)
})

it('can be read back, whatever a title holds, and nowhere begins a formula', () => {
  const part = fc.oneof(
    fc.constantFrom(...SIGNS, ';', ',', '"', "'", ' ', '\t', '\r', '\n', '“', '\u2028', '\u0000'),
    anyCharacter,
  )
  fc.assert(
    fc.property(fc.array(part, { maxLength: 12 }), (parts) => {
      const title = parts.join('')
      const csv = withTitle(title)
      const cells = parse(csv)
      expect(cells.map((row) => row.length)).toEqual([13, 13])
      expect(titleIn(csv)?.replaceAll("'", '')).toBe(quote(title, 300).replaceAll("'", ''))
      const all = [',', ';', ',;'].flatMap((separators) => parse(csv, separators).flat())
      expect(all.filter((cell) => !isHarmless(cell))).toEqual([])
    }),
  )
})
