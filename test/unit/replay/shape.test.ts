import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { incidentsAt, summaryAt } from '../../../scripts/replay/documents.ts'
import { all, named, rowOf } from './support.ts'

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

const document = summaryAt(named('2024-12-19-chat-attachments'), '2024-12-19T08:10:00Z')

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
