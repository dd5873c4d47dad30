import type { Level } from '../../shared/model/verdict.ts'
import { podName, type Voice } from '../../shared/text/agentVoice.ts'
import { badge } from '../../shared/text/badge.ts'
import { COLORS } from '../../shared/text/colors.ts'
import { agent } from '../../shared/text/en.ts'
import { fill } from '../../shared/text/fill.ts'
import { leadingOf } from '../../shared/text/leadingImpacts.ts'
import type { Place } from '../../shared/text/localeAndTime.ts'
import { newsTime } from '../../shared/text/news.ts'
import { summary } from '../../shared/text/summary.ts'
import { epochOf, moment } from '../../shared/text/time.ts'
import { extension } from '../text/en.ts'
import { signText } from '../text/evidence.ts'
import { voiceOf } from './localeAndZone.ts'
import { mostUrgentPod } from './mostUrgentPod.ts'
import type { PodView, View } from './podView.ts'
import type { Spoken } from './spoken.ts'

/** What the toolbar wears. */
export interface ToolbarState {
  readonly icon: Level
  readonly text: string
  readonly color: string
  readonly title: string
  /** A ring of grey round the icon: something was noticed of which the page says nothing. */
  readonly isRinged?: true
}

const { toolbar } = extension

/** The impacts that set the level, without those the vendor calls harmless where others are not. */
const leading = ({ unmuted, alerting }: PodView) =>
  unmuted.level === 'degraded' || unmuted.level === 'outage' ? leadingOf(alerting) : leadingOf(unmuted)

/** There is trouble, and none of it this agent's: "no trouble is reported" would not be true. */
const isFine = ({ unmuted, all }: PodView): boolean => unmuted.level === 'ok' && all.impacts.length > 0
const fineFor = (view: PodView, voice: Voice): string =>
  fill(extension.notYours, { pod: podName(view.unmuted, voice) })

const stateOfPod = (view: PodView, place: Place): ToolbarState => {
  const voice = voiceOf(place, view.pod)
  // Muted is not well: the badge is silent, and the icon still is not green.
  if (view.isMuted)
    return {
      icon: 'notice',
      text: '',
      color: COLORS.notice,
      title: fill(toolbar.muted, { pod: podName(view.unmuted, voice) }),
    }
  const { text, color, title } = badge(view.unmuted, voice, leading(view))
  return { icon: view.unmuted.level, text, color, title: isFine(view) ? fineFor(view, voice) : title }
}

/** A pod in a line, beside others. */
export const lineOf = (view: PodView, place: Place): Pick<ToolbarState, 'icon' | 'title'> => {
  const state = stateOfPod(view, place)
  if (view.isMuted) return state
  const voice = voiceOf(place, view.pod)
  return {
    ...state,
    title: isFine(view) ? fineFor(view, voice) : summary(view.unmuted, voice, leading(view)),
  }
}

/** That the last check failed, and how old that makes what is told, where the pod's own line does not say so. */
const failureLine = ({ failure }: View, { pod, unmuted }: PodView, place: Place): readonly string[] => {
  if (failure === null || failure === unmuted.reason) return []
  const reason = agent.reasons[failure]
  const at = epochOf(unmuted.asOf)
  const isDated = at === null || newsTime(unmuted, voiceOf(place, pod)) !== null
  return [
    isDated
      ? fill(toolbar.failed, { reason })
      : fill(toolbar.failedSince, { reason, time: moment(at, place) }),
  ]
}

/**
 * What was noticed, as a line, and as a ring where the icon is that pod's: icon, badge and colour stay those of what the
 * page says.
 */
const ringed = (state: ToolbarState, pod: string, spoken: Spoken | null, place: Place): ToolbarState =>
  spoken === null || spoken.isMuted
    ? state
    : {
        ...state,
        title: `${state.title}\n${signText(spoken.sign, place)}`,
        ...(spoken.pod === pod && { isRinged: true }),
      }

/** The toolbar for the worst of the watched pods; its title has a line for each of the others. */
export const toolbarStateOf = (all: View, place: Place, spoken: Spoken | null = null): ToolbarState => {
  const { pods } = all
  const main = mostUrgentPod(pods)
  if (main === undefined) return { icon: 'unknown', text: '', color: COLORS.unknown, title: toolbar.choose }
  const state = stateOfPod(main, place)
  const others = pods.filter((view) => view !== main).map((view) => lineOf(view, place).title)
  const lines = [state.title, ...others, ...failureLine(all, main, place)]
  return ringed({ ...state, title: lines.join('\n') }, main.pod, spoken, place)
}

/** The same for an invented report, which says so. */
export const exampleToolbarState = (view: View, place: Place): ToolbarState => {
  const state = toolbarStateOf(view, place)
  return { ...state, title: fill(toolbar.example, { text: state.title }) }
}
