import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readStatuspage } from '../../../shared/feed/summary.ts'
import { createJudge } from '../../../shared/judge/judge.ts'
import { promiseOf } from '../../../shared/judge/promise.ts'
import { kustomer } from '../../../shared/vendors/kustomer.ts'
import { short } from '../../support/ask.ts'
import { changed, losses, type Path, pathsOf, REMOVED, valueAt } from '../../support/losses.ts'
import {
  componentRow,
  type Fields,
  idOf,
  incident,
  type Json,
  MADE_AT,
  maintenance,
  touchedRow,
  update,
  wholeDocument,
} from '../../support/wholeDocument.ts'

/** Right documents whose rows are missing, torn or at odds with each other: none of it ever proves health. */

const judge = createJudge(kustomer, promiseOf)
const NOW = Date.parse(MADE_AT)

const judged = (feed: unknown, pod = 'prod1') => {
  const parsed = readStatuspage(feed, kustomer)
  if (!parsed.ok) throw new Error(parsed.detail)
  return judge(parsed.value, pod, { now: NOW, fetchedAt: NOW })
}
/** A level, or why the document was refused. */
const levelOf = (feed: unknown, pod = 'prod1'): string => {
  const parsed = readStatuspage(feed, kustomer)
  return parsed.ok ? judge(parsed.value, pod, { now: NOW, fetchedAt: NOW }).level : parsed.failure
}
const both = (feed: unknown) => [levelOf(feed, 'prod1'), levelOf(feed, 'prod2')]

const INCOMPLETE = { level: 'unknown', reason: 'incomplete' }
const CHAT = 'Channel - Chat'

it('is ok where all is whole and well', () => {
  expect(both(wholeDocument())).toEqual(['ok', 'ok'])
})

describe('an incident that lists no components', () => {
  const touched = [touchedRow('prod1', CHAT, 'major_outage')]
  const told = (components: Json | undefined, rows: Json = touched) => {
    const one = incident({
      name: 'We are looking into an event',
      incident_updates: [update('investigating', 'Our team is at work.', 5, rows)],
    })
    if (components === undefined) delete one['components']
    else one['components'] = components
    return wholeDocument({}, [one])
  }

  it.each([
    ['empty', []],
    ['null', null],
    ['missing', undefined],
  ])('is judged by what its updates spoke for: %s', (_, components) => {
    expect(short(judged(told(components)))).toEqual(['chat:down'])
    expect(levelOf(told(components), 'prod2')).toBe('ok')
  })

  it('takes the newest update that names a component', () => {
    const feed = wholeDocument({}, [
      incident({
        name: 'Event',
        incident_updates: [
          update('identified', 'We go on.', 20),
          update('identified', 'It is less bad.', 10, [
            touchedRow('prod1', CHAT, 'degraded_performance', 'major_outage'),
          ]),
          update('investigating', 'It is bad.', 5, touched),
        ],
      }),
    ])
    expect(short(judged(feed))).toEqual(['chat:delayed'])
  })

  it('names its pod though the component reads operational throughout, until it is said to be well again', () => {
    const rows = [touchedRow('prod1', CHAT, 'operational')]
    expect(levelOf(told([], rows))).not.toBe('ok')
    const recovered = incident({
      incident_updates: [
        update('monitoring', 'We watch.', 20, [touchedRow('prod1', CHAT, 'operational', 'major_outage')]),
        update('investigating', 'It is bad.', 5, touched),
      ],
    })
    expect(levelOf(wholeDocument({}, [recovered]))).toBe('ok')
    expect(judged(wholeDocument({}, [{ ...recovered, components: null }]))).toMatchObject(INCOMPLETE)
  })

  it('proves nothing for any pod where the updates do not tell either', () => {
    expect(levelOf(told(null, null))).not.toBe('ok')
    const named = incident({ name: 'Chat is slow (Prod2)', components: null })
    expect(judged(wholeDocument({}, [named]))).toMatchObject(INCOMPLETE)
    expect(levelOf(wholeDocument({}, [{ ...named, components: [] }]))).toBe('ok')
  })

  it('knows a pod that the page does not list yet by the name of its component', () => {
    const rows = [
      { ...touchedRow('prod1', CHAT, 'major_outage'), code: 'new', name: `Prod4 (India) - ${CHAT}` },
    ]
    expect(short(judged(told([], rows), 'prod4'))).toEqual(['chat:down'])
    expect(both(told([], rows))).toEqual(['ok', 'ok'])
  })
})

