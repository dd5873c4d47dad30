import type { Settings } from '../domain/settings.ts'
import { extension } from '../text/en.ts'
import { changeSettings } from '../ui/changeSettings.ts'
import { TimeRange } from '../ui/TimeRange.tsx'

const { options } = extension
const NIGHT = { from: '20:00', to: '08:00' }

export const QuietHours = ({ quiet }: Pick<Settings, 'quiet'>) => (
  <>
    <label class="choice">
      <input
        type="checkbox"
        checked={quiet !== null}
        onChange={(event) => void changeSettings({ quiet: event.currentTarget.checked ? NIGHT : null })}
      />
      {options.quiet}
    </label>
    {quiet && <TimeRange times={quiet} onChange={(next) => void changeSettings({ quiet: next })} />}
    <p class="small soft">{options.quietHint}</p>
  </>
)
