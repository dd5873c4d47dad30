import type { Level } from '../../shared/judge/verdict.ts'
import { badge } from '../../shared/words/badge.ts'
import { COLORS } from '../../shared/words/colors.ts'
import { extension } from '../../shared/words/extension/en.ts'
import { fill } from '../../shared/words/fill.ts'
import { leadingOf } from '../../shared/words/leading.ts'
import type { Place } from '../../shared/words/place.ts'
import { summary } from '../../shared/words/summary.ts'
import { podName, type Voice } from '../../shared/words/voice.ts'
import { voiceOf } from './place.ts'
import type { PodView, View } from './view.ts'
import { worst } from './worst.ts'

/** What the toolbar wears. */
export interface Face {
  readonly icon: Level
  readonly text: string
  readonly color: string
  readonly title: string
}

const { toolbar } = extension

/** The impacts that set the level, without those the vendor calls harmless where others are not. */
const leading = ({ loud, alarm }: PodView) =>
  loud.level === 'degraded' || loud.level === 'outage' ? leadingOf(alarm) : leadingOf(loud)

/** There is trouble, and none of it this agent's: "no trouble is reported" would not be true. */
const isFine = ({ loud, full }: PodView): boolean => loud.level === 'ok' && full.impacts.length > 0
const fineFor = (view: PodView, voice: Voice): string =>
  fill(extension.notYours, { pod: podName(view.loud, voice) })

const faceOfPod = (view: PodView, place: Place): Face => {
  const voice = voiceOf(place, view.pod)
  // Muted is not well: the badge is silent, and the icon still is not green.
  if (view.isMuted)
    return {
      icon: 'notice',
      text: '',
      color: COLORS.notice,
      title: fill(toolbar.muted, { pod: podName(view.loud, voice) }),
    }
  const { text, color, title } = badge(view.loud, voice, leading(view))
  return { icon: view.loud.level, text, color, title: isFine(view) ? fineFor(view, voice) : title }
}

/** A pod in a line, beside others. */
export const lineOf = (view: PodView, place: Place): Pick<Face, 'icon' | 'title'> => {
  const face = faceOfPod(view, place)
  if (view.isMuted) return face
  const voice = voiceOf(place, view.pod)
  return { ...face, title: isFine(view) ? fineFor(view, voice) : summary(view.loud, voice, leading(view)) }
}

/** The toolbar for the worst of the watched pods; its title has a line for each of the others. */
export const faceOf = ({ pods }: View, place: Place): Face => {
  const main = worst(pods)
  if (main === undefined) return { icon: 'unknown', text: '', color: COLORS.unknown, title: toolbar.choose }
  const face = faceOfPod(main, place)
  const others = pods.filter((view) => view !== main).map((view) => lineOf(view, place).title)
  return { ...face, title: [face.title, ...others].join('\n') }
}

/** The same for an invented report, which says so. */
export const exampleFace = (view: View, place: Place): Face => {
  const face = faceOf(view, place)
  return { ...face, title: fill(toolbar.example, { text: face.title }) }
}
