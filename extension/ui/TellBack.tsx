import { extension } from '../text/en.ts'
import { request } from './pageState.ts'

const { popup } = extension

/** Asks to be told once when a pod is back, or takes that back. */
export const TellBack = ({ pod, isAwaited }: { readonly pod: string; readonly isAwaited: boolean }) => (
  <div class="row small">
    <button
      type="button"
      aria-pressed={isAwaited}
      onClick={() => void request({ type: 'page-bg:tell-back', pod, on: !isAwaited })}
    >
      {isAwaited ? `✓ ${popup.telling}` : popup.tell}
    </button>
  </div>
)
