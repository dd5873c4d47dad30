import { describe, expect, it } from 'vitest'
import { fileNameOf } from '../../../extension/domain/history/export/fileName.ts'
import { jsonOf } from '../../../extension/domain/history/export/json.ts'
import { exported, story } from './historyExample.ts'

describe('the document for programs', () => {
  const text = jsonOf(exported())

  it('says what it is, of which pod and which time', () => {
    expect(text).toMatch(/^\{\n {2}"podlight": 1,\n {2}"kind": "history",\n/)
    expect(JSON.parse(text)).toMatchObject({
      pod: 'prod2',
      name: 'Prod2 (EU)',
      from: '2026-09-01T00:00:00.000Z',
      to: '2026-09-30T00:00:00.000Z',
      timeZone: 'Europe/Berlin',
      madeAt: '2026-09-30T12:00:00.000Z',
      watched: [{ from: '2026-09-01T00:00:00.000Z', to: '2026-09-02T08:00:00.000Z' }],
    })
  })

  it('holds every span', () => {
    expect(JSON.parse(text).spans).toHaveLength(2)
    expect(JSON.parse(text).spans[1]).toEqual({
      capability: 'email',
      effect: 'failing',
      certainty: 'possible',
      incident: null,
      basis: 'page',
      from: '2026-09-02T06:00:00.000Z',
      to: '2026-09-02T06:10:00.000Z',
    })
  })

  it('holds the whole story of a report, with why', () => {
    const [stage] = story.stages
    expect(JSON.parse(text).reports[0]).toMatchObject({
      id: 'abc123',
      kind: 'incident',
      title: story.title,
      link: 'https://status.example/abc123',
      started: '2026-09-01T16:30:00.000Z',
      firstUpdate: '2026-09-01T16:33:00.000Z',
      ended: '2026-09-01T17:11:00.000Z',
      knownUntil: '2026-09-01T17:11:00.000Z',
      updates: [
        { phase: 'resolved', at: '2026-09-01T17:11:00.000Z', text: 'All is well; thanks.' },
        { phase: 'investigating', at: '2026-09-01T16:33:00.000Z', text: 'We look into it.\nMore soon.' },
      ],
      promises: [
        {
          made: '2026-09-01T16:33:00.000Z',
          due: '2026-09-01T17:00:00.000Z',
          came: '2026-09-01T17:11:00.000Z',
        },
      ],
      stages: [
        {
          phase: 'investigating',
          from: '2026-09-01T16:30:00.000Z',
          to: '2026-09-01T17:11:00.000Z',
          impacts: stage?.impacts,
        },
        { phase: 'resolved', impacts: [] },
      ],
    })
  })

  it('says null of what has not come yet', () => {
    const open = { ...story, endedAt: null, promises: [{ madeAt: 0, due: 1, cameAt: null }] }
    expect(JSON.parse(jsonOf(exported({ stories: [open] }))).reports[0]).toMatchObject({
      ended: null,
      promises: [{ came: null }],
    })
  })
})

describe('the name of a file', () => {
  const name = (from: string, to: string, zone = 'Europe/Berlin'): string =>
    fileNameOf('prod2', Date.parse(from), Date.parse(to), 'csv', zone)

  it('is a month where it is a whole one, by the clock of the place', () => {
    expect(name('2026-08-31T22:00:00Z', '2026-09-30T22:00:00Z')).toBe('podlight-prod2-2026-09.csv')
    expect(name('2026-09-01T00:00:00Z', '2026-10-01T00:00:00Z', 'UTC')).toBe('podlight-prod2-2026-09.csv')
    // The clocks change within it.
    expect(name('2026-09-30T22:00:00Z', '2026-10-31T23:00:00Z')).toBe('podlight-prod2-2026-10.csv')
  })

  it('has the first and the last day of anything else', () => {
    expect(name('2026-09-01T00:00:00Z', '2026-10-01T00:00:00Z')).toBe(
      'podlight-prod2-2026-09-01-to-2026-10-01.csv',
    )
    expect(name('2026-08-31T22:00:00Z', '2026-09-30T21:59:00Z')).toBe(
      'podlight-prod2-2026-09-01-to-2026-09-30.csv',
    )
    expect(name('2026-07-31T22:00:00Z', '2026-09-30T22:00:00Z')).toBe(
      'podlight-prod2-2026-08-01-to-2026-09-30.csv',
    )
  })
})
