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
    <legend>How long customers felt trouble before the status page said so</legend>
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
          ? 'What customers and agents are told right now, by the vendor’s status page.'
          : 'See what customers and agents are told when Kustomer breaks, and how late the status page is. Five real incidents, played.'}
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
      Podlight isn’t affiliated with Kustomer. The shop and its chat are stand-ins
      {about.isLive ? '' : ', and the updates are retold in our own words'}. The banner, the toolbar icon and
      the popup are the real product.
    </footer>
  </>
)
