import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { FULL, MOST_PAGES } from '../../../extension/background/pageLists.ts'
import { fileNameOf } from '../../../extension/domain/history/export/fileName.ts'
import { jsonOf } from '../../../extension/domain/history/export/json.ts'
import { DEFAULT_SETTINGS } from '../../../extension/domain/settings.ts'
import { KEPT } from '../../../extension/storage/history/database.ts'
import { extension } from '../../../extension/text/en.ts'
import { MINUTE, STALE } from '../../../shared/model/limits.ts'
import { firstCells, plain, rowsUnder } from '../../support/tables.ts'
import { exported } from '../extension/historyExample.ts'

// What docs/history.md says of the history is what the code does.

const text = readFileSync(new URL('../../../docs/history.md', import.meta.url), 'utf8')
const { history } = extension

describe('docs/history.md', () => {
  it('lists the columns of the spreadsheet, in their order', () => {
    expect(firstCells(text, 'Columns of the CSV file')).toEqual(Object.values(history.export.columns))
  })

  it('lists the fields of the document for programs, and those inside them', () => {
    const document = JSON.parse(jsonOf(exported())) as Record<string, unknown>
    expect(firstCells(text, 'Fields of the JSON file')).toEqual(Object.keys(document))
    const inside = (field: string): string[] => {
      const [, told = ''] = rowsUnder(text, 'Fields').find(([name]) => plain(name) === field) ?? []
      return [...told.matchAll(/`(\w+)`/g)].map(([, name = '']) => name)
    }
    const keysOf = (field: string): string[] => Object.keys((document[field] as object[])[0] ?? {})
    expect(inside('watched')).toEqual(keysOf('watched'))
    expect(inside('reports')).toEqual(keysOf('reports'))
    expect(inside('noticed')).toEqual(keysOf('noticed'))
    expect(inside('spans').filter((name) => !/^(seen|page)$/.test(name))).toEqual(keysOf('spans'))
    expect(text).toContain(`this format: ${document['podlight']}`)
  })

  it('says how far back it goes', () => {
    expect(rowsUnder(text, 'How far back').map(([, much]) => much)).toEqual([
      `${KEPT / (24 * 60 * MINUTE)} days`,
      `${FULL}`,
      `${MOST_PAGES}`,
    ])
    expect(text).toContain(`A break of up to ${STALE / MINUTE} minutes`)
  })

  it('names where a number comes from as the page does', () => {
    expect(firstCells(text, 'Where each number comes from')).toEqual([history.basis.seen, history.basis.page])
  })

  it('calls the parts of the page what they are called', () => {
    const { picture, month, incidents, share, about } = history
    const names = [
      ...[picture.title, month.title, incidents.title, share.title, about.title].map((name) => `**${name}**`),
      ...[picture.zoom, picture.table, share.print, month.byFeature, month.byMonth, month.working].map(
        (name) => `*${name}`,
      ),
      ...[month.typical, month.worst, month.show, incidents.endUnknown, history.report.uncounted].map(
        (name) => `*${name.replace(/:? \{.*/, '')}`,
      ),
      `*${incidents.only.replace('{time}', 'September 2026')}*`,
    ]
    const unbroken = text.replaceAll(/\n */g, ' ')
    for (const name of names) expect(unbroken).toContain(name)
  })

  it('has the columns of the table by feature', () => {
    const { feature, working, how } = history.columns
    const { seen, page } = history.basis
    expect(firstCells(text, 'By feature')).toEqual([
      feature,
      history.month.affected,
      working,
      seen,
      page,
      how,
    ])
  })

  it('says of a promised update what the page says, in as many ways', () => {
    const { onTime, endedBefore, late, missing, pending, unclear } = history.incidents
    const said = [onTime, endedBefore, late, missing, pending, unclear].map((one) =>
      one.replace('{text}: ', '').replace('{length}', '12 min'),
    )
    expect(firstCells(text, 'Late updates')).toEqual(said)
  })

  it('calls a month’s file as it is called', () => {
    const [from, to] = [Date.UTC(2026, 8), Date.UTC(2026, 9)]
    expect(text).toContain(`\`${fileNameOf('prod1', from, to, 'csv', 'UTC')}\``)
  })

  it('knows the working hours that nobody has changed', () => {
    expect(DEFAULT_SETTINGS.workingHours).toEqual({ days: [1, 2, 3, 4, 5], from: '09:00', to: '17:00' })
    expect(text).toContain('Monday to Friday from 9 to 5')
  })
})
