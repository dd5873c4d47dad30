import { useSignal } from '@preact/signals'
import { browser } from 'wxt/browser'
import { extension } from '../../shared/words/extension/en.ts'
import { fill } from '../../shared/words/fill.ts'
import { feedAddress } from '../state/address.ts'
import { hostOf } from '../state/pages.ts'
import type { Settings } from '../state/settings.ts'
import { change } from '../ui/change.ts'
import { tryFeed } from './tryFeed.ts'

const { options } = extension

/** The vendor's page, or an address of the user's own, tried before it is used. */
export const Feed = ({ feed }: Pick<Settings, 'feed'>) => {
  const isOther = useSignal(feed !== null)
  const text = useSignal(feed ?? '')
  const said = useSignal('')
  const isBlocked = useSignal(false)

  const use = async (): Promise<void> => {
    const address = feedAddress(text.value)
    isBlocked.value = false
    if (address === null) {
      said.value = options.feedWrong
      return
    }
    said.value = options.feedTrying
    const tried = await tryFeed(address)
    if (tried.kind === 'fine') {
      await change({ feed: address })
      said.value = fill(options.feedUsed, { host: hostOf(address) })
      return
    }
    if (tried.kind === 'fails') {
      said.value = fill(options.feedFails, { text: tried.why })
      return
    }
    isBlocked.value = address.startsWith('https:')
    said.value = options.feedBlocked
  }
  const allow = async (): Promise<void> => {
    const address = feedAddress(text.value)
    // For this one host, and only after the user asked for it.
    if (
      address !== null &&
      (await browser.permissions.request({ origins: [`${new URL(address).origin}/*`] }))
    )
      await use()
  }
  const vendor = async (): Promise<void> => {
    isOther.value = false
    said.value = ''
    isBlocked.value = false
    if (feed !== null) await change({ feed: null })
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
            <button type="submit">{options.feedUse}</button>
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
