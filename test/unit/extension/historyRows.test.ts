import { describe, expect, it } from 'vitest'
import {
  incidentAfter,
  type KeptIncident,
  keptIncidentShape,
  keptOf,
  readIncident,
} from '../../../extension/storage/history/incidents.ts'
import {
  type Observation,
  observationOf,
  readObservation,
  rowAfter,
} from '../../../extension/storage/history/observations.ts'
import type { Incident } from '../../../shared/model/snapshot.ts'
import type { Judgement } from '../../../shared/model/verdict.ts'
import { HOUR, MINUTE } from '../polling/world.ts'

const NOON = Date.UTC(2026, 4, 4, 12)

const judged = (level: Judgement['level']): Judgement => ({
  pod: 'prod1',
  level,
  recovering: false,
  asOf: null,
  impacts: [
    {
      capability: 'chat',
      effect: 'down',
      certainty: 'confirmed',
      phase: null,
      since: null,
      incident: 'x',
      because: [],
    },
  ],
  banner: null,
  nextUpdate: null,
  upcoming: [],
})
const seen = (at: number, before: number | null, level: Judgement['level'] = 'ok'): Observation =>
  observationOf({ ...judged(level), impacts: [] }, at, before)

describe('the next row of a pod', () => {
  const last = seen(NOON, null)

  it('is none where it says the same, however often it is looked at', () => {
    expect(rowAfter(last, last)).toBeNull()
    expect(rowAfter(last, seen(NOON + MINUTE, NOON))).toBeNull()
    // A day of looking every minute.
    expect(rowAfter(last, seen(NOON + 24 * HOUR, NOON + 24 * HOUR - MINUTE))).toBeNull()
  })

  it('tells of a time in which nobody looked, though it was well before and after, and once', () => {
    const back = seen(NOON + 24 * HOUR, NOON + HOUR)
    expect(rowAfter(last, back)).toEqual(back)
    expect(rowAfter(back, back)).toBeNull()
    // Nobody knows when it was looked at last.
    expect(rowAfter(last, seen(NOON + 24 * HOUR, null))).not.toBeNull()
    // Not to know is no health that could be told for too long.
    expect(rowAfter(seen(NOON, null, 'unknown'), seen(NOON + HOUR, null, 'unknown'))).toBeNull()
  })

  it('never stands in the place of another one, whoever wrote that', () => {
    const worse = seen(NOON - HOUR, NOON - 2 * HOUR, 'outage')
    for (const there of [last, { ...last, version: 2 }, { pod: 'prod1', at: NOON, level: 'nonsense' }])
      expect(rowAfter(there, worse)).toMatchObject({ at: NOON + 1, before: NOON, level: 'outage' })
  })

  it('is the same by what it says, with a version or without', () => {
    expect(rowAfter({ version: 1, ...last }, seen(NOON + MINUTE, NOON))).toBeNull()
  })
})

describe('a row of what was seen', () => {
  it('is read as it was written, without the reasons', () => {
    const row = observationOf(judged('outage'), NOON, null)
    expect(readObservation(row)).toEqual(row)
    expect(row.impacts).toHaveLength(1)
    expect(row.impacts[0]).not.toHaveProperty('because')
    expect(observationOf(judged('unknown'), NOON, null).impacts).toEqual([])
  })

  it.each([
    ['no row', 7],
    ['an unknown level', { ...seen(NOON, null), level: 'fine' }],
    ['no time', { ...seen(NOON, null), at: 'noon' }],
    ['no number', { ...seen(NOON, null), at: Number.NaN }],
    ['no list', { ...seen(NOON, null), impacts: null }],
    ['an impact that is none', { ...seen(NOON, null), impacts: [{ capability: 'chat', effect: 'loud' }] }],
    ['an unknown reason', { ...seen(NOON, null), reason: 'because' }],
  ])('is damaged with %s', (_, row) => expect(readObservation(row)).toBe('damaged'))

  it('is of a newer Podlight by its version, whatever else stands in it', () => {
    expect(readObservation({ ...seen(NOON, null), version: 2 })).toBe('newer')
    expect(readObservation({ pod: 'prod1', at: NOON, version: 2 })).toBe('newer')
  })
})