describe('a component that an open incident lists no more', () => {
  const told = (now: string, later: Json = null) =>
    wholeDocument({}, [
      incident({
        name: 'Messages arrive late',
        incident_updates: [
          update('identified', 'We are at it.', 20, later),
          update('identified', 'We are at it.', 10, [touchedRow('prod1', CHAT, now, 'degraded_performance')]),
          update('investigating', 'We are looking.', 5, [
            touchedRow('prod1', CHAT, 'degraded_performance'),
            touchedRow('prod2', CHAT, 'degraded_performance'),
          ]),
        ],
        components: [componentRow('prod2', CHAT)],
      }),
    ])

  it('counts on with the status that was last said of it', () => {
    expect(short(judged(told('partial_outage')))).toEqual(['chat:failing'])
  })

  it('counts no more once it was said to be well, or a later list leaves it out', () => {
    expect(levelOf(told('operational'))).toBe('ok')
    expect(levelOf(told('partial_outage', [touchedRow('prod2', CHAT, 'partial_outage')]))).toBe('ok')
    expect(levelOf(told('operational'), 'prod2')).toBe('degraded')
  })
})

describe('rows of an incident', () => {
  const listing = (...rows: Json[]) => wholeDocument({}, [incident({ components: rows })])

  it('name their pod without a status of their own', () => {
    const { status: _, ...bare } = componentRow('prod1', CHAT)
    expect(both(listing(bare))).toEqual(['degraded', 'ok'])
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
    expect(both(torn(idOf('prod1', 'Search'), { status: null }))).toEqual(['unknown', 'ok'])
    expect(both(torn(idOf('prod1', 'Search'), { status: null, group_id: null }))).toEqual(['unknown', 'ok'])
    expect(both(torn(idOf('third', 'PubNub'), { status: null }))).toEqual(['unknown', 'unknown'])
    expect(both(torn('regional', { status: null }))).toEqual(['unknown', 'unknown'])
    expect(both(torn('prod2', { status: null }))).toEqual(['ok', 'unknown'])
    expect(both(torn('prod2', { name: null }))).toEqual(['unknown', 'unknown'])
  })
})

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
    expect(both(withSecond([beta('b1'), beta('b2')]))).toEqual(['ok', 'ok'])
    expect(both(withSecond([beta('b1')]))).toEqual(['unknown', 'ok'])
    expect(both(withSecond([]))).toEqual(['unknown', 'ok'])
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
    expect(both({ ...feed, components: rows })).toEqual(['unknown', 'ok'])
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
    expect(both({ ...feed, components: rows })).toEqual(['ok', 'ok'])
  })
})

describe('phases', () => {
  const told = (phase: string, latest: string) =>
    wholeDocument({}, [
      incident({
        name: 'Chat is down (Prod1)',
        status: phase,
        incident_updates: [
          update(latest, 'Chat is down in Prod1.', 20),
          update('investigating', 'We are looking.', 5),
        ],
        components: [componentRow('prod1', CHAT)],
      }),
    ])

  it.each([
    ['resolved', 'investigating'],
    ['resolved', 'identified'],
    ['resolved', 'monitoring'],
    ['postmortem', 'investigating'],
  ])('an incident called %s goes on while its latest update says %s', (phase, latest) => {
    const { level, impacts } = judged(told(phase, latest))
    expect(level).toBe('outage')
    expect(impacts[0]).toMatchObject({ phase: latest, capability: 'chat' })
    expect(impacts[0]?.because).toContainEqual({
      source: 'note',
      text: `The phase is ${phase}, yet the latest update says ${latest}.`,
    })
  })

  it.each(['resolved', 'Resolved', 'RESOLVED ', 'postmortem', 'completed'])('%s is over', (phase) => {
    expect(levelOf(told(phase, 'resolved'))).toBe('ok')
  })

  it('are read in whatever spelling, and unknown words are open', () => {
    expect(judged(told('Investigating', 'Investigating')).impacts[0]?.phase).toBe('investigating')
    expect(levelOf(told('looked at', 'investigating'))).toBe('outage')
    expect(judged(told('investigating', 'resolved')).level).not.toBe('ok')
  })

  it('of planned work: by its latest update it has begun, by the clock alone it has not', () => {
    const work = (latest: string, fields: Fields = {}) =>
      wholeDocument(
        {},
        [],
        [
          maintenance({
            name: 'Search upgrade (Prod1)',
            scheduled_for: '2026-05-04T09:00:00Z',
            incident_updates: [update(latest, 'Search may be slow.', 5)],
            components: [componentRow('prod1', 'Search')],
            ...fields,
          }),
        ],
      )
    expect(levelOf(work('in_progress'))).toBe('maintenance')
    expect(levelOf(work('In Progress', { status: 'In Progress' }))).toBe('maintenance')
    expect(levelOf(work('in_progress', { status: 'completed' }))).toBe('maintenance')
    expect(judged(work('scheduled'))).toMatchObject({ level: 'ok', upcoming: [{ incident: 'm1' }] })
  })
})

