import { describe, expect, it } from 'vitest'
import { short } from '../../../support/ask.ts'
import { judged, levelOf, levelsOf } from '../../../support/judged.ts'
import { type Fields, idOf, type Json, wholeDocument } from '../../../support/wholeDocument.ts'

/** Groups that sum up their rows, or have lost them. */

describe('groups', () => {
  it.each([
    ['prod1', 'major_outage', ['platform:down'], []],
    ['prod1', 'under_maintenance', ['platform:maintenance'], []],
    ['prod1', 'on_fire', ['platform:failing'], []],
    ['third', 'partial_outage', ['platform:failing?'], ['platform:failing?']],
  ])('%s reads %s over rows that are well', (group, status, first, second) => {
    const feed = wholeDocument({ [group]: status })
    expect(short(judged(feed))).toEqual(first)
    expect(short(judged(feed, 'prod2'))).toEqual(second)
  })

  it('that sum up a row which is as bad say nothing more', () => {
    const feed = wholeDocument({ prod1: 'major_outage', 'prod1 Search': 'major_outage' })
    expect(short(judged(feed))).toEqual(['search:down'])
    const worse = wholeDocument({ prod1: 'major_outage', 'prod1 Search': 'degraded_performance' })
    expect(short(judged(worse))).toEqual(['platform:down', 'search:delayed'])
  })

  const withSecond = (rows: Fields[]) => {
    const feed = wholeDocument()
    const second = { id: 'more', name: 'Prod1 (US) Beta', group: true, status: 'operational', group_id: null }
    const list = [...(feed['components'] as Json[]), { ...second, components: ['b1', 'b2'] }, ...rows]
    return { ...feed, components: list }
  }
  const beta = (id: string): Fields => ({
    id,
    name: id,
    status: 'operational',
    group_id: 'more',
    group: false,
  })

  it('of one pod must all be whole', () => {
    expect(levelsOf(withSecond([beta('b1'), beta('b2')]))).toEqual(['ok', 'ok'])
    expect(levelsOf(withSecond([beta('b1')]))).toEqual(['unknown', 'ok'])
    expect(levelsOf(withSecond([]))).toEqual(['unknown', 'ok'])
  })

  it.each<[string, Json | undefined]>([
    ['missing', undefined],
    ['null', null],
    ['empty', []],
    ['a text', 'Search'],
    ['torn', [idOf('prod1', 'Search'), null]],
  ])('without a list of what they hold prove nothing: %s', (_, children) => {
    const feed = wholeDocument()
    const rows = (feed['components'] as Fields[]).map(({ components, ...row }) => {
      if (components === undefined) return row
      const own = row['id'] === 'prod1' ? children : components
      return own === undefined ? row : { ...row, components: own }
    })
    expect(levelsOf({ ...feed, components: rows })).toEqual(['unknown', 'ok'])
  })

  it('are told by their lists where rows have lost their group', () => {
    const feed = wholeDocument({ prod1: 'major_outage', 'prod1 Search': 'major_outage' })
    const rows = (feed['components'] as Fields[]).map((row) => ({ ...row, group_id: null }))
    expect(short(judged({ ...feed, components: rows }))).toEqual(['search:down'])
    expect(levelOf({ ...feed, components: rows }, 'prod2')).toBe('ok')
  })

  it('need no word of their own where none has one', () => {
    const feed = wholeDocument()
    const rows = (feed['components'] as Fields[]).map(({ status, ...row }) =>
      row['group'] === true ? row : { ...row, status: status ?? null },
    )
    expect(levelsOf({ ...feed, components: rows })).toEqual(['ok', 'ok'])
  })
})
