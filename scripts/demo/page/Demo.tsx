import { kustomer } from '../../../shared/vendors/kustomer.ts'
import { Brand } from '../../pages/Brand.tsx'
import { Agent } from './Agent.tsx'
import { about } from './about.ts'
import { Bar, lengthOf } from './Bar.tsx'
import { Customer } from './Customer.tsx'
import { silenceOf } from './incident.ts'
import { choose, incident, pod, watchFrom } from './play.ts'
import { Verdict } from './Verdict.tsx'

const month = new Intl.DateTimeFormat('en', { month: 'short', year: 'numeric', timeZone: 'UTC' })

/** The longest silence fills its tab, the others their share of it. */
const longest = Math.max(...about.incidents.map(silenceOf))

const Incidents = () => (
  <fieldset class="incidents">
    <legend>How long people felt trouble before the status page had a word</legend>
    <div>
      {about.incidents.map((one) => (
        <label key={one.id} class={one === incident.value ? 'tab chosen' : 'tab'}>
          <input
            type="radio"
            name="incident"
            class="hidden"
            checked={one === incident.value}
            onChange={() => void choose(one)}
          />
          <span class="row spread">
            <b>{lengthOf(silenceOf(one))}</b>
            <span class="small soft">{month.format(one.from)}</span>
          </span>
          <span class="silence" style={{ width: `${(100 * silenceOf(one)) / longest}%` }} />
        </label>
      ))}
    </div>
  </fieldset>
)

const Pods = () => (
  <label class="row">
    <span class="soft">Pod</span>
    <select value={pod.value} onChange={({ currentTarget }) => void watchFrom(currentTarget.value)}>
      {[...kustomer.pods].map(([pod, { name }]) => (
        <option key={pod} value={pod}>
          {name}
        </option>
      ))}
    </select>
  </label>
)

export const Demo = () => (
  <>
    <header class="row spread top">
      <Brand icon="/icons/podlight.svg" title="Podlight">
        {about.isLive
          ? 'What the vendor’s status page says now, and what it means for one pod.'
          : 'Status pages speak late. Once they do, every agent and every customer should know what it means for them. Five real incidents, played.'}
      </Brand>
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
      Podlight is not affiliated with Kustomer. The shop and its chat are stand-ins
      {about.isLive ? '' : ', and the sentences of the incidents are retold'}. Banner, toolbar and popup are
      the built product.
    </footer>
  </>
)
