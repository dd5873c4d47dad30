import { optionOf } from './loader/tagOption.ts'

const warned = new Set<string>()

/** One line a cause, for the owner who looks at the console. */
export const warn = (line: string): void => {
  if (!warned.has(line)) console.warn(`[podlight] ${line}`)
  warned.add(line)
}

/** An option, where its value is one that is taken; else its default, with a word to the owner. */
export const chosen = (tag: HTMLScriptElement, name: string, taken: RegExp, instead: string): string => {
  const value = optionOf(tag, name)
  if (!value || taken.test(value)) return value || instead
  // What it takes is told as it is compared: who looks at a console can read that.
  warn(`data-${name} cannot be ${JSON.stringify(value.slice(0, 80))}: it takes ${taken}.`)
  return instead
}