describe('planned work', () => {
  const work = (statuses: Readonly<Record<string, string>>, fields: Fields = {}, name = 'Search') =>
    judged(
      wholeDocument(
        statuses,
        [],
        [
          maintenance({
            name: `Scheduled maintenance of ${name.toLowerCase()} (Prod1)`,
            status: 'in_progress',
            incident_updates: [update('in_progress', `${name} is under maintenance in Prod1.`, 5)],
            components: [componentRow('prod1', name, statuses[`prod1 ${name}`])],
            ...fields,
          }),
        ],
      ),
    )

  it('told by component and text at once is one impact that keeps its incident', () => {
    const statuses = { prod1: 'under_maintenance', 'prod1 Search': 'under_maintenance' }
    expect(work(statuses).impacts).toMatchObject([
      { capability: 'search', effect: 'maintenance', incident: 'm1' },
    ])
    expect(work({ prod1: 'under_maintenance' }).impacts).toHaveLength(1)
  })

  it('explains no worse status, and no other component', () => {
    const down = work({ prod1: 'major_outage', 'prod1 Search': 'major_outage' })
    expect(down).toMatchObject({ level: 'outage' })
    const other = work({ prod1: 'under_maintenance', 'prod1 Exports': 'under_maintenance' })
    expect(short(other)).toEqual(['exports:maintenance', 'search:maintenance'])
  })
})

describe('spellings', () => {
  it.each([
    ['Operational', 'ok'],
    [' operational ', 'ok'],
    ['operational\u200b', 'ok'],
    ['Major Outage', 'outage'],
    ['MAJOR_OUTAGE', 'outage'],
    ['major-outage', 'outage'],
    ['degraded performance ', 'degraded'],
    ['not operational', 'degraded'],
  ])('a component reads "%s": %s', (status, level) => {
    expect(levelOf(wholeDocument({ 'prod1 Search': status }))).toBe(level)
  })

  it('an impact of an unknown word is none the less one', () => {
    const told = {
      name: 'Search (Prod1)',
      impact: 'Catastrophic',
      components: [componentRow('prod1', 'Search')],
    }
    expect(levelOf(wholeDocument({}, [incident(told)]))).toBe('degraded')
    expect(levelOf(wholeDocument({}, [incident({ ...told, impact: ' None ' })]))).toBe('notice')
  })

  it('ids may be numbers', () => {
    const numbered = new Map<string, number>()
    const numberOf = (id: string): number => numbered.get(id) ?? numbered.set(id, numbered.size + 1).size
    const feed = wholeDocument({ prod1: 'major_outage', 'prod1 Search': 'major_outage' }, [
      incident({ id: 12, components: [componentRow('prod1', 'Search', 'major_outage')] }),
    ])
    const text = JSON.stringify(feed).replace(
      /"((?:prod1|prod2|third)(?:-[\w-]+)?)"/g,
      (_, id: string) => `${numberOf(id)}`,
    )
    expect(judged(JSON.parse(text)).impacts).toMatchObject([{ capability: 'search', incident: '12' }])
    expect(levelOf(JSON.parse(text), 'prod2')).toBe('ok')
  })

  it.each([
    'ch&#97;t is d&#111;wn',
    'ch&#x61;t is down',
    'ch&#97t is down',
    'c\u200bhat is down',
    'c&shy;hat is do&zwnj;wn',
    'c&ZeroWidthSpace;hat is do&zwj;wn',
    'Ｃｈａｔ is ｄｏｗｎ',
    'ch\u00adat is\u00a0down',
    '<b>ch</b>at is down',
    '𝗖𝗵𝗮𝘁 is down',
  ])('a text reads as it looks: %s', (text) => {
    const pod = 'Prod\u20111'
    const told = incident({
      name: `Event in ${pod}`,
      incident_updates: [update('identified', `${text}.`, 5)],
    })
    expect(short(judged(wholeDocument({}, [told])))).toEqual(['chat:down'])
    expect(levelOf(wholeDocument({}, [told]), 'prod2')).toBe('ok')
  })
})

