import { phaseAt, phaseSince } from './phase.ts'
import { FINISHED, type Impact, type RecordedComponent, type Recording } from './recording.ts'

const BY_IMPACT: Readonly<Record<Impact, string>> = {
  none: 'operational',
  minor: 'degraded_performance',
  major: 'partial_outage',
  critical: 'major_outage',
  maintenance: 'under_maintenance',
}

/**
 * What one recording says about its component at a moment. Null: not listed, or nothing said yet.
 *
 * Statuses written out in the recording win over those that follow from the impact, except that the end of an
 * incident sets right whatever was said before it.
 */
export function statusIn(recording: Recording, component: RecordedComponent, at: number): string | null {
  const phase = phaseAt(recording, at)
  const ended = phase !== null && FINISHED.has(phase)
  const said = component.statuses.findLast((status) => Date.parse(status.at) <= at)
  if (component.statuses.length > 0) {
    if (said === undefined || said.status === null) return null
    const overtaken = ended && Date.parse(said.at) < (phaseSince(recording, at) ?? 0)
    return overtaken ? 'operational' : said.status
  }
  if (phase === null) return null
  if (ended || phase === 'scheduled') return 'operational'
  if (recording.scheduled !== null) return 'under_maintenance'
  return BY_IMPACT[recording.impact ?? 'minor']
}

const SEVERITY = [
  'operational',
  'under_maintenance',
  'degraded_performance',
  'partial_outage',
  'major_outage',
]

/** Words no list knows rank with a partial outage: something is wrong, and nobody says how badly. */
export const severity = (status: string): number =>
  SEVERITY.includes(status) ? SEVERITY.indexOf(status) : SEVERITY.indexOf('partial_outage')

export const worst = (statuses: readonly string[]): string =>
  statuses.reduce((sofar, status) => (severity(status) > severity(sofar) ? status : sofar), 'operational')
