import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import {
  componentsAt,
  incidentsAt,
  maintenancesAt,
  statusAt,
  summaryAt,
} from '../../../scripts/replay/documents.ts'
import { momentsOf } from '../../../scripts/replay/moments.ts'
import { all, incident, named } from './support.ts'

const rowOf = (document: ReturnType<typeof summaryAt>, group: string | null, name: string) => {
  const heading = document.components.find((row) => row.group && row.name === group)
  return document.components.find((row) => row.name === name && row.group_id === (heading?.id ?? null))
}

const KEYS = {
  document: ['components', 'incidents', 'page', 'scheduled_maintenances', 'status'],
  page: ['id', 'name', 'time_zone', 'updated_at', 'url'],
  component:
    'created_at,description,group,group_id,id,name,only_show_if_degraded,page_id,position,showcase,start_date,status,updated_at'.split(
      ',',
    ),
  incident:
    'components,created_at,id,impact,incident_updates,monitoring_at,name,page_id,reminder_intervals,resolved_at,shortlink,started_at,status,updated_at'.split(
      ',',
    ),
  update:
    'affected_components,body,created_at,custom_tweet,deliver_notifications,display_at,id,incident_id,status,tweet_id,updated_at'.split(
      ',',
    ),
  affected: ['code', 'name', 'new_status', 'old_status'],
}

const keysOf = (value: object | null | undefined): readonly string[] => Object.keys(value ?? {}).sort()

/** Types by key path, so that two documents can be compared without their values. */
function shapeOf(
  value: unknown,
  path = '',
  found = new Map<string, Set<string>>(),
): ReadonlyMap<string, ReadonlySet<string>> {
  const type = value === null ? 'null' : Array.isArray(value) ? 'list' : typeof value
  found.set(path, (found.get(path) ?? new Set()).add(type))
  if (Array.isArray(value)) for (const item of value) shapeOf(item, `${path}[]`, found)
  else if (typeof value === 'object' && value !== null)
    for (const [key, item] of Object.entries(value)) shapeOf(item, `${path}.${key}`, found)
  return found
}

const attachments = named('2024-12-19-chat-attachments')
const document = summaryAt(attachments, '2024-12-19T08:10:00Z')

describe('the shape of the summary', () => {
  it('has the keys of the feed', () => {
    const [row] = document.incidents
    expect(keysOf(document)).toEqual(KEYS.document)
    expect(keysOf(document.page)).toEqual(KEYS.page)
    for (const component of document.components)
      expect(keysOf(component)).toEqual(
        component.group ? [...KEYS.component, 'components'].sort() : KEYS.component,
      )
    expect(keysOf(row)).toEqual(KEYS.incident)
    expect(keysOf(row?.incident_updates[0])).toEqual(KEYS.update)
    expect(keysOf(row?.incident_updates[0]?.affected_components?.[0])).toEqual(KEYS.affected)
    expect(keysOf(row?.components[0])).toEqual(KEYS.component)
  })

  const example = join(import.meta.dirname, '../../../../shared/feed-example.json')
  it.skipIf(!existsSync(example))('has every path and type of the example document', () => {
    const parsed: unknown = JSON.parse(readFileSync(example, 'utf8'))
    expect(shapeOf(document)).toEqual(shapeOf(parsed))
  })

  it.skipIf(!existsSync(example))('lists the rows of the example, in its order, under ids of its own', () => {
    const { components } = JSON.parse(readFileSync(example, 'utf8')) as typeof document
    expect(document.components.map((row) => [row.name, row.position, row.group])).toEqual(
      components.map((row) => [row.name, row.position, row.group]),
    )
    const theirs = new Set(components.map((row) => row.id))
    expect(document.components.filter((row) => theirs.has(row.id))).toEqual([])
  })

  it('gives every row an id of the vendor’s form, the same in every document and unlike all others', () => {
    const rows = incidentsAt(all, '2027-01-01T00:00:00Z').incidents
    const ids = [
      ...document.components.map((row) => row.id),
      ...rows.flatMap((row) => [
        row.id,
        row.shortlink.slice(-12),
        ...row.incident_updates.map((update) => update.id),
      ]),
    ]
    for (const id of ids) expect(id).toMatch(/^[a-z0-9]{12}$/)
    expect(new Set(ids).size).toBe(ids.length)
    expect(summaryAt([], 0).components.map((row) => row.id)).toEqual(document.components.map((row) => row.id))
  })

  it('names each component with its group and points to its row', () => {
    const [update] = document.incidents[0]?.incident_updates ?? []
    const chat = rowOf(document, 'Prod2 (EU)', 'Channel - Chat')
    expect(update?.affected_components?.map((row) => row.name)).toEqual([
      'Prod1 (US) - Channel - Chat',
      'Prod2 (EU) - Channel - Chat',
    ])
    expect(update?.affected_components?.[1]?.code).toBe(chat?.id)
  })
})

