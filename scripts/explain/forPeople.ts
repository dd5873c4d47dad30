import type { Snapshot } from '../../shared/feed/snapshot.ts'
import type { Verdict } from '../../shared/judge/verdict.ts'
import { bannerText } from '../../shared/words/banner.ts'
import { detail, why } from '../../shared/words/detail.ts'
import { customer } from '../../shared/words/en.ts'
import { newsAge, nextUpdate } from '../../shared/words/news.ts'
import { quote } from '../../shared/words/quote.ts'
import { sceneOf } from '../../shared/words/scene.ts'
import { summary } from '../../shared/words/summary.ts'
import { epochOf } from '../../shared/words/time.ts'
import { upcoming } from '../../shared/words/upcoming.ts'
import { voiceAt } from './voice.ts'

const titleOf = (snapshot: Snapshot | null, incident: string | null): string | null => {
  const all = snapshot === null ? [] : [...snapshot.incidents, ...snapshot.maintenances]
  const found = all.find(({ id }) => id === incident)
  return found === undefined ? null : quote(found.title)
}

/** A verdict as a person would want it told: the state, each impact with its reasons, what comes next. */
export const forPeople = (verdict: Verdict, snapshot: Snapshot | null, now: number): string => {
  const voice = voiceAt(verdict.pod, now)
  const lines = [`${verdict.level.toUpperCase()}: ${summary(verdict, voice)}`]
  for (const impact of verdict.impacts) {
    lines.push('', detail(impact, voice), ...why(impact, voice).map((reason) => `  - ${reason}`))
    const title = titleOf(snapshot, impact.incident)
    if (title !== null) lines.push(`  Incident ${impact.incident}: ${title}`)
  }
  const next = nextUpdate(verdict.nextUpdate, voice)
  if (next !== null) lines.push('', next)
  for (const work of verdict.upcoming) lines.push('', upcoming(work, verdict, voice))
  if (verdict.banner !== null) {
    const scene = sceneOf(verdict.banner)
    const { headline, works } = bannerText(scene, customer, voice)
    lines.push('', `Customers would read (${scene}): ${headline} ${works}`)
  }
  const at = epochOf(verdict.asOf)
  if (at !== null)
    lines.push(
      '',
      `Judged as the page stood at ${new Date(at).toISOString().slice(0, 16).replace('T', ' ')} UTC.`,
    )
  const age = newsAge(verdict, voice)
  if (age !== null) lines.push('', age)
  if (snapshot !== null && snapshot.dropped > 0)
    lines.push('', `${snapshot.dropped} rows of the document could not be read.`)
  return lines.join('\n')
}
