import { signal, useSignal } from '@preact/signals'
import { fill } from '../../shared/text/fill.ts'
import { length } from '../../shared/text/time.ts'
import { SHADOW } from '../domain/evidence/watch.ts'
import { isLocked } from '../domain/policy/policy.ts'
import { extension } from '../text/en.ts'
import { Fold } from '../ui/Fold.tsx'
import { place, policy, values } from '../ui/pageState.ts'
import { askToWatch, useIsAllowed } from '../ui/watchLeave.ts'

const { evidence: words } = extension

/** The organization whose agents work in the tab under the popup. */
export const organisationUnder = signal<string | null>(null)

/** Offered where agents work, in a line: watching whether their own requests succeed. */
export const WatchOffer = () => {
  const outcome = useSignal<'begun' | 'refused' | null>(null)
  const own = organisationUnder.value
  const { settings, watch } = values.value ?? {}
  const isOff = settings?.evidence === 'off'
  const isAllowed = useIsAllowed(watch?.organisation ?? null)
  const isWanted = isOff ? !isLocked(policy.value, 'evidence') : isAllowed === false
  if (own === null || !(isWanted || outcome.value)) return null
  const trial = fill(words.trial, { length: length(SHADOW, place.value, 'long') })
  const allow = (): void => {
    void askToWatch(own).then((isGiven) => {
      outcome.value = isGiven ? 'begun' : 'refused'
    })
  }
  return (
    <Fold title={words.title}>
      <p>{words.offer}</p>
      {!outcome.value && (
        <>
          <p class="small soft">{words.question}</p>
          <button type="button" onClick={allow}>
            {words.allow}
          </button>
        </>
      )}
      <p role="status">
        {outcome.value && words[outcome.value]}
        {outcome.value === 'begun' && (isOff || settings?.evidence === 'shadow') && ` ${trial}`}
      </p>
    </Fold>
  )
}
