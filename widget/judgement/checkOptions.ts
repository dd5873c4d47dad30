import { LANGUAGES } from '../../shared/text/languages.ts'
import { optionOf } from '../loader/tagOption.ts'
import { chosen, warn } from '../options.ts'

/** Options that are used before there is anybody to warn: a wrong one was taken as its default. */
const EARLIER: readonly (readonly [name: string, taken: RegExp])[] = [
  ['pod', /^(auto|prod[1-9]\d?)$/],
  ['storage', /^(auto|none)$/],
  ['lang', RegExp(`^(auto|iw|${LANGUAGES.map((tag) => tag.slice(0, 2)).join('|')})([-_]\\w+)*$`, 'i')],
]

/** Whether something can be asked for there. What is relative is so to the page. */
const isUsable = (address: string): boolean => {
  try {
    return /^https?:$/.test(new URL(address, 'https://page.example/').protocol)
  } catch {
    return false
  }
}

export const checkOptions = (tag: HTMLScriptElement): void => {
  for (const [name, taken] of EARLIER) chosen(tag, name, taken, '')
  for (const address of optionOf(tag, 'feed').match(/\S+/g) ?? [])
    if (!isUsable(address))
      warn(
        `Nothing can be asked at ${JSON.stringify(address.slice(0, 80))} in data-feed, and nothing else is.`,
      )
}
