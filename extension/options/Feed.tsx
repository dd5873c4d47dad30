import { useSignal } from '@preact/signals'
import { useEffect, useRef } from 'preact/hooks'
import { feedAddress } from '../domain/feedAddress.ts'
import type { Settings } from '../domain/settings.ts'
import { extension } from '../text/en.ts'
import { changeSettings, saved } from '../ui/changeSettings.ts'
import { Lockable } from '../ui/Lockable.tsx'
import { request } from '../ui/pageState.ts'
import { type Attempt, FeedOutcome } from './FeedOutcome.tsx'
import { TextField } from './TextField.tsx'

const { options } = extension
const NONE: Attempt = { kind: 'none' }

/** The vendor's page, or an address of the user's own, tried before it is used. */
export const Feed = ({ feed }: Pick<Settings, 'feed'>) => {
  const isOther = useSignal(feed !== null)
  const text = useSignal(feed ?? '')
  const attempt = useSignal<Attempt>(NONE)

  /** The address that this form has sent; what was chosen in it since then holds. */
  const sent = useRef<string | null>(null)

  // What is in use may change behind the form: by a file, by a reset, in another window.
  const shown = useRef(feed)
  useEffect(() => {
    if (shown.current === feed) return
    shown.current = feed
    if (feed !== null && feed === sent.current) return
    isOther.value = feed !== null
    text.value = feed ?? ''
    attempt.value = NONE
  }, [feed, isOther, text, attempt])

  const use = async (): Promise<void> => {
    const address = feedAddress(text.value)
    // What was saved before is no answer to this.
    saved.value = ''
    const own: Attempt = { kind: address === null ? 'wrong' : 'trying' }
    attempt.value = own
    if (address === null) return
    sent.current = address
    const reply = await request({ type: 'page-bg:use', address })
    const tried = reply?.tried
    const isTaken = tried?.kind === 'fine' || tried?.kind === 'wait'
    // The vendor's page may have been chosen meanwhile: what was chosen last holds.
    if (!isOther.value && isTaken) await changeSettings({ feed: null })
    // So may another address.
    if (attempt.value !== own) return
    if (!tried) attempt.value = { kind: 'silent' }
    else if (!reply.stored) saved.value = 'notSaved'
    else if (tried.kind === 'fine') saved.value = 'saved'
    if (tried)
      attempt.value = tried.kind === 'fine' ? NONE : { kind: 'tried', address, tried, due: reply.due }
  }
  const vendor = async (): Promise<void> => {
    isOther.value = false
    attempt.value = NONE
    if (feed !== null) await changeSettings({ feed: null })
  }

  return (
    <section class="card block">
      <h2 id="feed">{options.feed}</h2>
      <Lockable setting="feed">
        <div role="radiogroup" aria-labelledby="feed">
          <label class="choice">
            <input type="radio" name="feed" checked={!isOther.value} onChange={() => void vendor()} />
            {options.feedVendor}
          </label>
          <label class="choice">
            <input
              type="radio"
              name="feed"
              checked={isOther.value}
              onChange={() => {
                isOther.value = true
              }}
            />
            {options.feedOther}
          </label>
        </div>
        {isOther.value && (
          <form
            class="field"
            noValidate
            onSubmit={(event) => {
              event.preventDefault()
              void use()
            }}
          >
            <TextField
              id="address"
              mode="url"
              label={options.feedLabel}
              hint={options.feedHint}
              text={text}
            />
            <button type="submit">{options.feedUse}</button>
          </form>
        )}
      </Lockable>
      <FeedOutcome attempt={attempt.value} feed={feed} />
    </section>
  )
}
