import { useSignal } from '@preact/signals'
import type { Place } from '../../shared/text/localeAndTime.ts'
import { voiceOf } from '../domain/localeAndZone.ts'
import type { PodView } from '../domain/podView.ts'
import type { Settings } from '../domain/settings.ts'
import { teamReply } from '../domain/teamReply.ts'
import { extension } from '../text/en.ts'
import { ownReply } from '../text/ownReply.ts'
import { reply } from '../text/reply.ts'
import { workingForCustomers } from './capabilitiesInUse.ts'
import { policy } from './pageState.ts'
import { useCopy } from './useCopy.ts'

const { reply: words, customerReply } = extension

interface ReplyProps {
  readonly pod: PodView
  readonly settings: Settings
  readonly place: Place
  /** Not in an example: what is invented must not reach a customer. */
  readonly canCopy: boolean
}

/** A reply for customers, to copy with one click. */
export const ReplyBox = ({ pod, settings, place, canCopy }: ReplyProps) => {
  const length = useSignal<'short' | 'full' | 'team'>('full')
  const { outcome, copy } = useCopy()
  const { replies, contact } = policy.value
  const working = workingForCustomers(pod.mine, settings)
  const own = ownReply(pod.serious, working, replies, customerReply, place, contact)
  const customers = own ?? reply(pod.serious, working, customerReply, place, contact)
  const { level } = pod.serious
  if (level === 'unknown' || level === 'ok' || level === 'notice') return null
  const team = teamReply(pod.serious, voiceOf(place, pod.pod))
  const texts = { short: words.nothing, full: words.nothing, ...customers, team }
  const text = texts[length.value]
  const isNothing = customers === null && length.value !== 'team'

  return (
    <section class="part">
      <h2>{words.title}</h2>
      <p class="reply">{text}</p>
      <div class="row">
        {canCopy && !isNothing && (
          <button type="button" class="main" onClick={() => void copy(text)}>
            {outcome.value === 'copied' ? `✓ ${words.copied}` : words.copy}
          </button>
        )}
        <fieldset class="lengths small">
          <legend class="hidden">{words.length}</legend>
          {(['short', 'full', 'team'] as const).map((one) => (
            <label key={one}>
              <input
                type="radio"
                name="length"
                checked={length.value === one}
                onChange={() => {
                  length.value = one
                }}
              />
              {words[one]}
            </label>
          ))}
        </fieldset>
      </div>
      <p class={outcome.value === 'failed' ? 'small' : 'hidden'} role="status">
        {outcome.value === '' ? '' : words[outcome.value]}
      </p>
      {own !== null && length.value !== 'team' && <p class="small soft">{extension.policy.ownWords}</p>}
      {settings.ignored === null && canCopy && customers !== null && own === null && (
        <p class="small soft">
          {words.chooseWork}{' '}
          <a href="/options.html#work" target="_blank" rel="noreferrer">
            {extension.popup.options}
          </a>
        </p>
      )}
    </section>
  )
}
