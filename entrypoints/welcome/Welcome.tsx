import { extension } from '../../shared/words/extension/en.ts'
import { fill } from '../../shared/words/fill.ts'
import { summary } from '../../shared/words/summary.ts'
import { podName } from '../../shared/words/voice.ts'
import { voiceOf } from '../state/place.ts'
import { change } from '../ui/change.ts'
import { place, values, view } from '../ui/model.ts'
import { Notices } from '../ui/Notices.tsx'
import { PodChoice } from '../ui/PodChoice.tsx'
import { WorkChoice } from '../ui/WorkChoice.tsx'
import { Example } from './Example.tsx'
import { Pin } from './Pin.tsx'

const { welcome, setup, options } = extension

/** Says that the pod is watched, and at once how it is. */
const Now = () => {
  const pod = view.value?.pods[0]
  if (pod === undefined) return null
  const voice = voiceOf(place.value, pod.pod)
  return (
    <div class={`note stack is-${pod.whole.level}`} role="status">
      <p>
        <strong>{fill(welcome.done, { pod: podName(pod.whole, voice) })}</strong>
      </p>
      <p class="said">
        <img src={`/icons/${pod.whole.level}-32.png`} width={20} height={20} alt="" />
        {summary(pod.whole, voice)}
      </p>
    </div>
  )
}

export const Welcome = () => {
  if (values.value === null) return null
  const { settings } = values.value
  return (
    <main class="page">
      <header class="brand">
        <img src="/icons/podlight-128.png" alt="" />
        <div>
          <h1>{welcome.title}</h1>
          <p class="soft">{welcome.lead}</p>
        </div>
      </header>
      <Notices />
      <section class="card block">
        <h2>{setup.title}</h2>
        <p>{setup.lead}</p>
        <PodChoice
          many={settings.pods.length > 1}
          pods={settings.pods}
          onChange={(pods) => void change({ pods })}
        />
        <details>
          <summary>{setup.unsure}</summary>
          <p>{setup.findHow}</p>
        </details>
        <Now />
      </section>
      <section class="card block">
        <h2>{options.work}</h2>
        <p>{welcome.workLead}</p>
        <details>
          <summary>{welcome.workOpen}</summary>
          <div class="block">
            <WorkChoice ignored={settings.ignored ?? []} onChange={(ignored) => void change({ ignored })} />
          </div>
        </details>
      </section>
      <Pin />
      <Example pod={settings.pods[0] ?? 'prod1'} settings={settings} />
      <footer class="stack small soft">
        <p>{welcome.privacy}</p>
        <p>{options.aboutText}</p>
        <p>
          <a href="/options.html">{welcome.options}</a>
        </p>
      </footer>
    </main>
  )
}