const component = { id: 'c', name: 'Chat', group: 'g', status: 'major_outage', updatedAt: null }
const incident = (...phases: readonly string[]): Incident => ({
  id: 'x',
  title: 'Trouble with chat',
  phase: phases[0] ?? '',
  impact: 'minor',
  startedAt: NOON,
  link: null,
  updates: phases.map((phase, at) => ({
    phase,
    text: phase,
    at: NOON + (phases.length - at) * MINUTE,
    touched: [],
  })),
  components: [component],
})
const kept = (one: Incident): KeptIncident => {
  const [row] = keptOf({ incidents: [one], maintenances: [] })
  if (!row) throw new Error('nothing is kept')
  return row
}

describe('an incident of the page', () => {
  const open = kept(incident('investigating'))
  const over = kept(incident('resolved', 'investigating'))

  it('is written where it is new or says more, and not where it says the same', () => {
    expect(incidentAfter(undefined, open)).toEqual(open)
    expect(incidentAfter(open, over)).toEqual(over)
    expect(incidentAfter(open, structuredClone(open))).toBeNull()
  })

  it('is not taken back by an older copy of the page', () => {
    expect(incidentAfter(over, open)).toBeNull()
    // As old as the end, but from before it.
    const asOld = { ...over, document: { ...over.document, phase: 'monitoring' } } as KeptIncident
    expect(incidentAfter(over, asOld)).toBeNull()
    // What the page says after its end opens it again.
    const again = kept(incident('investigating', 'resolved', 'investigating'))
    expect(incidentAfter(over, again)).toEqual(again)
  })

  it('keeps the components it had at its end, which the page lists as they are today', () => {
    const today = [{ ...component, status: 'operational' }]
    const later = kept({ ...incident('resolved', 'investigating'), components: today })
    expect(incidentAfter(over, later)).toBeNull()
    expect(incidentAfter(open, kept({ ...incident('investigating'), components: today }))).not.toBeNull()
  })

  it('gets from a feed that tells less only what is newer', () => {
    const byAtom = kept({ ...incident('resolved', 'investigating'), impact: null, components: [] })
    const next = incidentAfter(open, byAtom)
    expect(next?.document).toMatchObject({ phase: 'resolved', impact: 'minor', components: [component] })
    expect(next?.document.updates.map(({ phase }) => phase)).toEqual(['resolved', 'investigating'])
    expect(incidentAfter(over, byAtom)).toBeNull()
  })

  it('is left alone where a newer Podlight wrote it, and replaced where it is damaged', () => {
    expect(incidentAfter({ ...open, version: 2 }, over)).toBeNull()
    expect(incidentAfter({ id: 'x' }, over)).toEqual(over)
    expect(readIncident({ id: 'x', version: 2 })).toBe('newer')
    expect(readIncident({ id: 'x' })).toBe('damaged')
  })

  it('is bounded, however much the page writes, and can be read again', () => {
    const update = { phase: 'investigating', text: 'x'.repeat(30_000), at: NOON, touched: [] }
    const title = 'y'.repeat(600)
    const row = kept({ ...incident(), title, updates: Array.from({ length: 300 }, () => update) })
    expect(row.document.title).toHaveLength(500)
    expect(row.document.updates).toHaveLength(200)
    expect(row.document.updates[0]?.text).toHaveLength(20_000)
    expect(keptIncidentShape.parse(row)).toEqual(row)
  })

  it('is kept with the times of planned work, where it is some', () => {
    const work = { ...incident('scheduled'), starts: NOON, ends: NOON + HOUR }
    expect(keptOf({ incidents: [], maintenances: [work] })).toMatchObject([
      { kind: 'maintenance', document: { starts: NOON, ends: NOON + HOUR } },
    ])
  })
})
