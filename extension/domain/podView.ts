import type { Concerns } from '../../shared/judge/judge.ts'
import { judgementOf, type LastAnswer } from '../../shared/judge/judgementOf.ts'
import type { Judgement, Reason } from '../../shared/model/verdict.ts'
import { kustomer } from '../../shared/vendors/kustomer.ts'
import { type Mute, mutedIn } from './mutes/mutes.ts'
import type { Settings } from './settings.ts'

/** One watched pod, seen with the eyes of this agent. */
export interface PodView {
  readonly pod: string
  /** Everything the page says of it, whoever it concerns: for the record. */
  readonly all: Judgement
  /** What the agent works with: for the popup. */
  readonly mine: Judgement
  /** The same without what is muted: for the toolbar. */
  readonly unmuted: Judgement
  /** The same without what the vendor calls harmless: for notifications, and for how sure the level is. */
  readonly alerting: Judgement
  /** What the agent works with, without what the vendor calls harmless: for what is told to customers. */
  readonly serious: Judgement
  /** All that is left of its troubles is muted: silent, and not well. */
  readonly isMuted: boolean
}

export interface View {
  readonly pods: readonly PodView[]
  /** Why the last request brought nothing, where what was known before it still stands. */
  readonly failure: Reason | null
  /** Incidents that are silent now. */
  readonly muted: ReadonlySet<string>
}

/** What the news means for every watched pod. */
export const viewOf = (
  answer: LastAnswer,
  settings: Pick<Settings, 'pods' | 'ignored'>,
  mutes: readonly Mute[],
  now: number,
): View => {
  const ignored: ReadonlySet<string> = new Set(settings.ignored ?? [])
  const concerns: Concerns = ({ capability }) => capability === kustomer.whole || !ignored.has(capability)
  const mine = settings.pods.map((pod) => judgementOf(answer, pod, now, concerns))
  const muted = mutedIn(mutes, mine)
  const isUnmuted: Concerns = (impact) => concerns(impact) && !muted.has(impact.incident ?? '')
  const pods = mine.map((mine): PodView => {
    const { pod } = mine
    const unmuted = muted.size === 0 ? mine : judgementOf(answer, pod, now, isUnmuted)
    return {
      pod,
      mine,
      unmuted,
      all: ignored.size === 0 ? mine : judgementOf(answer, pod, now),
      alerting: judgementOf(answer, pod, now, (impact) => isUnmuted(impact) && !impact.quiet),
      serious: judgementOf(answer, pod, now, (impact) => concerns(impact) && !impact.quiet),
      isMuted: unmuted.level === 'ok' && mine.impacts.length > 0,
    }
  })
  return { pods, failure: answer.trouble, muted }
}
