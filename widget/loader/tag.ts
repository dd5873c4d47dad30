/** The script element we came by. Tag managers run scripts without a `currentScript`: then it is the last of our name. */
export const ownTag = (): HTMLScriptElement | undefined =>
  (document.currentScript as HTMLScriptElement | null) ??
  [...document.querySelectorAll<HTMLScriptElement>('script[src*="podlight.js"]')].pop()

/** Site builders strip data attributes, so every option may also stand in the script's own address. */
export const optionOf = (tag: HTMLScriptElement, name: string): string =>
  tag.getAttribute(`data-${name}`) ?? new URL(tag.src).searchParams.get(name) ?? ''
