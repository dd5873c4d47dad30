import { joined, podName } from '../../../shared/text/agentVoice.ts'
import { fill } from '../../../shared/text/fill.ts'
import { leadingOf } from '../../../shared/text/leadingImpacts.ts'
import type { Place } from '../../../shared/text/localeAndTime.ts'
import { nextUpdateTime } from '../../../shared/text/news.ts'
import { summary } from '../../../shared/text/summary.ts'
import { extension } from '../../text/en.ts'
import { voiceOf } from '../localeAndZone.ts'
import type { Change } from './decide.ts'
import type { Notification } from './storedAlerts.ts'

const { notify } = extension

const titleOf = ({ kind, view }: Change, place: Place): string => {
  const pod = podName(view.unmuted, voiceOf(place, view.pod))
  // Nobody says that it is well, only that nothing more is reported.
  if (kind === 'back' && view.mine.level === 'unknown') return fill(notify.over, { pod })
  const leading = leadingOf(view.alerting)
  const isGuess = leading.length > 0 && leading.every(({ certainty }) => certainty === 'possible')
  const hedged = { degraded: notify.possible, worse: notify.perhapsWorse, back: notify.back }
  return fill((isGuess ? hedged : notify)[kind], { pod })
}

const textOf = ({ kind, view }: Change, place: Place): string => {
  const voice = voiceOf(place, view.pod)
  if (kind === 'back') return summary(view.mine, voice)
  return joined([summary(view.alerting, voice), nextUpdateTime(view.alerting.nextUpdate, voice)])
}

const names = (changes: readonly Change[], place: Place): string =>
  new Intl.ListFormat(place.locale, { type: 'conjunction' }).format(
    changes.map(({ view }) => podName(view.unmuted, voiceOf(place, view.pod))),
  )

const ID = 'podlight'

/** Every incident that some changes are about. */
const incidentsIn = (changes: readonly Change[]): string[] => {
  const all = changes.flatMap(({ incident, view }) => [
    incident,
    ...view.alerting.impacts.map((impact) => impact.incident),
  ])
  return [...new Set(all.filter((one) => one !== null))]
}

/** Changes seen at once make one notification. Its id is its own, and leads back to the incident. */
export const notificationOf = (
  changes: readonly [Change, ...Change[]],
  own: string,
  place: Place,
): Notification => {
  const [first] = changes
  const incident = changes.find((change) => change.incident !== null)?.incident ?? ''
  return {
    id: [ID, own, incident].join('/'),
    title:
      changes.length === 1 ? titleOf(first, place) : fill(notify.several, { what: names(changes, place) }),
    text: changes.map((change) => textOf(change, place)).join('\n'),
    pods: changes.map(({ view }) => view.pod),
    incidents: incidentsIn(changes),
  }
}

/** The incident that a notification was about; null where it was about none. */
export const incidentOf = (id: string): string | null => {
  const [kind, , ...rest] = id.split('/')
  return kind === ID && rest.length > 0 && rest.join('/') !== '' ? rest.join('/') : null
}
