import type { Level } from '../../shared/judge/verdict.ts'
import { badge } from '../../shared/words/badge.ts'
import { COLORS } from '../../shared/words/colors.ts'
import { extension } from '../../shared/words/extension/en.ts'
import { fill } from '../../shared/words/fill.ts'
import { leadingOf } from '../../shared/words/leading.ts'
import type { Place } from '../../shared/words/place.ts'
import { summary } from '../../shared/words/summary.ts'
import { podName } from '../../shared/words/voice.ts'
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

const isMuted = ({ loud, whole }: PodView): boolean =>
  loud.level === 'ok' && (whole.level !== 'ok' || whole.impacts.length > 0)

const faceOfPod = (view: PodView, place: Place): Face => {
  const voice = voiceOf(place, view.pod)
  // Muted is not well: the badge is silent, and the icon still is not green.
  if (isMuted(view))
    return {
      icon: 'notice',
      text: '',
      color: COLORS.notice,
      title: fill(toolbar.muted, { pod: podName(view.loud, voice) }),
    }
  const { text, color, title } = badge(view.loud, voice, leading(view))
  return { icon: view.loud.level, text, color, title }
}

/** The toolbar for the worst of the watched pods; its title has a line for each of the others. */
export const faceOf = ({ pods }: View, place: Place): Face => {
  const main = worst(pods, ({ loud }) => loud)
  if (main === undefined) return { icon: 'unknown', text: '', color: COLORS.unknown, title: toolbar.choose }
  const face = faceOfPod(main, place)
  const others = pods.filter((view) => view !== main)
  const lines = others.map((view) =>
    isMuted(view)
      ? faceOfPod(view, place).title
      : summary(view.loud, voiceOf(place, view.pod), leading(view)),
  )
  return { ...face, title: [face.title, ...lines].join('\n') }
}

/** The same for an invented report, which says so. */
export const exampleFace = (view: View, place: Place): Face => {
  const face = faceOf(view, place)
  return { ...face, title: fill(toolbar.example, { text: face.title }) }
}