describe('an incident in time', () => {
  it('is not there before its first update and leaves the summary when resolved', () => {
    const open = (at: string) => summaryAt([incident()], at).incidents.map((row) => row.status)
    expect(open('2025-01-01T09:59:59Z')).toEqual([])
    expect(open('2025-01-01T10:00:00Z')).toEqual(['investigating'])
    expect(open('2025-01-01T11:00:00Z')).toEqual([])
    const kept = incidentsAt([incident()], '2025-01-01T11:00:00Z').incidents[0]
    expect(kept).toMatchObject({ status: 'resolved', resolved_at: '2025-01-01T11:00:00Z' })
    expect(incidentsAt([incident()], '2025-01-01T11:00:00Z', { unresolved: true }).incidents).toEqual([])
  })

  it('holds its updates newest first and only those written', () => {
    const row = summaryAt(attachments, '2024-12-19T08:10:00Z').incidents[0]
    expect(row?.incident_updates.map((update) => update.created_at)).toEqual([
      '2024-12-19T08:03:00Z',
      '2024-12-19T07:33:00Z',
    ])
    expect(document.page.updated_at).toBe('2024-12-19T08:03:00Z')
  })

  it.each([
    [null, 'degraded_performance', 'minor'],
    ['none', 'operational', 'none'],
    ['minor', 'degraded_performance', 'minor'],
    ['major', 'partial_outage', 'minor'],
    ['critical', 'major_outage', 'major'],
  ])('of impact %s plays its components as %s', (impact, status, indicator) => {
    const open = summaryAt([incident({ impact })], '2025-01-01T10:30:00Z')
    expect(rowOf(open, 'Prod1 (US)', 'Channel - Chat')?.status).toBe(status)
    expect(open.components.find((row) => row.name === 'Prod1 (US)')?.status).toBe(status)
    expect(open.incidents[0]?.components[0]?.status).toBe(status)
    expect(open.status.indicator).toBe(indicator)
    const after = summaryAt([incident({ impact })], '2025-01-01T11:00:00Z')
    expect(rowOf(after, 'Prod1 (US)', 'Channel - Chat')?.status).toBe('operational')
  })

  it('dates a component by its last change', () => {
    const updated = (at: string) =>
      rowOf(summaryAt([incident()], at), 'Prod1 (US)', 'Channel - Chat')?.updated_at
    expect(updated('2025-01-01T10:30:00Z')).toBe('2025-01-01T10:00:00.000Z')
    expect(updated('2025-01-02T00:00:00Z')).toBe('2025-01-01T11:00:00.000Z')
  })

  it('keeps the postmortem out of the components', () => {
    const row = incidentsAt(attachments, '2026-01-01T00:00:00Z').incidents[0]
    expect(row?.status).toBe('postmortem')
    expect(row?.incident_updates[0]?.affected_components).toBeNull()
    expect(row?.resolved_at).toBe('2024-12-19T08:55:00Z')
  })
})

