import { useSignal } from '@preact/signals'
import { useEffect } from 'preact/hooks'

type State = 'before' | 'copied' | 'refused'
const WORDS: Readonly<Record<State, string>> = {
  before: '',
  copied: 'Copied.',
  refused: 'The browser does not allow that here: mark the text and copy it by hand.',
}

/** Something to copy, with its button. */
export const Copied = ({ title, text, note }: { title: string; text: string; note?: string }) => {
  const state = useSignal<State>('before')
  // What was copied is not what stands there now.
  useEffect(() => {
    state.value = 'before'
  }, [text, state])
  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(text)
      state.value = 'copied'
    } catch {
      state.value = 'refused'
    }
  }
  return (
    <section class="side">
      <div class="row spread">
        <h2>{title}</h2>
        <div class="row">
          <span role="status" class="soft small">
            {WORDS[state.value]}
          </span>
          <button type="button" class="plain" aria-label={`Copy: ${title}`} onClick={() => void copy()}>
            Copy
          </button>
        </div>
      </div>
      <pre class="card">{text}</pre>
      {note && <p class="soft small">{note}</p>}
    </section>
  )
}
