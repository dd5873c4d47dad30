import type { Incident } from '../feed/snapshot.ts'
import { isOver } from './incident.ts'
import type { Because } from './verdict.ts'

const FIX_IN_PLACE =
  /\b(?:has|have) (?:implemented|deployed|applied) (?:an update|a fix|the fix)|\b(?:update|fix) (?:has been|was) (?:implemented|deployed|applied)|\bcontinue to monitor this\b/i
const STILL_LOOKING =
  /\bworking to identify the cause\b|\bstill investigating\b|\bcontinu\w+ to investigate\b/i

const AT_WORK = /^(?:investigating|identified|monitoring|in_progress|verifying)$/
const UNDER_WAY = /^(?:in_progress|verifying)$/

/**
 * The phase an incident is judged by: its own, unless it is called over, or not begun, while its latest update is at
 * work. By the clock alone planned work never begins: it is often put off without a word on the page.
 */
export const phaseOf = ({ phase, updates }: Incident): string => {
  const latest = updates[0]?.phase ?? ''
  const goesOn = (isOver(phase) && AT_WORK.test(latest)) || (phase === 'scheduled' && UNDER_WAY.test(latest))
  return goesOn ? latest : phase
}

/** The vendor's phase wins; where its own words speak against it, that is noted. */
export const contradiction = (incident: Incident): Because[] => {
  const latest = incident.updates[0]
  if (latest === undefined) return []
  const early = incident.phase === 'investigating' || incident.phase === 'identified'
  if (early && FIX_IN_PLACE.test(latest.text))
    return [
      { source: 'note', text: `The phase is ${incident.phase}, yet the text speaks of a fix in place.` },
    ]
  if (incident.phase === 'monitoring' && STILL_LOOKING.test(latest.text))
    return [
      { source: 'note', text: 'The phase is monitoring, yet the text says that the cause is still sought.' },
    ]
  if (latest.phase !== incident.phase && latest.phase !== 'unknown')
    return [
      { source: 'note', text: `The phase is ${incident.phase}, yet the latest update says ${latest.phase}.` },
    ]
  return []
}
