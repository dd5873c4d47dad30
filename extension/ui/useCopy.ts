import { useSignal } from '@preact/signals'

/** How long a button says that something was copied. */
const SAID = 4000

/** Copies a text, and says for a while what came of it. */
export const useCopy = () => {
  const outcome = useSignal<'' | 'copied' | 'failed'>('')
  const copy = async (text: string): Promise<void> => {
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
  return { outcome, copy }
}
