import { podName } from '../../shared/text/agentVoice.ts'
import { fill } from '../../shared/text/fill.ts'
import { voiceOf } from '../domain/localeAndZone.ts'
import { mostUrgentPod } from '../domain/mostUrgentPod.ts'
import { lineOf } from '../domain/toolbarState.ts'
import { extension } from '../text/en.ts'
import { CapabilityChoice } from '../ui/CapabilityChoice.tsx'
import { changeSettings } from '../ui/changeSettings.ts'
import { Lockable } from '../ui/Lockable.tsx'
import { Notices } from '../ui/Notices.tsx'
import { PodChoice } from '../ui/PodChoice.tsx'
import { place, values, view } from '../ui/pageState.ts'
import { Example } from './Example.tsx'
import { Pin } from './Pin.tsx'

const { welcome, setup, options } = extension

/** Says which pods are watched, and at once how they are. */
const Now = () => {
  const pods = view.value?.pods ?? []
  const main = mostUrgentPod(pods)
  if (main === undefined) return null
  const names = pods.map(({ pod, mine }) => podName(mine, voiceOf(place.value, pod)))
  const list = new Intl.ListFormat(place.value.locale, { type: 'conjunction' }).format(names)
  return (
    <div class={`note stack is-${main.unmuted.level}`} role="status">
      <p>
        <strong>{fill(welcome.done, { pod: list })}</strong>
      </p>
      {pods.map((one) => {
        const { icon, title } = lineOf(one, place.value)
        return (
          <p key={one.pod} class="pod-line">
            <img src={`/icons/${icon}.svg`} width={20} height={20} alt="" />
            {title}
          </p>
        )
      })}
    </div>
  )
}

export const Welcome = () => {
  if (values.value === null) return null
  const { settings } = values.value
  return (
    <main class="page">
      <header class="brand">
        <img src="/icons/podlight.svg" alt="" />
        <div>
          <h1>{welcome.title}</h1>
          <p class="soft">{welcome.lead}</p>
        </div>
      </header>
      <Notices />
      <section class="card block">
        <h2>{setup.title}</h2>
        <p>{setup.lead}</p>
        <Lockable setting="pods">
          <PodChoice
            many={settings.pods.length > 1}
            pods={settings.pods}
            onChange={(pods) => void changeSettings({ pods })}
          />
        </Lockable>
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
            <Lockable setting="ignored">
              <CapabilityChoice
                ignored={settings.ignored ?? []}
                onChange={(ignored) => void changeSettings({ ignored })}
              />
            </Lockable>
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
