import type { Signal } from '@preact/signals'

interface TextFieldProps {
  readonly id: string
  /** What a keyboard on a screen is for. */
  readonly mode?: 'url'
  readonly label: string
  /** What belongs in it, or what is wrong with what stands there. */
  readonly hint: string
  /** Left out where nothing can be wrong. */
  readonly isWrong?: boolean
  readonly text: Signal<string>
}

/** A line of text with its name above it and a hint below. */
export const TextField = ({ id, mode, label, hint, isWrong, text }: TextFieldProps) => (
  <>
    <label class="label" for={id}>
      {label}
    </label>
    <input
      id={id}
      type="text"
      inputMode={mode}
      autocomplete="off"
      spellcheck={false}
      value={text.value}
      aria-invalid={isWrong}
      aria-describedby={`${id}-hint`}
      onInput={(event) => {
        text.value = event.currentTarget.value
      }}
    />
    <p
      id={`${id}-hint`}
      class={isWrong ? 'small wrong' : 'small soft'}
      role={isWrong === undefined ? undefined : 'status'}
    >
      {hint}
    </p>
  </>
)
