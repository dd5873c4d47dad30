import { describe, expect, it } from 'vitest'
import { incidentsAt, maintenancesAt, summaryAt } from '../../../scripts/replay/documents.ts'
import { all, incident, named, rowOf } from './support.ts'

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
