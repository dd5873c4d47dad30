import type { Capability } from '../../shared/model/capabilities.ts'
import { capabilityName } from '../../shared/text/capability.ts'
import { agent } from '../../shared/text/en.ts'
import { extension } from '../text/en.ts'
import { CHANNELS, CHOICES, DATA, TOOLS } from './capabilitiesInUse.ts'

const { options } = extension

interface WorkChoiceProps {
  readonly ignored: readonly Capability[]
  readonly onChange: (ignored: Capability[]) => void
}

const GROUPS = [
  { title: options.channels, names: CHANNELS },
  { title: options.tools, names: TOOLS },
  { title: options.data, names: DATA },
]

const label = (name: Capability): string => {
  const text = capabilityName(name, agent)
  return text.charAt(0).toLocaleUpperCase() + text.slice(1)
}

/** One list: it drives icon, popup and notifications. */
export const CapabilityChoice = ({ ignored, onChange }: WorkChoiceProps) => (
  <>
    {GROUPS.map(({ title, names }) => (
      <fieldset key={title}>
        <legend>{title}</legend>
        <div class="ticks">
          {names.map((name) => (
            <label key={name} class="choice">
              <input
                type="checkbox"
                checked={!ignored.includes(name)}
                onChange={(event) =>
                  onChange(
                    event.currentTarget.checked ? ignored.filter((one) => one !== name) : [...ignored, name],
                  )
                }
              />
              {label(name)}
            </label>
          ))}
        </div>
      </fieldset>
    ))}
    {CHOICES.every((name) => ignored.includes(name)) && <p class="note small">{options.nothing}</p>}
    <div class="button-row">
      <button type="button" onClick={() => onChange([])}>
        {options.all}
      </button>
      <button type="button" onClick={() => onChange([...CHOICES])}>
        {options.none}
      </button>
    </div>
  </>
)
