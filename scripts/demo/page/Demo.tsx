import { Agent } from './Agent.tsx'
import { about } from './about.ts'
import { Bar, lengthOf, silenceOf } from './Bar.tsx'
import { Customer } from './Customer.tsx'
import { choose, incident, pod, watchFrom } from './play.ts'
import { Verdict } from './Verdict.tsx'

const PODS = [
  ['prod1', 'Prod1 (US)'],
  ['prod2', 'Prod2 (EU)'],
  ['prod4', 'Prod4 (India)'],
] as const

const month = new Intl.DateTimeFormat('en', { month: 'short', year: 'numeric', timeZone: 'UTC' })

const Incidents = () => (
  <fieldset class="incidents">
    <legend class="hidden">Incident</legend>
    {about.incidents.map((one) => (
      <label key={one.id} class={one === incident.value ? 'tab chosen' : 'tab'}>
        <input
          type="radio"
          name="incident"
          class="hidden"
          checked={one === incident.value}
          onChange={() => void choose(one)}
        />
        <b>{month.format(one.from)}</b>
        <span class="small soft">silent for {lengthOf(silenceOf(one))}</span>
      </label>
    ))}
  </fieldset>
)

const Pods = () => (
  <label class="row">
    <span class="soft">Seen from</span>
    <select value={pod.value} onChange={({ currentTarget }) => void watchFrom(currentTarget.value)}>
      {PODS.map(([name, label]) => (
        <option key={name} value={name}>
          {label}
        </option>
      ))}
    </select>
  </label>
)

export const Demo = () => (
  <>
    <header class="row spread top">
      <div class="row">
        <img src="/icons/podlight.svg" alt="" width="32" height="32" />
        <div>
          <h1>Podlight</h1>
          <p class="soft">
            {about.isLive
              ? 'What the vendor’s status page says now.'
              : 'Real incidents, played: the page and the time are recorded, everything that reads them is the product.'}
          </p>
        </div>
      </div>
      <Pods />
    </header>
    <main class="all">
      {!about.isLive && <Incidents />}
      <Bar />
      <div class="stage">
        <Customer />
        <Agent />
      </div>
      <Verdict />
    </main>
    <footer class="soft small">
      Podlight is not affiliated with Kustomer. The chat here is a stand-in; the sentences of the incidents
      are retold.
    </footer>
  </>
)
