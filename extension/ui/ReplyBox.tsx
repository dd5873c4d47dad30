import { useSignal } from '@preact/signals'
import type { Place } from '../../shared/text/localeAndTime.ts'
import type { PodView } from '../domain/podView.ts'
import type { Settings } from '../domain/settings.ts'
import { extension } from '../text/en.ts'
import { reply } from '../text/reply.ts'
import { workingForCustomers } from './capabilitiesInUse.ts'

const { reply: words, customerReply } = extension

/** How long the button says that the reply was copied. */
const SAID = 4000

interface ReplyProps {
  readonly pod: PodView
  readonly settings: Settings
  readonly place: Place
  /** Not in an example: what is invented must not reach a customer. */
  readonly canCopy: boolean
}

/** A reply for customers, to copy with one click. */
export const ReplyBox = ({ pod, settings, place, canCopy }: ReplyProps) => {
  const length = useSignal<'short' | 'full'>('full')
  const outcome = useSignal<'' | 'copied' | 'failed'>('')
  const texts = reply(pod.serious, workingForCustomers(pod.mine, settings), customerReply, place)
  if (texts === null) return null
  const text = texts[length.value]

  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(text)
      outcome.value = 'copied'
    } catch {
      outcome.value = 'failed'
    }
    setTimeout(() => {
      outcome.value = ''
    }, SAID)
  }

  return (
    <section class="part">
      <h2>{words.title}</h2>
      <p class="reply">{text}</p>
      <div class="row">
        {canCopy && (
          <button type="button" class="main" onClick={() => void copy()}>
            {outcome.value === 'copied' ? `✓ ${words.copied}` : words.copy}
          </button>
        )}
        <fieldset class="lengths small">
          <legend class="hidden">{words.length}</legend>
          {(['short', 'full'] as const).map((one) => (
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
      {settings.ignored === null && canCopy && (
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
