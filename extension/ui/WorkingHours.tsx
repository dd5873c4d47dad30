import { useSignal } from '@preact/signals'
import type { Settings } from '../domain/settings.ts'
import { extension } from '../text/en.ts'
import { dayName, weekOf, workingHoursText } from '../text/workingHoursText.ts'
import { changeSettings } from './changeSettings.ts'
import { language, place } from './pageState.ts'
import { TimeRange } from './TimeRange.tsx'

const { workingHours: words } = extension

/** The days and times at which the team works. */
export const WorkingHours = ({ workingHours }: Pick<Settings, 'workingHours'>) => {
  const isLast = useSignal(false)
  const { days } = workingHours
  const { locale } = place.value

  const toggle = (day: number, box: HTMLInputElement): void => {
    const next = box.checked ? [...days, day].sort() : days.filter((one) => one !== day)
    isLast.value = next.length === 0
    if (isLast.value) box.checked = true
    else void changeSettings({ workingHours: { ...workingHours, days: next } })
  }
  return (
    <div class="working-hours">
      <fieldset>
        <legend>{words.days}</legend>
        <div class="days">
          {weekOf(language()).map((day) => (
            <label key={day}>
              <input
                type="checkbox"
                checked={days.includes(day)}
                aria-label={dayName(day, locale, 'long')}
                onChange={(event) => toggle(day, event.currentTarget)}
              />
              {dayName(day, locale, 'short')}
            </label>
          ))}
        </div>
        <p role="status" class={isLast.value ? 'small wrong' : 'hidden'}>
          {isLast.value ? words.lastDay : ''}
        </p>
      </fieldset>
      <TimeRange
        times={workingHours}
        onChange={(times) => void changeSettings({ workingHours: { ...workingHours, ...times } })}
      />
      <p class="small">{workingHoursText(workingHours, place.value)}</p>
      <p class="small soft">{words.hint}</p>
    </div>
  )
}
