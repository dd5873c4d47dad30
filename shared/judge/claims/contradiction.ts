import type { Incident } from '../../model/snapshot.ts'
import type { Because } from '../../model/verdict.ts'

const FIX_IN_PLACE =
  /\b(?:has|have) (?:implemented|deployed|applied) (?:an update|a fix|the fix)|\b(?:update|fix) (?:has been|was) (?:implemented|deployed|applied)|\bcontinue to monitor this\b/i
const STILL_LOOKING =
  /\bworking to identify the cause\b|\bstill investigating\b|\bcontinu\w+ to investigate\b/i

const doubtOf = ({ phase, updates: [latest] }: Incident): string | null => {
  if (latest === undefined) return null
  if ((phase === 'investigating' || phase === 'identified') && FIX_IN_PLACE.test(latest.text))
    return 'the text speaks of a fix in place'
  if (phase === 'monitoring' && STILL_LOOKING.test(latest.text))
    return 'the text says that the cause is still sought'
  return latest.phase === phase || latest.phase === 'unknown'
    ? null
    : `the latest update says ${latest.phase}`
}

/** The vendor's phase wins; where its own words speak against it, that is noted. */
export const contradiction = (incident: Incident): Because[] => {
  const doubt = doubtOf(incident)
  return doubt === null ? [] : [{ source: 'note', text: `The phase is ${incident.phase}, yet ${doubt}.` }]
}
