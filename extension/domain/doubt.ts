import type { Judgement } from '../../shared/model/verdict.ts'
import { joined, type Voice } from '../../shared/text/agentVoice.ts'
import { detail, why } from '../../shared/text/detail.ts'
import { summary } from '../../shared/text/summary.ts'
import { extension } from '../text/en.ts'
import { incidentPage } from './vendorPages.ts'

/** What somebody needs who is to find out why Podlight said something wrong: the verdict, its reasons, the reports. */
export const doubt = (judgement: Judgement, voice: Voice): string => {
  const named: Voice = { ...voice, namesZone: true }
  const { impacts, pod, asOf } = judgement
  const reports = [...new Set(impacts.map(({ incident }) => incident))].filter(
    (incident) => incident !== null,
  )
  return [
    extension.doubt.text,
    '',
    summary(judgement, named),
    ...impacts.map((impact) => `- ${joined([detail(impact, named), ...why(impact, named)])}`),
    ...reports.map((incident) => incidentPage(incident)),
    `${pod}, ${asOf}`,
  ].join('\n')
}