describe('rows that stand twice', () => {
  it('are one component, and the worse is believed', () => {
    const feed = wholeDocument()
    const rows = feed['components'] as Json[]
    const down = componentRow('prod1', 'Search', 'major_outage')
    for (const components of [
      [...rows, down],
      [down, ...rows],
      [down, ...rows, down],
    ])
      expect(short(judged({ ...feed, components }))).toEqual(['search:down'])
    expect(levelOf({ ...feed, components: [...rows, ...rows] })).toBe('ok')
  })

  it('are two incidents, though they share an id', () => {
    const told = (name: string, minutes: number) =>
      incident({ name, incident_updates: [update('identified', `Next update in ${minutes} minutes.`, 5)] })
    const feed = wholeDocument({}, [told('Search is slow (Prod1)', 20), told('Exports are down (Prod1)', 50)])
    expect(short(judged(feed))).toEqual(['exports:down', 'search:delayed'])
    expect(judged(feed).nextUpdate?.due).toBe('2026-05-04T09:25:00.000Z')
  })
})

describe('rule 12: the right page', () => {
  const at = (page: Json, feed = wholeDocument()) => levelOf({ ...feed, page })

  it.each<[string, Json]>([
    ['by its id', { id: kustomer.page.id }],
    ['by its id, wherever it stands', { id: kustomer.page.id, url: 'https://example.com' }],
    ['by its address', { id: 'another', url: 'https://status.kustomer.com' }],
    ['by its address alone', { url: 'http://STATUS.kustomer.com/' }],
    ['by its second address', { id: null, url: 'https://lhn2sb4njk08.statuspage.io/history?page=2' }],
  ])('is known %s', (_, page) => {
    expect(at(page)).toBe('ok')
  })

  it.each([
    'https://status.kustomer.com.example.com',
    'https://example.com/status.kustomer.com',
    'https://status.kustomer.com@example.com',
    'https://example.com#status.kustomer.com',
    'https://example.com\\@status.kustomer.com',
    'https://mystatus.kustomer.com',
    'https://kustomer.com',
    'https://status.kustomer.com:8443',
    'ftp://status.kustomer.com',
    'status.kustomer.com',
    ' https://status.kustomer.com',
    'https://status.kustomer.com\n.example.com',
    '',
  ])('is not known by %j', (url) => {
    expect(at({ id: 'another', url })).toBe('other-page')
  })

  it('needs a pod we know where only its address speaks for it', () => {
    const feed = JSON.parse(JSON.stringify(wholeDocument()).replace(/Prod[12] \(/g, 'Cluster ('))
    expect(at({ id: 'another', url: 'https://status.kustomer.com' }, feed)).toBe('other-page')
    const unknown = JSON.parse(JSON.stringify(wholeDocument()).replace(/Prod[12] \(/g, 'Prod9 ('))
    expect(at({ id: 'another', url: 'https://status.kustomer.com' }, unknown)).toBe('other-page')
  })

  it('says something of itself', () => {
    for (const page of [null, 'page', [], {}, { id: null, url: null }]) expect(at(page)).toBe('not-a-feed')
  })
})

/** Some hosts number their rows, and an update that spoke for no component says null: neither shows a loss. */
const isAllowed = (path: Path, to: unknown): boolean => {
  const field = path.at(-1)
  if (field === 'affected_components') return to === null || to === REMOVED
  return (field === 'id' || field === 'code') && to === 7
}

/** Values that tell of trouble in prod1 if they are put where they are understood. */
const TROUBLES: readonly Json[] = [
  'major_outage',
  'investigating',
  'in_progress',
  'Chat is down in Prod1.',
  idOf('prod1', CHAT),
  [incident({ name: 'Chat is down (Prod1)' })],
  [maintenance({ name: 'Chat upgrade (Prod1)', status: 'in_progress' })],
  [componentRow('prod1', CHAT, 'major_outage')],
  [touchedRow('prod1', CHAT, 'major_outage')],
  [update('investigating', 'Chat is down in Prod1.', 30)],
  incident({ name: 'Chat is down (Prod1)' }),
  maintenance({ name: 'Chat upgrade (Prod1)', status: 'in_progress' }),
  componentRow('prod1', CHAT, 'major_outage'),
  touchedRow('prod1', CHAT, 'major_outage'),
  update('investigating', 'Chat is down in Prod1.', 30),
]

/** Prod1 is well here, while much else goes on: trouble elsewhere, trouble that is over, work that is to come. */
const busy = wholeDocument(
  { prod2: 'degraded_performance', [`prod2 ${CHAT}`]: 'degraded_performance' },
  [
    incident({
      name: 'Chat is slow (Prod2)',
      incident_updates: [
        update('identified', 'Chat is slow in Prod2.', 20, [
          touchedRow('prod1', CHAT, 'operational', 'degraded_performance'),
          touchedRow('prod2', CHAT, 'degraded_performance'),
        ]),
        update('investigating', 'Chat is slow in Prod2.', 5),
      ],
      components: [componentRow('prod2', CHAT, 'degraded_performance')],
    }),
    incident({
      id: 'i0',
      name: 'Search is slow (Prod1)',
      status: 'resolved',
      incident_updates: [
        update('resolved', 'This is over.', 3),
        update('investigating', 'Search is slow.', 1),
      ],
      components: [componentRow('prod1', 'Search')],
    }),
  ],
  [
    maintenance({
      name: 'Exports upgrade (Prod1)',
      incident_updates: [
        update('scheduled', 'Exports may be slow.', 5, [touchedRow('prod1', 'Exports', 'operational')]),
      ],
      components: [componentRow('prod1', 'Exports')],
    }),
  ],
)

type Reader = (feed: unknown) => string
const isAlarm = (level: string): boolean => !['ok', 'unknown', 'not-a-feed', 'other-page'].includes(level)

/** Ways to lose a value that could have told of trouble, and read ok all the same. */
const unproven = (feed: Fields, read: Reader): string[] =>
  pathsOf(feed).flatMap((path) => {
    if (path.length === 0) return []
    const couldTell = TROUBLES.some((trouble) => isAlarm(levelOf(changed(feed, path, trouble))))
    if (!couldTell) return []
    return losses(valueAt(feed, path))
      .filter((loss) => !isAllowed(path, loss) && read(changed(feed, path, loss)) === 'ok')
      .map((loss) => `${path.join('.')} = ${loss === REMOVED ? 'removed' : JSON.stringify(loss)}`)
  })

/** Reads what it can read and thinks no more of it, as one would at first. */
const naive: Reader = (feed) => {
  const listOf = (value: unknown): Fields[] =>
    Array.isArray(value) ? value.filter((row) => typeof row === 'object' && row !== null) : []
  const isRow = typeof feed === 'object' && feed !== null
  const { components, incidents } = (isRow ? feed : {}) as Fields
  const isMine = (row: Fields): boolean => row['group_id'] === 'prod1'
  const isBad = (row: Fields): boolean => typeof row['status'] === 'string' && row['status'] !== 'operational'
  const isOpen = (row: Fields): boolean =>
    row['status'] !== 'resolved' &&
    (`${row['name']}`.includes('Prod1') || listOf(row['components']).some(isMine))
  return listOf(components).some((row) => isMine(row) && isBad(row)) || listOf(incidents).some(isOpen)
    ? 'degraded'
    : 'ok'
}

describe('what could have told of trouble', () => {
  it('is never missing from a document that reads ok', { timeout: 120_000 }, () => {
    expect(levelOf(busy)).toBe('ok')
    const told = pathsOf(busy).filter((path) =>
      TROUBLES.some((trouble) => path.length > 0 && isAlarm(levelOf(changed(busy, path, trouble)))),
    )
    // The paths that matter must be many, and of every kind, or the property would hold of nothing.
    expect(told.length).toBeGreaterThan(60)
    expect(new Set(told.map((path) => path.findLast((key) => typeof key === 'string')))).toEqual(
      new Set(
        'components incidents scheduled_maintenances status name body incident_updates affected_components new_status code id'.split(
          ' ',
        ),
      ),
    )
    expect(unproven(busy, levelOf)).toEqual([])
    expect(unproven(busy, naive).length).toBeGreaterThan(100)
  })

  const troubled: readonly (readonly [string, Fields])[] = [
    ['a component', wholeDocument({ prod1: 'partial_outage', [`prod1 ${CHAT}`]: 'partial_outage' })],
    ['a group', wholeDocument({ prod1: 'major_outage' })],
    ['the regional row', wholeDocument({ regional: 'major_outage' })],
    ['a third party', wholeDocument({ third: 'major_outage', 'third PubNub': 'major_outage' })],
    [
      'an incident by its title',
      wholeDocument({}, [
        incident({
          name: 'Chat is down (Prod1)',
          incident_updates: [update('identified', 'We work on it.', 5)],
        }),
      ]),
    ],
    [
      'an incident by its components',
      wholeDocument({}, [
        incident({
          components: [componentRow('prod2', CHAT), componentRow('prod1', CHAT)],
          incident_updates: [
            update('monitoring', 'We watch it.', 20),
            update('investigating', 'We look.', 5),
          ],
        }),
      ]),
    ],
    [
      'an incident by its updates',
      wholeDocument({}, [
        incident({
          name: 'Event',
          components: [componentRow('prod2', CHAT)],
          incident_updates: [
            update('identified', 'Chat is down in Prod1.', 20),
            update('investigating', 'We look.', 5),
          ],
        }),
      ]),
    ],
    [
      'an incident that is called over and goes on',
      wholeDocument({}, [
        incident({
          name: 'Chat is down (Prod1)',
          status: 'resolved',
          incident_updates: [
            update('investigating', 'It is back.', 20),
            update('resolved', 'It is over.', 5),
          ],
        }),
      ]),
    ],
    [
      'planned work under way',
      wholeDocument(
        {},
        [],
        [
          maintenance({
            name: 'Chat upgrade (Prod1)',
            status: 'in_progress',
            components: [componentRow('prod1', CHAT)],
            incident_updates: [update('in_progress', 'We have begun.', 5)],
          }),
        ],
      ),
    ],
  ]

  /** One or two losses anywhere, at any depth. */
  const lossesOf = (feed: Fields): fc.Arbitrary<Fields> => {
    const paths = pathsOf(feed).filter((path) => path.length > 0)
    const loss = fc
      .constantFrom(...paths)
      .chain((path) => fc.tuple(fc.constant(path), fc.constantFrom(...losses(valueAt(feed, path)))))
      .filter(([path, to]) => !isAllowed(path, to))
    return fc
      .array(loss, { minLength: 1, maxLength: 2 })
      .map((list) => list.reduce((torn, [path, to]) => changed(torn, path, to), feed))
  }
  const property = (feed: Fields, read: Reader) =>
    fc.property(lossesOf(feed), (torn) => {
      expect(read(torn)).not.toBe('ok')
    })

  it.each(troubled)(
    'is trouble no more than unknown, whatever is lost of it: %s',
    (_, feed) => {
      expect(isAlarm(levelOf(feed))).toBe(true)
      fc.assert(property(feed, levelOf), { numRuns: 400 })
      expect(unproven(feed, levelOf)).toEqual([])
    },
    120_000,
  )

  it('is lost on a reader who believes what is left', () => {
    const [, feed] = troubled[0] ?? []
    if (feed === undefined) throw new Error('no document')
    expect(naive(feed)).toBe('degraded')
    expect(fc.check(property(feed, naive), { numRuns: 2000 }).failed).toBe(true)
  })
})
