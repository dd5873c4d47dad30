import { plural } from '../../shared/text/plural.ts'
import { extension } from '../text/en.ts'
import { CapabilityChoice } from '../ui/CapabilityChoice.tsx'
import { changeSettings, saved } from '../ui/changeSettings.ts'
import { Lockable } from '../ui/Lockable.tsx'
import { Notices } from '../ui/Notices.tsx'
import { PodChoice } from '../ui/PodChoice.tsx'
import { place, values } from '../ui/pageState.ts'
import { WorkingHours } from '../ui/WorkingHours.tsx'
import { Backup } from './Backup.tsx'
import { Company } from './Company.tsx'
import { Evidence } from './Evidence.tsx'
import { Feed } from './Feed.tsx'
import { QuietHours } from './QuietHours.tsx'

const { options } = extension

export const Options = () => {
  if (values.value === null) return null
  const { settings, dropped } = values.value
  return (
    <main class="page">
      <header class="brand">
        <img src="/icons/podlight.svg" alt="" />
        <h1>{options.title}</h1>
      </header>
      <Notices />
      <Company />
      <section class="card block">
        <h2>{options.pods}</h2>
        <p class="small soft">{options.podsHint}</p>
        {settings.pods.length === 0 && <p class="note">{extension.setup.unset}</p>}
        <Lockable setting="pods">
          <PodChoice many pods={settings.pods} onChange={(pods) => void changeSettings({ pods })} />
        </Lockable>
      </section>
      <section class="card block" id="work">
        <h2>{options.work}</h2>
        <Lockable setting="ignored">
          <p class="hint small soft">{options.workHint}</p>
          <CapabilityChoice
            ignored={settings.ignored ?? []}
            onChange={(ignored) => void changeSettings({ ignored })}
          />
        </Lockable>
      </section>
      <section class="card block">
        <h2>{options.notifications}</h2>
        <Lockable setting="notify">
          <label class="choice">
            <input
              type="checkbox"
              checked={settings.notify}
              onChange={(event) => void changeSettings({ notify: event.currentTarget.checked })}
            />
            {options.notify}
          </label>
        </Lockable>
        <Lockable setting="quiet">
          <QuietHours quiet={settings.quiet} />
        </Lockable>
      </section>
      <Evidence settings={settings} watch={values.value.watch} />
      <section class="card block" id="working-hours">
        <h2>{extension.workingHours.title}</h2>
        <Lockable setting="workingHours">
          <WorkingHours workingHours={settings.workingHours} />
        </Lockable>
      </section>
      <Feed feed={settings.feed} />
      <Backup settings={settings} />
      <section class="card block">
        <h2>{options.about}</h2>
        <p>{options.aboutText}</p>
        {dropped > 0 && <p class="note small">{plural(options.dropped, dropped, place.value)}</p>}
        <p>
          <a href="/welcome.html">{options.welcome}</a>
        </p>
      </section>
      <p class={saved.value === 'saved' ? 'toast card' : 'wrong toast card'} role="status">
        {saved.value === '' ? '' : options[saved.value]}
      </p>
    </main>
  )
}
