import { useSignal } from '@preact/signals'
import { about } from './about.ts'
import { Frame } from './Frame.tsx'
import { take } from './play.ts'

/** What a customer sees: a shop with a chat, and the real tag. */
export const Customer = () => {
  const isPhone = useSignal(false)
  return (
    <section class="side" aria-labelledby="customer">
      <div class="row">
        <h2 id="customer">
          What a customer sees <span class="soft">in a shop with the banner</span>
        </h2>
        <button
          type="button"
          class="plain as-phone"
          aria-pressed={isPhone.value}
          onClick={() => {
            isPhone.value = !isPhone.value
          }}
        >
          On a phone
        </button>
      </div>
      <div class={isPhone.value ? 'browser phone' : 'browser'}>
        <Frame key={take.value} address={`${about.shop}/?fresh`} class="shop" title="A shop with a chat" />
      </div>
    </section>
  )
}
