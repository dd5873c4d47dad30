import type { Judgement, Upcoming } from '../model/verdict.ts'
import { podName, type Voice } from './agentVoice.ts'
import { capabilityList } from './capability.ts'
import { fill } from './fill.ts'
import { epochOf, moment, range } from './time.ts'

/** Planned work ahead, for agents only. */
export const upcoming = (work: Upcoming, judgement: Pick<Judgement, 'pod'>, voice: Voice): string => {
  const { words } = voice
  const said = { pod: podName(judgement, voice), what: capabilityList(work.capabilities, words, voice) }
  const start = epochOf(work.starts)
  const end = epochOf(work.ends)
  if (start === null) return fill(words.plannedFor, said)
  // An end before the start is a slip of the vendor's, and Intl throws on it.
  if (end === null || end <= start) return fill(words.plannedFrom, { ...said, time: moment(start, voice) })
  return fill(words.planned, { ...said, range: range(start, end, voice) })
}
