import { describe, expect, it } from 'vitest'
import { readStatuspage } from '../../../shared/feed/statusPage.ts'
import { createJudge } from '../../../shared/judge/judge.ts'
import { kustomer } from '../../../shared/vendors/kustomer.ts'
import { damaged } from '../../support/damaged.ts'
import { fixtureDocuments, recordedDocuments } from '../../support/everyDocument.ts'
import { changed, losses, type Path, pathsOf, REMOVED, valueAt } from '../../support/losses.ts'
import {
  componentRow,
  type Fields,
  incident as incidentRow,
  type Json,
  maintenance,
  wholeDocument,
} from '../../support/wholeDocument.ts'
import { chance } from '../polling/world.ts'
import { documentWith } from './support/documents.ts'
import { FAILED, OK, seen, TROUBLE, UNLISTED } from './support/quickCheck.ts'

const PODS = ['prod1', 'prod2', 'prod3', 'prod4'] as const
const NOW = Date.UTC(2026, 4, 4, 12)

const judge = createJudge(kustomer, () => null)

/** Where the loader says something by itself, it has to be what the judge would say. Gives what the loader said. */
const compared = (name: string, document: unknown): string[] => {
  const read = readStatuspage(document, kustomer)
  return PODS.map((pod) => {
    const sight = seen(document, pod)
    const wanted = { [OK]: 'ok', [UNLISTED]: 'unknown', [FAILED]: FAILED }[sight]
    if (wanted === undefined) return sight
    const level = read.ok ? judge(read.value, pod, { now: NOW, fetchedAt: NOW }).level : FAILED
    if (wanted !== level) throw new Error(`${name}, ${pod}: the loader says ${wanted}, the judge ${level}`)
    return sight
  })
}

/** How often each thing was said. */
const counted = (sights: readonly string[]): Record<string, number> => {
  const counts: Record<string, number> = {}
  for (const sight of sights) counts[sight] = (counts[sight] ?? 0) + 1
  return counts
}

/** A whole page on which all is well. Few components are enough: they are all alike. */
const calm = ((): Fields => {
  const whole = wholeDocument()
  const isKept = (id: Json | undefined): boolean =>
    /^(?:regional|prod1|prod2|third)$|Exports|Channel-Chat|PubNub/.test(`${id}`)
  const rows = (whole['components'] as Fields[]).filter(({ id }) => isKept(id))
  for (const row of rows) if (row['group']) row['components'] = (row['components'] as Json[]).filter(isKept)
  return { ...whole, components: rows }
})()
/** The same page under another id, where its address and its pods have to speak for it. */
const renumbered = { ...calm, page: { ...(calm['page'] as Fields), id: 'abcdefghijkl' } }

/** What may stand where something else is expected: other spellings, other words, trouble, marks that nobody sees. */
const ODDITIES: readonly Json[] = [
  'Operational',
  ' operational ',
  'operational\u200b',
  'fine',
  'major_outage',
  'investigating',
  'in_progress',
  'completed',
  '\u200b',
  '- ',
  '<b></b>',
  '__',
  '&shy;',
  'Prod1',
  '_Prod1_',
  'Prod\u20111 (US)',
  'Prod1&#50;',
  'Prod1<b>2</b>',
  'Prod9',
  'Third Party',
  'Regional Incident',
  'HTTPS://STATUS.kustomer.com?x',
  'https://status.kustomer.com:8443',
  'https://a@status.kustomer.com',
  ' https://status.kustomer.com',
  ['operational'],
  ['https://status.kustomer.com'],
  [null],
  { 0: 'operational', length: 1 },
  false,
  0,
  '',
  [incidentRow({ name: 'Chat is down (Prod1)' })],
  maintenance({ name: 'Chat upgrade (Prod1)', status: 'in_progress' }),
  componentRow('prod1', 'Search', 'major_outage'),
]

/** As it comes out of a response: lists without holes. */
const served = (document: unknown): unknown => JSON.parse(JSON.stringify(document))

const changes = (feed: Fields, path: Path) => [...losses(valueAt(feed, path)), ...ODDITIES]

describe('what the loader says by itself is what the judge says', () => {
  it('of the imagined incidents', () => {
    // The vendor's summary leaves out what is over.
    const isOpen = ({ status }: { status: string }): boolean => !/^(?:resolved|postmortem)$/.test(status)
    const listed = (document: unknown): unknown => {
      const { incidents, ...rest } = document as { incidents: { status: string }[] }
      return { ...rest, incidents: incidents.filter(isOpen) }
    }
    const said = counted(
      fixtureDocuments().flatMap(({ name, document }) => [
        ...compared(name, document),
        ...compared(`${name}, listed`, listed(document)),
      ]),
    )
    expect(said[OK]).toBeGreaterThan(100)
    expect(said[TROUBLE]).toBeGreaterThan(1000)
    expect(said[FAILED]).toBeUndefined()
  })

  it('of the recordings', () => {
    const said = counted(recordedDocuments().flatMap(({ name, document }) => compared(name, document)))
    expect(said[OK]).toBeGreaterThan(50)
    expect(said[UNLISTED]).toBeGreaterThan(20)
    expect(said[TROUBLE]).toBeGreaterThan(200)
    expect(said[FAILED]).toBeUndefined()
  })

  it('of documents that are damaged', () => {
    const planned = { ...calm, scheduled_maintenances: [maintenance({ name: 'Exports upgrade (Prod1)' })] }
    const wholes = [calm, renumbered, documentWith(), planned]
    const sights: string[] = []
    for (let seed = 0; seed < 6000; seed++)
      sights.push(...compared(`seed ${seed}`, served(damaged(wholes[seed % wholes.length], chance(seed)))))
    const said = counted(sights)
    for (const kind of [OK, UNLISTED, TROUBLE, FAILED]) expect(said[kind], kind).toBeGreaterThan(300)
  })

  it.each([
    ['of its own id', calm],
    ['of another id', renumbered],
  ])('of a page %s, whatever one value of it becomes', (_, feed) => {
    expect(counted(compared('calm', feed))).toEqual({ [OK]: 2, [UNLISTED]: 2 })
    const sights = pathsOf(feed).flatMap((path) =>
      path.length === 0
        ? []
        : changes(feed, path).flatMap((to) =>
            compared(
              `${path.join('.')} = ${to === REMOVED ? 'removed' : JSON.stringify(to)}`,
              changed(feed, path, to),
            ),
          ),
    )
    const said = counted(sights)
    for (const kind of [OK, UNLISTED, TROUBLE, FAILED]) expect(said[kind], kind).toBeGreaterThan(100)
  })

  it('and whatever several values of it become', () => {
    const sights: string[] = []
    const paths = pathsOf(calm).filter((path) => path.length > 0)
    for (let seed = 0; seed < 20_000; seed++) {
      const luck = chance(seed)
      const pick = <T>(list: readonly T[]): T => list[Math.floor(luck() * list.length)] as T
      let feed: Fields = seed % 2 ? calm : renumbered
      for (let times = 2 + Math.floor(luck() * 2); times > 0; times--) {
        const path = pick(paths)
        feed = changed(feed, path, pick(changes(calm, path)))
      }
      sights.push(...compared(`seed ${seed}`, feed))
    }
    const said = counted(sights)
    for (const kind of [OK, UNLISTED, TROUBLE, FAILED]) expect(said[kind], kind).toBeGreaterThan(100)
  })
})
