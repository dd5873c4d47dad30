import { useSignal } from '@preact/signals'
import { useEffect, useRef } from 'preact/hooks'
import { agent } from '../../shared/text/en.ts'
import { fill } from '../../shared/text/fill.ts'
import { feedAddress } from '../domain/feedAddress.ts'
import type { Settings } from '../domain/settings.ts'
import { hostOf } from '../domain/vendorPages.ts'
import type { Tried } from '../messaging/protocol.ts'
import { extension } from '../text/en.ts'
import { change } from '../ui/change.ts'
import { request } from '../ui/model.ts'
import { allowHost, releaseHosts } from './hosts.ts'

const { options } = extension

/** What came of trying an address, in words. */
const outcomeOf = (tried: Tried | null): string => {
  if (tried === null) return options.noAnswer
  if (tried.kind === 'fails') return fill(options.feedFails, { text: agent.reasons[tried.reason] })
  return tried.kind === 'wait' ? options.feedWait : options.feedBlocked
}

/** Where the news comes from, where it is not the vendor's page. */
const usedOf = (feed: string | null): string =>
  feed === null ? '' : fill(options.feedUsed, { host: hostOf(feed) })

/** The vendor's page, or an address of the user's own, tried before it is used. */
export const Feed = ({ feed }: Pick<Settings, 'feed'>) => {
  const isOther = useSignal(feed !== null)
  const text = useSignal(feed ?? '')
  const said = useSignal(usedOf(feed))
  const isBlocked = useSignal(false)
  const submit = useRef<HTMLButtonElement>(null)

  // What is in use may change behind the form: by a file, by a reset, in another window.
  const shown = useRef(feed)
  useEffect(() => {
    if (shown.current === feed) return
    shown.current = feed
    isOther.value = feed !== null
    text.value = feed ?? ''
    said.value = usedOf(feed)
    isBlocked.value = false
  }, [feed, isOther, text, said, isBlocked])

  const use = async (): Promise<void> => {
    const address = feedAddress(text.value)
    isBlocked.value = false
    said.value = address === null ? options.feedWrong : options.feedTrying
    if (address === null) return
    const reply = await request({ type: 'page-bg:try', address })
    // Something else may have been chosen meanwhile.
    if (!isOther.value || feedAddress(text.value) !== address) return
    const tried = reply?.tried ?? null
    if (tried?.kind === 'fine') {
      await change({ feed: address })
      said.value = usedOf(address)
      await releaseHosts(address)
      return
    }
    isBlocked.value = tried?.kind === 'blocked' && address.startsWith('https:')
    said.value = outcomeOf(tried)
  }
  const allow = async (): Promise<void> => {
    const address = feedAddress(text.value)
    if (address === null || !(await allowHost(address))) return
    // The button that was pressed goes away.
    submit.current?.focus()
    await use()
  }
  const vendor = async (): Promise<void> => {
    isOther.value = false
    said.value = ''
    isBlocked.value = false
    if (feed !== null) await change({ feed: null })
    await releaseHosts(null)
  }

  return (
    <section class="card block">
      <h2 id="feed">{options.feed}</h2>
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
          <label class="label" for="address">
            {options.feedLabel}
          </label>
          <input
            id="address"
            type="url"
            autocomplete="off"
            spellcheck={false}
            value={text.value}
            aria-describedby="address-hint"
            onInput={(event) => {
              text.value = event.currentTarget.value
            }}
          />
          <p id="address-hint" class="small soft">
            {options.feedHint}
          </p>
          <div class="button-row">
            <button ref={submit} type="submit">
              {options.feedUse}
            </button>
            {isBlocked.value && (
              <button type="button" onClick={() => void allow()}>
                {fill(options.feedAllow, { host: hostOf(text.value) })}
              </button>
            )}
          </div>
        </form>
      )}
      <p role="status" class={said.value === '' ? 'hidden' : 'small'}>
        {said.value}
      </p>
    </section>
  )
}
