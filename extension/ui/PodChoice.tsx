import { useSignal } from '@preact/signals'
import { podOf } from '../../shared/model/pod.ts'
import { kustomer } from '../../shared/vendors/kustomer.ts'
import { vendorsName } from '../domain/localeAndZone.ts'
import { extension } from '../text/en.ts'

const { setup } = extension
const KNOWN: readonly string[] = [...kustomer.pods.keys()]

const regionOf = (pod: string): string =>
  Object.hasOwn(setup.regions, pod) ? setup.regions[pod as keyof typeof setup.regions] : pod

interface PodChoiceProps {
  readonly pods: readonly string[]
  /** One pod, or as many as one likes. */
  readonly many: boolean
  readonly onChange: (pods: string[]) => void
}

/** Pods by region, and any other by its name. */
export const PodChoice = ({ pods, many, onChange }: PodChoiceProps) => {
  const name = useSignal('')
  const isWrong = useSignal(false)
  const shown = [...KNOWN, ...pods.filter((pod) => !KNOWN.includes(pod))]

  const toggle = (pod: string, on: boolean): void => {
    isWrong.value = false
    if (!many) onChange([pod])
    else onChange(on ? [...pods, pod] : pods.filter((one) => one !== pod))
  }
  const add = (event: Event): void => {
    event.preventDefault()
    // "3" is as good as "prod3".
    const pod = podOf(name.value) ?? podOf(`prod${name.value}`)
    isWrong.value = pod === null
    if (pod === null) return
    name.value = ''
    if (!pods.includes(pod)) toggle(pod, true)
  }

  return (
    <>
      <div class="cards">
        {shown.map((pod) => (
          <label key={pod}>
            <input
              type={many ? 'checkbox' : 'radio'}
              name="pod"
              value={pod}
              checked={pods.includes(pod)}
              onChange={(event) => toggle(pod, event.currentTarget.checked)}
            />
            <span>
              <strong>{regionOf(pod)}</strong>
              <span class="small soft">{vendorsName(pod) ?? setup.another}</span>
            </span>
          </label>
        ))}
      </div>
      <form class="field add" onSubmit={add}>
        <label class="label" for="other-pod">
          {setup.another}
        </label>
        <div class="row">
          <input
            id="other-pod"
            type="text"
            size={12}
            autocomplete="off"
            value={name.value}
            aria-invalid={isWrong.value}
            aria-describedby="other-pod-hint"
            onInput={(event) => {
              name.value = event.currentTarget.value
            }}
          />
          <button type="submit">{many ? extension.options.addPod : setup.choose}</button>
        </div>
        <p id="other-pod-hint" class={isWrong.value ? 'small wrong' : 'small soft'} role="status">
          {isWrong.value ? setup.otherWrong : setup.otherHint}
        </p>
      </form>
    </>
  )
}
