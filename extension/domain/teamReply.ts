import type { Judgement } from '../../shared/model/verdict.ts'
import { joined, type Voice } from '../../shared/text/agentVoice.ts'
import { nextUpdateTime } from '../../shared/text/news.ts'
import { summary } from '../../shared/text/summary.ts'
import { incidentPage } from './vendorPages.ts'

/** What to say in the team's channel, where everybody knows the vendor: with pod, times and a link. */
export const teamReply = (judgement: Judgement, voice: Voice): string => {
  const named: Voice = { ...voice, namesZone: true }
  const { incident = null } = judgement.impacts.find((impact) => impact.incident !== null) ?? {}
  return joined([
    summary(judgement, named),
    nextUpdateTime(judgement.nextUpdate, named),
    incidentPage(incident),
  ])
}
