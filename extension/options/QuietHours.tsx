import type { Settings } from '../domain/settings.ts'
import { extension } from '../text/en.ts'
import { changeSettings } from '../ui/changeSettings.ts'

const { options } = extension
const NIGHT = { from: '20:00', to: '08:00' }

export const QuietHours = ({ quiet }: Pick<Settings, 'quiet'>) => {
  const set = (part: Partial<typeof NIGHT>): void => {
    const next = { ...NIGHT, ...quiet, ...part }
    // An emptied field is no time, and changes nothing.
    if (next.from !== '' && next.to !== '') void changeSettings({ quiet: next })
  }
  return (
    <>
      <label class="choice">
        <input
          type="checkbox"
          checked={quiet !== null}
          onChange={(event) => void changeSettings({ quiet: event.currentTarget.checked ? NIGHT : null })}
        />
        {options.quiet}
      </label>
      {quiet && (
        <div class="row">
          {(['from', 'to'] as const).map((end) => (
            <label key={end} class="row">
              {end === 'from' ? options.quietFrom : options.quietTo}
              <input
                type="time"
                value={quiet[end]}
                onChange={(event) => set({ [end]: event.currentTarget.value })}
              />
            </label>
          ))}
        </div>
      )}
      <p class="small soft">{options.quietHint}</p>
    </>
  )
}
