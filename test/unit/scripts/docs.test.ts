import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { INCIDENTS } from '../../../scripts/demo/incidents.ts'
import { EFFECTS, LEVELS, REASONS } from '../../../shared/model/verdict.ts'
import { CAPACITY, PRICE } from '../../../shared/polling/bucket.ts'
import { AFFECTED, SAVING, WELL } from '../../../shared/polling/waits.ts'
import { ask, short } from '../../support/ask.ts'
import { plain, rowsUnder } from '../../support/tables.ts'

const read = (path: string): string => readFileSync(new URL(`../../../${path}`, import.meta.url), 'utf8')

describe('docs/judgement.md', () => {
  const text = read('docs/judgement.md')

  it('lists the effects, worst first, with the status that leads to each', () => {
    const rows = rowsUnder(text, 'Effects')
    expect(rows.map(([effect]) => plain(effect))).toEqual([...EFFECTS])
    for (const [effect, status] of rows)
      if (plain(status) !== '')
        expect(short(ask({ title: 'Prod8', others: [`prod1 Search=${plain(status)}`] }))).toEqual([
          `search:${plain(effect)}`,
        ])
  })

  it('lists every level and every reason', () => {
    expect(
      rowsUnder(text, 'Levels')
        .map(([level]) => plain(level))
        .sort(),
    ).toEqual([...LEVELS].sort())
    expect(rowsUnder(text, 'Why a verdict').map(([reason]) => plain(reason))).toEqual([...REASONS])
  })
})

describe('docs/polling.md', () => {
  const text = read('docs/polling.md')

  it('tells the waits and the budget as they are', () => {
    const waits = new Map(
      rowsUnder(text, 'When')
        .concat(rowsUnder(`## ${text}`, '# When'))
        .map(([state, wait]) => [state, wait]),
    )
    expect(waits.get('well')).toBe(`${WELL / 1000} s`)
    expect(waits.get('affected')).toBe(`${AFFECTED / 1000} s`)
    expect(waits.get('data saver on')).toBe(`${SAVING / 60_000} min`)
    expect(text).toContain(`${CAPACITY} requests saved at most, one more every ${PRICE / 1000} seconds`)
  })
})

describe('README.md', () => {
  it('tells how late the page was in the real incidents', () => {
    const silences = INCIDENTS.map(({ moments }) => {
      const at = (kind: string): number => moments.find((one) => one.kind === kind)?.at ?? Number.NaN
      return (at('post') - at('began')) / 60_000
    })
    expect(silences).toHaveLength(5)
    const most = Math.max(...silences)
    expect(text.replaceAll(/\s+/g, ' ')).toContain(
      `${Math.min(...silences)} minutes to ${Math.floor(most / 60)} hours and ${most % 60} minutes`,
    )
  })

  const text = read('README.md')
  const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> }

  it('names only commands that exist', () => {
    const named = [...text.matchAll(/npm (?:run (?:-s )?)?([a-z]+(?:-[a-z]+)*)/g)].map(
      ([, name]) => name ?? '',
    )
    expect(named.length).toBeGreaterThan(8)
    for (const name of named) expect([...Object.keys(scripts), 'ci']).toContain(name)
  })

  it('links only to files that are there', () => {
    const links = [...text.matchAll(/\]\(([^)#]+)\)/g)].map(([, link]) => link ?? '')
    expect(links.length).toBeGreaterThan(4)
    for (const link of links) expect(read(link).length).toBeGreaterThan(0)
  })
})
