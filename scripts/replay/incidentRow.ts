import { PAGE, type PageOptions } from './catalogue.ts'
import { statusIn } from './componentStatus.ts'
import { idOf } from './ids.ts'
import { prefixed, stamp } from './moments.ts'
import { writtenBy } from './phase.ts'
import { FINISHED, type RecordedUpdate, type Recording } from './recording.ts'
import { type ComponentRow, componentId } from './rows.ts'

export interface AffectedComponent {
  readonly code: string
  readonly name: string
  readonly old_status: string
  readonly new_status: string
}

export interface UpdateRow {
  readonly id: string
  readonly status: string
  readonly body: string
  readonly incident_id: string
  readonly created_at: string
  readonly updated_at: string
  readonly display_at: string
  readonly affected_components: readonly AffectedComponent[] | null
  readonly deliver_notifications: boolean
  readonly custom_tweet: null
  readonly tweet_id: null
}

export interface IncidentRow {
  readonly id: string
  readonly name: string
  readonly status: string
  readonly created_at: string
  readonly updated_at: string
  readonly monitoring_at: string | null
  readonly resolved_at: string | null
  /** Null only where the recording does not know it, which the vendor's own page never shows. */
  readonly impact: string | null
  readonly shortlink: string
  readonly started_at: string
  readonly page_id: string
  readonly incident_updates: readonly UpdateRow[]
  readonly components: readonly ComponentRow[]
  readonly reminder_intervals: null
  readonly scheduled_for?: string
  readonly scheduled_until?: string
}

const incidentId = (recording: Recording): string => idOf('incident', recording.id)

/** The incident as the feed writes it at a moment; null before its first update. `rows` are the page's then. */
export function incidentRow(
  recording: Recording,
  at: number,
  rows: readonly ComponentRow[],
  page: PageOptions = {},
): IncidentRow | null {
  const written = writtenBy(recording, at)
  const [first, last] = [written[0], written.at(-1)]
  if (first === undefined || last === undefined) return null
  const listed = new Set(
    recording.components
      .filter((component) => statusIn(recording, component, at) !== null)
      .map(({ group, name }) => componentId(group, name)),
  )
  const { scheduled } = recording
  return {
    id: incidentId(recording),
    name: recording.title,
    status: last.status,
    created_at: stamp(Date.parse(first.at)),
    updated_at: stamp(Date.parse(last.at)),
    monitoring_at: lastOf(written, 'monitoring'),
    resolved_at: FINISHED.has(last.status) ? lastOf(written, 'resolved', 'completed') : null,
    impact: recording.impact,
    shortlink: `https://stspg.io/${idOf('link', recording.id)}`,
    started_at: stamp(Date.parse(first.displayAt ?? first.at)),
    page_id: page.id ?? PAGE.id,
    incident_updates: written.map((update, index) => updateRow(recording, update, index)).reverse(),
    components: rows.filter((row) => listed.has(row.id)),
    reminder_intervals: null,
    ...(scheduled === null
      ? {}
      : {
          scheduled_for: stamp(Date.parse(scheduled.for)),
          scheduled_until: stamp(Date.parse(scheduled.until)),
        }),
  }
}

function updateRow(recording: Recording, update: RecordedUpdate, index: number): UpdateRow {
  const at = Date.parse(update.at)
  return {
    id: idOf('update', recording.id, String(index)),
    status: update.status,
    body: update.body,
    incident_id: incidentId(recording),
    created_at: stamp(at),
    updated_at: stamp(at),
    display_at: stamp(Date.parse(update.displayAt ?? update.at)),
    affected_components: affected(recording, update, index),
    deliver_notifications: true,
    custom_tweet: null,
    tweet_id: null,
  }
}

/** The components an update speaks for, with their statuses before and after it. */
function affected(
  recording: Recording,
  update: RecordedUpdate,
  index: number,
): UpdateRow['affected_components'] {
  // A postmortem is written long after: it changes no component.
  if (update.status === 'postmortem') return null
  const before = recording.updates[index - 1]
  const rows = recording.components.flatMap((component) => {
    const status = statusIn(recording, component, Date.parse(update.at))
    if (status === null) return []
    const old = before === undefined ? null : statusIn(recording, component, Date.parse(before.at))
    const name = prefixed(component.group, component.name)
    const code = componentId(component.group, component.name)
    return [{ code, name, old_status: old ?? 'operational', new_status: status }]
  })
  return rows.length === 0 ? null : rows
}

function lastOf(written: readonly RecordedUpdate[], ...phases: readonly string[]): string | null {
  const found = written.findLast((update) => phases.includes(update.status))
  return found === undefined ? null : stamp(Date.parse(found.at))
}
