/** Our name, alone or with a version; parts are named otherwise. */
const NAME = /podlight(-[\d.]+)?\.js/

/** The script element we came by. Tag managers run scripts without a `currentScript`: then it is the last of our name. */
export const tag = (document.currentScript ||
  [...document.querySelectorAll<HTMLScriptElement>('script[src]')]
    .filter(({ src }) => NAME.test(src))
    .pop()) as HTMLScriptElement

/** An option whose name is one word: see `optionOf`, which parts use that are loaded later. */
export const option = (name: string): string => {
  const { searchParams } = new URL(tag.src)
  return tag.dataset[name] ?? searchParams.get(name) ?? searchParams.get(`data-${name}`) ?? ''
}
