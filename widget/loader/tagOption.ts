/** Site builders strip data attributes, so every option may also stand in the script's own address. */
export const optionOf = (tag: HTMLScriptElement, name: string): string =>
  tag.getAttribute(`data-${name}`) ?? new URL(tag.src).searchParams.get(name) ?? ''
