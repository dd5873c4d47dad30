import { useSignal } from '@preact/signals'
import type { ComponentChildren } from 'preact'

interface FoldedProps {
  readonly summary: string
  /** What may be long: it is made when it is opened. */
  readonly children: () => ComponentChildren
}

/** One line until somebody wants to know more. */
export const Folded = ({ summary, children }: FoldedProps) => {
  const isOpen = useSignal(false)
  return (
    <details
      onToggle={(event) => {
        isOpen.value = event.currentTarget.open
      }}
    >
      <summary class="small">{summary}</summary>
      {isOpen.value && children()}
    </details>
  )
}
