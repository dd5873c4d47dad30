import { describe, expect, it } from 'vitest'
import { short } from '../../../support/ask.ts'
import { CHAT, judged, levelOf } from '../../../support/judged.ts'
import {
  componentRow,
  type Fields,
  incident,
  maintenance,
  update,
  wholeDocument,
} from '../../../support/wholeDocument.ts'

/** Whether an incident or planned work goes on. */

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
