import { nameOf, optionOf } from './loader/tagOption.ts'
import type { OptionSource } from './protocol.ts'

const warned = new Set<string>()

/** One line a cause, for the owner who looks at the console. */
export const warn = (line: string): void => {
  if (!warned.has(line)) console.warn(`[podlight] ${line}`)
  warned.add(line)
}

/** Whatever somebody else wrote, as it may stand in a line of the console. */
export const quoted = (value: unknown): string => JSON.stringify(`${value}`.slice(0, 80))

/**
 * An option, where its value is one that it takes, in whatever case; else its default, with a word to the owner. What it
 * takes is told as it reads in that word; where that is no plain list, a pattern decides.
 */
export const chosen = (
  tag: OptionSource,
  name: string,
  takes: string,
  instead: string,
  pattern?: RegExp,
): string => {
  const value = optionOf(tag, name)
  const word = pattern ? value : value.toLowerCase()
  if (!value) return instead
  if (pattern ? pattern.test(value) : takes.split(/, | or /).includes(word)) return word
  warn(`${nameOf(tag, name)} can’t be ${quoted(value)}: use ${takes}.`)
  return instead
}
