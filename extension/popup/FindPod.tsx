import { useSignal } from '@preact/signals'
import { podName } from '../../shared/text/agentVoice.ts'
import { fill } from '../../shared/text/fill.ts'
import { voiceOf } from '../domain/localeAndZone.ts'
import { extension } from '../text/en.ts'
import { changeSettings } from '../ui/changeSettings.ts'
import { place, values } from '../ui/pageState.ts'
import { type Found, podOfTab } from './podOfTab.ts'

const { find, popup } = extension

const sentence = (found: Found): string => {
  if (found.kind !== 'found') return find[found.kind]
  const pod = podName(found, voiceOf(place.value, found.pod))
  return found.organisation === ''
    ? fill(find.found, { pod })
    : fill(find.foundFor, { pod, what: found.organisation })
}

/** Reads the pod from the chat of the page under the popup, on this click only. */
export const FindPod = () => {
  const found = useSignal<Found | null>(null)
  const settings = values.value?.settings
  const isWatched = found.value?.kind === 'found' && settings?.pods.includes(found.value.pod)

  const look = async (): Promise<void> => {
    found.value = await podOfTab()
  }
  const watch = (pod: string): void => void changeSettings({ pods: [...(settings?.pods ?? []), pod] })

  return (
    <section class="part stack">
      <button type="button" onClick={() => void look()}>
        {popup.find}
      </button>
      <p class="soft small">{find.reads}</p>
      <div role="status" class="stack">
        {found.value && <p dir="auto">{sentence(found.value)}</p>}
        {found.value?.kind === 'found' &&
          (isWatched ? (
            <p>{fill(find.watching, { pod: podName(found.value, voiceOf(place.value, found.value.pod)) })}</p>
          ) : (
            <button
              type="button"
              class="main"
              onClick={() => found.value?.kind === 'found' && watch(found.value.pod)}
            >
              {fill(find.watch, { pod: podName(found.value, voiceOf(place.value, found.value.pod)) })}
            </button>
          ))}
      </div>
    </section>
  )
}
