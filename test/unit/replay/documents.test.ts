import { describe, expect, it } from 'vitest'
import { componentsAt, incidentsAt, statusAt, summaryAt } from '../../../scripts/replay/documents.ts'
import { momentsOf } from '../../../scripts/replay/moments.ts'
import { all, incident, named, rowOf } from './support.ts'

const attachments = named('2024-12-19-chat-attachments')

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
    expect(summaryAt(attachments, '2024-12-19T08:10:00Z').page.updated_at).toBe('2024-12-19T08:03:00Z')
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
