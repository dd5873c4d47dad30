import { describe, expect, it } from 'vitest'
import { short } from '../../../support/ask.ts'
import { CHAT, INCOMPLETE, judged, levelOf, levelsOf } from '../../../support/judged.ts'
import {
  componentRow,
  type Fields,
  idOf,
  incident,
  type Json,
  update,
  wholeDocument,
} from '../../../support/wholeDocument.ts'

/** Rows that are torn, lost or without a status: none of it ever proves health. */

describe('rows of an incident', () => {
  const listing = (...rows: Json[]) => wholeDocument({}, [incident({ components: rows })])

  it('name their pod without a status of their own', () => {
    const { status: _, ...bare } = componentRow('prod1', CHAT)
    expect(levelsOf(listing(bare))).toEqual(['degraded', 'ok'])
    const down = wholeDocument({ [`prod1 ${CHAT}`]: 'major_outage', prod1: 'major_outage' }, [
      incident({ components: [bare] }),
    ])
    expect(judged(down).impacts).toMatchObject([{ capability: 'chat', effect: 'down', incident: 'i1' }])
  })

  it('take the worse of their status there and in the list of components', () => {
    expect(short(judged(listing(componentRow('prod1', CHAT, 'major_outage'))))).toEqual(['chat:down'])
  })

  it('name it by group and name where the id was lost', () => {
    expect(short(judged(listing({ ...componentRow('prod1', 'Search', 'major_outage'), id: null })))).toEqual([
      'search:down',
    ])
  })

  it.each<[string, Json]>([
    ['null', null],
    ['a text', 'prod1'],
    ['empty', {}],
    ['of an id nobody knows', { id: 'xyz', name: 'Something', status: 'operational' }],
  ])('that cannot be read may be anybody’s: %s', (_, lost) => {
    const feed = listing(componentRow('prod2', CHAT), lost)
    expect(judged(feed)).toMatchObject(INCOMPLETE)
    expect(levelOf(feed, 'prod2')).toBe('degraded')
  })
})

describe('rows that cannot be read', () => {
  it.each<[string, Json]>([
    ['text', 'Chat is down'],
    ['a list', ['Chat is down']],
    ['a number', 7],
    ['null', null],
    ['an empty object', {}],
  ])('prove no health as incident or maintenance: %s', (_, lost) => {
    const feed = wholeDocument()
    expect(judged({ ...feed, incidents: [lost] })).toMatchObject(INCOMPLETE)
    expect(judged({ ...feed, scheduled_maintenances: [lost] })).toMatchObject(INCOMPLETE)
    expect(judged({ ...feed, components: [...(feed['components'] as Json[]), lost] })).toMatchObject(
      INCOMPLETE,
    )
  })

  it.each<[string, Json | undefined]>([
    ['null', null],
    ['missing', undefined],
    ['an object', {}],
    ['a text', 'none'],
  ])('nor does a list of maintenances that is %s', (_, lost) => {
    const { scheduled_maintenances: __, ...feed } = wholeDocument()
    expect(judged(lost === undefined ? feed : { ...feed, scheduled_maintenances: lost })).toMatchObject(
      INCOMPLETE,
    )
  })

  it('and incidents that are no list make no document', () => {
    for (const incidents of [{}, { 0: incident({}) }, null, 'none'])
      expect(levelOf({ ...wholeDocument(), incidents })).toBe('not-a-feed')
  })

  it.each<[string, Fields]>([
    ['updates are null', { incident_updates: null }],
    ['updates are a text', { incident_updates: 'We are looking into chat in Prod1.' }],
    ['an update is lost', { incident_updates: [update('investigating', 'One.', 1), null] }],
    ['a body is lost', { incident_updates: [{ ...update('investigating', '', 1), body: null }] }],
    ['an update’s phase is lost', { incident_updates: [{ ...update('', 'One.', 1), status: 7 }] }],
    ['its title is lost', { name: null }],
    ['its phase is lost', { status: null }],
    ['what an update spoke for is lost', { incident_updates: [update('identified', 'One.', 1, 'prod1')] }],
  ])('another pod’s incident proves nothing for mine where %s', (_, fields) => {
    const told = { name: 'Chat is slow', components: [componentRow('prod2', CHAT)], ...fields }
    expect(judged(wholeDocument({}, [incident(told)]))).toMatchObject(INCOMPLETE)
    expect(levelOf(wholeDocument({}, [incident(told)]), 'prod2')).toBe('degraded')
  })

  it('keep the doubt in their own group', () => {
    const feed = wholeDocument()
    const rows = feed['components'] as Fields[]
    const torn = (id: string, fields: Fields) => ({
      ...feed,
      components: rows.map((row) => (row['id'] === id ? { ...row, ...fields } : row)),
    })
    expect(levelsOf(torn(idOf('prod1', 'Search'), { status: null }))).toEqual(['unknown', 'ok'])
    expect(levelsOf(torn(idOf('prod1', 'Search'), { status: null, group_id: null }))).toEqual([
      'unknown',
      'ok',
    ])
    expect(levelsOf(torn(idOf('third', 'PubNub'), { status: null }))).toEqual(['unknown', 'unknown'])
    expect(levelsOf(torn('regional', { status: null }))).toEqual(['unknown', 'unknown'])
    expect(levelsOf(torn('prod2', { status: null }))).toEqual(['ok', 'unknown'])
    expect(levelsOf(torn('prod2', { name: null }))).toEqual(['unknown', 'unknown'])
  })
})