describe('the recordings', () => {
  it('drops a component from an incident that stays open', () => {
    const recording = named('2025-02-11-dropped-component')
    const before = summaryAt(recording, '2025-02-11T15:30:00Z')
    const after = summaryAt(recording, '2025-02-11T15:31:00Z')
    expect(before.incidents[0]?.components).toHaveLength(2)
    expect(after.incidents[0]?.components).toHaveLength(1)
    expect(after.incidents[0]?.incident_updates.map((update) => update.affected_components?.length)).toEqual([
      1, 2,
    ])
    expect(rowOf(after, 'Prod2 (EU)', 'Channel - Chat')?.status).toBe('operational')
  })

  it('degrades a component with no incident', () => {
    const page = summaryAt(named('2025-03-03-component-without-incident'), '2025-03-03T09:45:00Z')
    expect(page.incidents).toEqual([])
    expect(rowOf(page, 'Prod2 (EU)', 'Channel - SMS')?.status).toBe('partial_outage')
  })

  it('lists a component only from the moment it is named', () => {
    const recording = named('2025-04-22-pod-named-late')
    expect(summaryAt(recording, '2025-04-22T08:30:00Z').incidents[0]?.components).toEqual([])
    expect(
      summaryAt(recording, '2025-04-22T08:30:00Z').incidents[0]?.incident_updates[0]?.affected_components,
    ).toBeNull()
    expect(summaryAt(recording, '2025-04-22T08:51:00Z').incidents[0]?.components).toHaveLength(1)
  })

  it('takes a maintenance from scheduled over in progress to completed', () => {
    const recording = named('2025-09-13-maintenance')
    const seen = (at: string) => {
      const page = summaryAt(recording, at)
      return [
        page.scheduled_maintenances[0]?.status,
        rowOf(page, 'Prod2 (EU)', 'API')?.status,
        page.status.indicator,
        maintenancesAt(recording, at, { only: 'upcoming' }).scheduled_maintenances.length,
        maintenancesAt(recording, at, { only: 'active' }).scheduled_maintenances.length,
      ]
    }
    expect(seen('2025-09-10T00:00:00Z')).toEqual(['scheduled', 'operational', 'none', 1, 0])
    expect(seen('2025-09-13T06:00:00Z')).toEqual(['in_progress', 'under_maintenance', 'maintenance', 0, 1])
    expect(seen('2025-09-13T06:45:00Z')).toEqual(['verifying', 'under_maintenance', 'maintenance', 0, 1])
    expect(seen('2025-09-13T07:00:00Z')).toEqual([undefined, 'operational', 'none', 0, 0])
    const [row] = maintenancesAt(recording, '2025-09-14T00:00:00Z').scheduled_maintenances
    expect(row).toMatchObject({
      scheduled_for: '2025-09-13T05:00:00Z',
      scheduled_until: '2025-09-13T07:00:00Z',
    })
    expect(incidentsAt(recording, '2025-09-14T00:00:00Z').incidents).toEqual([])
  })

  it('runs two incidents at once', () => {
    const page = summaryAt(named('2026-02-03-voice-prod1', '2026-02-03-login-prod2'), '2026-02-03T14:40:00Z')
    expect(page.incidents.map((row) => row.created_at)).toEqual([
      '2026-02-03T14:20:00Z',
      '2026-02-03T14:05:00Z',
    ])
    expect(rowOf(page, 'Prod1 (US)', 'Kustomer Voice')?.status).toBe('partial_outage')
    expect(rowOf(page, 'Prod2 (EU)', 'Kustomer Voice')?.status).toBe('operational')
  })

  it('keeps an unknown word and the row outside every group', () => {
    const odd = summaryAt(named('2026-05-07-unknown-word'), '2026-05-07T02:10:00Z')
    expect(rowOf(odd, 'Prod4 (India)', 'Knowledge base')?.status).toBe('full_outage')
    const regional = summaryAt(named('2025-10-20-regional'), '2025-10-20T08:00:00Z')
    expect(rowOf(regional, null, 'Regional Incident')?.status).toBe('partial_outage')
    expect(regional.incidents[0]?.incident_updates[0]?.affected_components?.[0]?.name).toBe(
      'Regional Incident',
    )
  })

  it('keeps the worse word where two recordings hit one component, and recovers with the last of them', () => {
    const other = incident({
      id: 'other',
      impact: 'critical',
      updates: [
        { status: 'investigating', at: '2025-01-01T10:20:00Z', body: 'Worse.' },
        { status: 'resolved', at: '2025-01-01T10:40:00Z', body: 'Better.' },
      ],
    })
    const status = (at: string) =>
      rowOf(summaryAt([other, incident()], at), 'Prod1 (US)', 'Channel - Chat')?.status
    expect(status('2025-01-01T10:30:00Z')).toBe('major_outage')
    expect(status('2025-01-01T10:45:00Z')).toBe('degraded_performance')
    expect(status('2025-01-01T11:00:00Z')).toBe('operational')
  })

  it('name only groups and components the page has', () => {
    expect(summaryAt(all, '2027-01-01T00:00:00Z').components).toHaveLength(summaryAt([], 0).components.length)
  })
})

describe('the page', () => {
  it('keeps the last 50 incidents', () => {
    const many = Array.from({ length: 60 }, (_, index) =>
      incident({
        id: `many-${index}`,
        updates: [
          { status: 'resolved', at: new Date(Date.UTC(2025, 0, 1, index)).toISOString(), body: 'Over.' },
        ],
      }),
    )
    const { incidents } = incidentsAt(many, '2026-01-01T00:00:00Z')
    expect(incidents).toHaveLength(50)
    expect(incidents[0]?.created_at).toBe('2025-01-03T11:00:00Z')
  })

  it('adds a group it does not know, and leaves out what it is told to', () => {
    const fresh = incident({ components: [{ group: 'Prod5 (Japan)', name: 'API' }] })
    const names = (page: object) =>
      componentsAt([fresh], 0, page)
        .components.filter((row) => row.group)
        .map((row) => row.name)
    expect(names({})).toContain('Prod5 (Japan)')
    expect(names({ without: ['Prod4 (India)'] })).not.toContain('Prod4 (India)')
  })

  it('can be another page', () => {
    const other = { id: 'another00000', name: 'Another', url: 'https://status.example.com' }
    const page = summaryAt(attachments, '2024-12-19T08:10:00Z', other)
    expect(page.page).toMatchObject(other)
    expect(new Set([...page.components, ...page.incidents].map((row) => row.page_id))).toEqual(
      new Set([other.id]),
    )
    expect(statusAt(attachments, '2024-12-19T08:10:00Z').page.id).toBe('lhn2sb4njk08')
  })

  it('can be built at every moment of every recording', () => {
    for (const { at } of momentsOf(all))
      expect(summaryAt(all, at).page.updated_at).toBe(incidentsAt(all, at).page.updated_at)
  })
})
