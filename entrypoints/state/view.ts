import type { Concerns } from '../../shared/judge/judge.ts'
import type { Judgement } from '../../shared/judge/verdict.ts'
import { kustomer } from '../../shared/vendors/kustomer.ts'
import { mutedIn } from '../alerts/mutes.ts'
import type { Mute } from '../alerts/shape.ts'
import { type Held, judged } from './judged.ts'
import type { Settings } from './settings.ts'

/** One watched pod, seen with the eyes of this agent. */
export interface PodView {
  readonly pod: string
  /** Everything the page says of it, whoever it concerns: for the record. */
  readonly full: Judgement
  /** What the agent works with: for the popup. */
  readonly whole: Judgement
  /** The same without what is muted: for the toolbar. */
  readonly loud: Judgement
  /** The same without what the vendor calls harmless: for notifications, and for how sure the level is. */
  readonly alarm: Judgement
  /** What the agent works with, without what the vendor calls harmless: for what is told to customers. */
  readonly trouble: Judgement
  /** All that is left of its troubles is muted: silent, and not well. */
  readonly isMuted: boolean
}

export interface View {
  readonly pods: readonly PodView[]
  /** Incidents that are silent now. */
  readonly muted: ReadonlySet<string>
}

/** What the news means for every watched pod. */
export const viewOf = (
  held: Held,
  settings: Pick<Settings, 'pods' | 'ignored'>,
  mutes: readonly Mute[],
  now: number,
): View => {
  const ignored: ReadonlySet<string> = new Set(settings.ignored ?? [])
  const concerns: Concerns = ({ capability }) => capability === kustomer.whole || !ignored.has(capability)
  const wholes = settings.pods.map((pod) => judged(held, pod, now, concerns))
  const muted = mutedIn(mutes, wholes)
  const isLoud: Concerns = (impact) => concerns(impact) && !muted.has(impact.incident ?? '')
  const pods = wholes.map((whole): PodView => {
    const { pod } = whole
    const loud = muted.size === 0 ? whole : judged(held, pod, now, isLoud)
    return {
      pod,
      whole,
      loud,
      full: ignored.size === 0 ? whole : judged(held, pod, now),
      alarm: judged(held, pod, now, (impact) => isLoud(impact) && !impact.quiet),
      trouble: judged(held, pod, now, (impact) => concerns(impact) && !impact.quiet),
      isMuted: loud.level === 'ok' && whole.impacts.length > 0,
    }
  })
  return { pods, muted }
}
