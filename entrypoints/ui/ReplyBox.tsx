import { useSignal } from '@preact/signals'
import type { Judgement } from '../../shared/judge/verdict.ts'
import { extension } from '../../shared/words/extension/en.ts'
import type { Place } from '../../shared/words/place.ts'
import { reply } from '../../shared/words/reply.ts'
import type { Settings } from '../state/settings.ts'
import { workingForCustomers } from './work.ts'

const { reply: words, customerReply } = extension

/** How long the button says that the reply was copied. */
const SAID = 4000

interface ReplyProps {
  readonly judgement: Judgement
  readonly settings: Settings
  readonly place: Place
}

/** A reply for customers, to copy with one click. */
export const ReplyBox = ({ judgement, settings, place }: ReplyProps) => {
  const length = useSignal<'short' | 'full'>('full')
  const outcome = useSignal<'' | 'copied' | 'failed'>('')
  const texts = reply(judgement, workingForCustomers(judgement, settings), customerReply, place)
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
        <button type="button" class="main" onClick={() => void copy()}>
          {outcome.value === 'copied' ? `✓ ${words.copied}` : words.copy}
        </button>
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
      {settings.ignored === null && (
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
