/** Site builders strip data attributes, so every option may also stand in the script's own address. */
export const optionOf = (tag: HTMLScriptElement, name: string): string => {
  const { searchParams } = new URL(tag.src)
  const key = `data-${name}`
  return tag.getAttribute(key) ?? searchParams.get(name) ?? searchParams.get(key) ?? ''
}
