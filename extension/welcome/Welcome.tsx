import { fill } from '../../shared/text/fill.ts'
import { podName } from '../../shared/text/voice.ts'
import { voiceOf } from '../domain/readersPlace.ts'
import { lineOf } from '../domain/toolbarState.ts'
import { worst } from '../domain/worst.ts'
import { extension } from '../text/en.ts'
import { change } from '../ui/change.ts'
import { place, values, view } from '../ui/model.ts'
import { Notices } from '../ui/Notices.tsx'
import { PodChoice } from '../ui/PodChoice.tsx'
import { WorkChoice } from '../ui/WorkChoice.tsx'
import { Example } from './Example.tsx'
import { Pin } from './Pin.tsx'

const { welcome, setup, options } = extension

/** Says which pods are watched, and at once how they are. */
const Now = () => {
  const pods = view.value?.pods ?? []
  const main = worst(pods)
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
          <p key={one.pod} class="watched">
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
