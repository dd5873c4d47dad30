import type { Snapshot } from '../../shared/model/snapshot.ts'
import type { Verdict } from '../../shared/model/verdict.ts'
import { toldOf } from './told.ts'

/** A verdict as lines of text: the state, each impact with its reasons, what comes next. */
export const forPeople = (verdict: Verdict, snapshot: Snapshot | null, now: number): string => {
  const { level, summary, impacts, notes } = toldOf(verdict, snapshot, now)
  const lines = [`${level.toUpperCase()}: ${summary}`]
  for (const { says, reasons, incident } of impacts) {
    lines.push('', says, ...reasons.map((reason) => `  - ${reason}`))
    if (incident !== null) lines.push(`  Incident ${incident[0]}: ${incident[1]}`)
  }
  return [...lines, ...notes.flatMap((note) => ['', note])].join('\n')
}
