import type { Incident } from '../feed/snapshot.ts'
import type { Because } from './verdict.ts'

const FIX_IN_PLACE =
  /\b(?:has|have) (?:implemented|deployed|applied) (?:an update|a fix|the fix)|\b(?:update|fix) (?:has been|was) (?:implemented|deployed|applied)|\bcontinue to monitor this\b/i
const STILL_LOOKING =
  /\bworking to identify the cause\b|\bstill investigating\b|\bcontinu\w+ to investigate\b/i

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
