import { useSignal } from '@preact/signals'
import { fill } from '../../shared/text/fill.ts'
import { ahead } from '../../shared/text/time.ts'
import { clock } from '../domain/clock.ts'
import { STATUS_PAGE } from '../domain/vendorPages.ts'
import { extension } from '../text/en.ts'
import { place, request, values } from '../ui/pageState.ts'

const { popup } = extension
const MINUTE = 60_000
/** How long the outcome of a click stands. */
const SAID = 8000

/** Asks now, as far as the bucket allows, and says what came of it. */
const useCheck = () => {
  const isChecking = useSignal(false)
  const outcome = useSignal('')
  const check = async (): Promise<void> => {
    if (isChecking.value) return
    isChecking.value = true
    outcome.value = popup.checking
    const reply = await request({ type: 'page-bg:check' })
    isChecking.value = false
    const wait = Math.max(MINUTE, (reply?.due ?? 0) - clock())
    if (reply === null) outcome.value = ''
    else if (!reply.asked)
      outcome.value = fill(popup.tooSoon, { in: ahead(Math.ceil(wait / MINUTE) * MINUTE, place.value) })
    else outcome.value = values.value?.poll.trouble ? popup.checkFailed : popup.checkedNow
    // What was true of the click is not said for ever.
    setTimeout(() => {
      if (!isChecking.value) outcome.value = ''
    }, SAID)
  }
  return { isChecking, outcome, check }
}

export const Foot = ({ pod }: { readonly pod: string | null }) => {
  const { isChecking, outcome, check } = useCheck()
  const isSet = (values.value?.settings.pods.length ?? 0) > 0
  return (
    <footer class="foot">
      <p class={outcome.value === '' ? 'hidden' : 'small'} role="status">
        {outcome.value}
      </p>
      <div class="row">
        {isSet && (
          <button type="button" aria-disabled={isChecking.value} onClick={() => void check()}>
            {popup.check}
          </button>
        )}
        {pod !== null && (
          <a class="button plain" href={`/pod-history.html?pod=${pod}`} target="_blank" rel="noreferrer">
            {popup.history}
          </a>
        )}
        <a class="button plain" href={STATUS_PAGE} target="_blank" rel="noreferrer">
          {popup.page}
        </a>
        <a class="button plain" href="/options.html" target="_blank" rel="noreferrer">
          {popup.options}
        </a>
      </div>
    </footer>
  )
}
