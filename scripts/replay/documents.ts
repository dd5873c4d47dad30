import { PAGE, type PageOptions } from './catalogue.ts'
import { type IncidentRow, incidentRow } from './incidentRow.ts'
import { indicatorOf, type PageStatus } from './indicator.ts'
import { millis, momentsOf, stamp, type Time } from './moments.ts'
import type { Recording } from './recording.ts'
import { type ComponentRow, CREATED, rowsAt } from './rows.ts'

/** The documents of Statuspage v2 as they stand at a moment of the recordings. Pure, in the feed's exact shape. */

export interface PageRow {
  readonly id: string
  readonly name: string
  readonly url: string
  readonly time_zone: string
  readonly updated_at: string
}

export interface StatusDocument {
  readonly page: PageRow
  readonly status: PageStatus
}

export interface ComponentsDocument {
  readonly page: PageRow
  readonly components: readonly ComponentRow[]
}

export interface IncidentsDocument {
  readonly page: PageRow
  readonly incidents: readonly IncidentRow[]
}

export interface MaintenancesDocument {
  readonly page: PageRow
  readonly scheduled_maintenances: readonly IncidentRow[]
}

export interface SummaryDocument extends ComponentsDocument, IncidentsDocument, MaintenancesDocument {
  readonly status: PageStatus
}

type Recordings = readonly Recording[]

/** incidents.json ends here, however long the page has been kept. */
const KEPT = 50
const LIVE: readonly string[] = ['investigating', 'identified', 'monitoring']
const UNDER_WAY: readonly string[] = ['in_progress', 'verifying']

export function summaryAt(recordings: Recordings, time: Time, options: PageOptions = {}): SummaryDocument {
  const at = millis(time)
  const components = rowsAt(recordings, at, options)
  const incidents = incidentRows(recordings, at, components, options)
  const maintenances = maintenanceRows(recordings, at, components, options)
  return {
    page: pageAt(recordings, at, options),
    components,
    incidents: incidents.filter((row) => LIVE.includes(row.status)),
    scheduled_maintenances: maintenances.filter((row) => row.status !== 'completed'),
    status: indicatorOf(components),
  }
}

export function statusAt(recordings: Recordings, time: Time, options: PageOptions = {}): StatusDocument {
  const at = millis(time)
  return { page: pageAt(recordings, at, options), status: indicatorOf(rowsAt(recordings, at, options)) }
}

export function componentsAt(
  recordings: Recordings,
  time: Time,
  options: PageOptions = {},
): ComponentsDocument {
  const at = millis(time)
  return { page: pageAt(recordings, at, options), components: rowsAt(recordings, at, options) }
}

/** The last 50 incidents of every phase, newest first; `unresolved` leaves only those still open. */
export function incidentsAt(
  recordings: Recordings,
  time: Time,
  options: PageOptions & { readonly unresolved?: boolean } = {},
): IncidentsDocument {
  const at = millis(time)
  const rows = incidentRows(recordings, at, rowsAt(recordings, at, options), options)
  return {
    page: pageAt(recordings, at, options),
    incidents: options.unresolved ? rows.filter((row) => LIVE.includes(row.status)) : rows.slice(0, KEPT),
  }
}

export function maintenancesAt(
  recordings: Recordings,
  time: Time,
  options: PageOptions & { readonly only?: 'upcoming' | 'active' } = {},
): MaintenancesDocument {
  const at = millis(time)
  const rows = maintenanceRows(recordings, at, rowsAt(recordings, at, options), options)
  const wanted = options.only === 'upcoming' ? ['scheduled'] : UNDER_WAY
  return {
    page: pageAt(recordings, at, options),
    scheduled_maintenances:
      options.only === undefined ? rows : rows.filter((row) => wanted.includes(row.status)),
  }
}

/** Every incident there has been, newest first. */
export function incidentRows(
  recordings: Recordings,
  at: number,
  components: readonly ComponentRow[],
  options: PageOptions,
): readonly IncidentRow[] {
  return rowsOf(recordings, false, at, components, options)
}

function maintenanceRows(
  recordings: Recordings,
  at: number,
  components: readonly ComponentRow[],
  options: PageOptions,
): readonly IncidentRow[] {
  return rowsOf(recordings, true, at, components, options)
}

function rowsOf(
  recordings: Recordings,
  maintenance: boolean,
  at: number,
  components: readonly ComponentRow[],
  options: PageOptions,
): readonly IncidentRow[] {
  return recordings
    .filter((recording) => (recording.scheduled !== null) === maintenance)
    .flatMap((recording) => incidentRow(recording, at, components, options) ?? [])
    .sort((one, other) => Date.parse(other.created_at) - Date.parse(one.created_at))
}

function pageAt(recordings: Recordings, at: number, options: PageOptions): PageRow {
  const changed = momentsOf(recordings).findLast((moment) => moment.at <= at)
  return {
    id: options.id ?? PAGE.id,
    name: options.name ?? PAGE.name,
    url: options.url ?? PAGE.url,
    time_zone: 'America/New_York',
    updated_at: stamp(changed?.at ?? Date.parse(CREATED)),
  }
}
