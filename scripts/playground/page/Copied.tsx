import { useSignal } from '@preact/signals'

/** Something to copy, with its button. */
export const Copied = ({ title, text, note }: { title: string; text: string; note?: string }) => {
  const isCopied = useSignal(false)
  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(text)
      isCopied.value = true
    } catch {
      // Then it can be marked by hand.
    }
  }
  return (
    <section class="side">
      <div class="row spread">
        <h2>{title}</h2>
        <button type="button" class="plain" onClick={() => void copy()}>
          {isCopied.value ? 'Copied' : 'Copy'}
        </button>
      </div>
      <pre class="card">{text}</pre>
      {note && <p class="soft small">{note}</p>}
    </section>
  )
}
