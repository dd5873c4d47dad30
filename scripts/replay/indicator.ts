import { worst } from './componentStatus.ts'
import type { ComponentRow } from './rows.ts'

export interface PageStatus {
  readonly indicator: 'none' | 'minor' | 'major' | 'critical' | 'maintenance'
  readonly description: string
}

/** The vendor's word for the whole page. It mixes all pods: here to be served, never to be judged by. */
export function indicatorOf(rows: readonly ComponentRow[]): PageStatus {
  const leaves = rows.filter((row) => !row.group).map((row) => row.status)
  switch (worst(leaves)) {
    case 'operational':
      return { indicator: 'none', description: 'All Systems Operational' }
    case 'under_maintenance':
      return { indicator: 'maintenance', description: 'Service Under Maintenance' }
    case 'degraded_performance':
      return { indicator: 'minor', description: 'Partially Degraded Service' }
    case 'major_outage':
      return leaves.every((status) => status === 'major_outage')
        ? { indicator: 'critical', description: 'Major Service Outage' }
        : { indicator: 'major', description: 'Partial System Outage' }
    default:
      return { indicator: 'minor', description: 'Minor Service Outage' }
  }
}
