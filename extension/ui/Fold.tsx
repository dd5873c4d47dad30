import type { ComponentChildren } from 'preact'

interface FoldProps {
  readonly title: string
  readonly children: ComponentChildren
}

/** A part of the panel that is one line until somebody wants to know more. */
export const Fold = ({ title, children }: FoldProps) => (
  <details class="part fold">
    <summary>
      <h2>{title}</h2>
    </summary>
    <div class="stack">{children}</div>
  </details>
)
