import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { CHAT, levelOf } from '../../../support/judged.ts'
import { changed, losses, type Path, pathsOf, REMOVED, valueAt } from '../../../support/losses.ts'
import { nightly } from '../../../support/nightly.ts'
import {
  componentRow,
  type Fields,
  idOf,
  incident,
  type Json,
  maintenance,
  touchedRow,
  update,
  wholeDocument,
} from '../../../support/wholeDocument.ts'

/** What could have told of trouble is never missing from a document that reads ok. */

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

/** Where a value stands that could have told of trouble. */
const tellingPaths = (feed: Fields, paths = pathsOf(feed)): Path[] =>
  paths.filter(
    (path) => path.length > 0 && TROUBLES.some((trouble) => isAlarm(levelOf(changed(feed, path, trouble)))),
  )

/** On a push one path of three, of documents in trouble. */
const some = (paths: readonly Path[]): Path[] => paths.filter((_, i) => i % nightly(1, 3) === 0)

/** Ways to lose a value that could have told of trouble, and read ok all the same. */
const unproven = (feed: Fields, telling: readonly Path[], read: Reader): string[] =>
  telling.flatMap((path) =>
    losses(valueAt(feed, path))
      .filter((loss) => !isAllowed(path, loss) && read(changed(feed, path, loss)) === 'ok')
      .map((loss) => `${path.join('.')} = ${loss === REMOVED ? 'removed' : JSON.stringify(loss)}`),
  )

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
    const told = tellingPaths(busy)
    // The paths that matter must be many, and of every kind, or the property would hold of nothing.
    expect(told.length).toBeGreaterThan(60)
    expect(new Set(told.map((path) => path.findLast((key) => typeof key === 'string')))).toEqual(
      new Set(
        'components incidents scheduled_maintenances status name body incident_updates affected_components new_status code id'.split(
          ' ',
        ),
      ),
    )
    expect(unproven(busy, told, levelOf)).toEqual([])
    expect(unproven(busy, told, naive).length).toBeGreaterThan(100)
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
      fc.assert(property(feed, levelOf), { numRuns: nightly(400, 100) })
      expect(unproven(feed, tellingPaths(feed, some(pathsOf(feed))), levelOf)).toEqual([])
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
