import { extension } from '../text/en.ts'

const { options } = extension

interface Times {
  readonly from: string
  readonly to: string
}

interface TimeRangeProps {
  readonly times: Times
  readonly onChange: (times: { from: string; to: string }) => void
}

/** From one time of day to another. */
export const TimeRange = ({ times: { from, to }, onChange }: TimeRangeProps) => {
  const set = (part: Partial<Times>): void => {
    const next = { from, to, ...part }
    // An emptied field is no time, and changes nothing.
    if (next.from !== '' && next.to !== '') onChange(next)
  }
  return (
    <div class="row">
      {(['from', 'to'] as const).map((end) => (
        <label key={end} class="row">
          {options[end]}
          <input
            type="time"
            value={end === 'from' ? from : to}
            onChange={(event) => set({ [end]: event.currentTarget.value })}
          />
        </label>
      ))}
    </div>
  )
}
