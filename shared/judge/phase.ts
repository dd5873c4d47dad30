import type { Incident } from '../model/snapshot.ts'

const AT_WORK = /^(?:investigating|identified|monitoring|in_progress|verifying)$/
const UNDER_WAY = /^(?:in_progress|verifying)$/

export const isOver = (phase: string): boolean => /^(?:resolved|postmortem|completed)$/.test(phase)

/**
 * The phase an incident is judged by: its own, unless it is called over, or not begun, while its latest update is at
 * work. By the clock alone planned work never begins: it is often put off without a word on the page.
 */
export const phaseOf = ({ phase, updates }: Incident): string => {
  const latest = updates[0]?.phase ?? ''
  const goesOn = (isOver(phase) && AT_WORK.test(latest)) || (phase === 'scheduled' && UNDER_WAY.test(latest))
  return goesOn ? latest : phase
}
