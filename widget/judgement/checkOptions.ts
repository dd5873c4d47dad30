import { LANGUAGES } from '../../shared/text/languages.ts'
import { optionOf } from '../loader/tagOption.ts'
import { chosen, quoted, warn } from '../options.ts'
import type { OptionSource } from '../protocol.ts'

/** Options that are used before there is anybody to warn: a wrong one was taken as its default. */
const EARLIER: readonly (readonly [name: string, takes: string, pattern?: RegExp])[] = [
  ['pod', 'auto or a pod such as prod1', /^(auto|prod[1-9]\d?)$/i],
  ['storage', 'auto or none'],
  ['events', 'on or off'],
  ['evidence', 'off, event or contact'],
  [
    'lang',
    ['auto', ...LANGUAGES].join(', '),
    RegExp(`^(auto|iw|${LANGUAGES.map((tag) => tag.slice(0, 2)).join('|')})([-_]\\w+)*$`, 'i'),
  ],
]

/** Whether something can be asked for there. What is relative is so to the page. */
const isUsable = (address: string): boolean => {
  try {
    return /^https?:$/.test(new URL(address, 'https://page.example/').protocol)
  } catch {
    return false
  }
}

export const checkValues = (tag: OptionSource): void => {
  for (const [name, takes, pattern] of EARLIER) chosen(tag, name, takes, '', pattern)
}

export const checkOptions = (tag: HTMLScriptElement): void => {
  checkValues(tag)
  for (const address of optionOf(tag, 'feed').match(/\S+/g) ?? [])
    if (!isUsable(address))
      warn(`data-feed can’t be ${quoted(address)}: use a web address. No other feed takes its place.`)
}
