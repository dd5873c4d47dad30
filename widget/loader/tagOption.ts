import type { OptionSource } from '../protocol.ts'

/** Site builders strip data attributes, so every option may also stand in the script's own address. */
export const optionOf = (tag: OptionSource, name: string): string => {
  const { searchParams } = new URL(tag.src)
  const key = `data-${name}`
  return tag.getAttribute(key) ?? searchParams.get(name) ?? searchParams.get(key) ?? ''
}

/** An option as its owner writes it. */
export const nameOf = ({ optionPrefix = 'data-' }: OptionSource, name: string): string => optionPrefix + name
