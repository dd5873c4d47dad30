import { signal } from '@preact/signals'
import type { Pod } from '../../shared/model/verdict.ts'
import { podName } from '../../shared/text/agentVoice.ts'
import { fill } from '../../shared/text/fill.ts'
import { voiceOf } from '../domain/localeAndZone.ts'
import { viewOf } from '../domain/podView.ts'
import { isLocked } from '../domain/policy/policy.ts'
import { lineOf } from '../domain/toolbarState.ts'
import { extension } from '../text/en.ts'
import { changeSettings } from '../ui/changeSettings.ts'
import { lastAnswer, now, place, policy, values } from '../ui/pageState.ts'

const { popup, find } = extension

/** The pod of the site under the popup, where the company named it. */
export const podUnder = signal<Pod | null>(null)

/** How a pod is that nobody watches; null before the page was ever asked. */
const lineFor = (pod: Pod) => {
  const settings = values.value?.settings
  if (!settings || lastAnswer.value?.news == null) return null
  const [view] = viewOf(lastAnswer.value, { ...settings, pods: [pod] }, [], now.value).pods
  return view === undefined ? null : lineOf(view, place.value)
}

/** On which pod this site runs; and where that isn't watched, how it is. */
export const ThisSite = () => {
  const pod = podUnder.value
  const pods = values.value?.settings.pods ?? []
  if (pod === null) return null
  const name = podName({ pod }, voiceOf(place.value, pod))
  const line = pods.includes(pod) ? null : lineFor(pod)
  const canWatch = !pods.includes(pod) && !isLocked(policy.value, 'pods')
  return (
    <section class="part stack">
      <p class="small soft">{fill(popup.site, { pod: name })}</p>
      {line && (
        <p class="pod-line">
          <img src={`/icons/${line.icon}.svg`} width={20} height={20} alt="" />
          <span>{line.title}</span>
        </p>
      )}
      {canWatch && (
        <button
          type="button"
          class={pods.length === 0 ? 'main' : ''}
          onClick={() => void changeSettings({ pods: [...pods, pod] })}
        >
          {fill(find.watch, { pod: name })}
        </button>
      )}
    </section>
  )
}
