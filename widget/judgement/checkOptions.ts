import { LANGUAGES } from '../../shared/text/languages.ts'
import { chosen } from '../options.ts'

/** Options that are used before there is anybody to warn: a wrong one was taken as its default. */
const EARLIER: readonly (readonly [name: string, taken: RegExp])[] = [
  ['pod', /^(auto|prod[1-9]\d?)$/],
  ['feed', /^https?:\/\/\S+( https?:\/\/\S+)*$/],
  ['storage', /^(auto|none)$/],
  ['lang', RegExp(`^(auto|iw|${LANGUAGES.map((tag) => tag.slice(0, 2)).join('|')})([-_]\\w+)*$`, 'i')],
]

export const checkOptions = (tag: HTMLScriptElement): void => {
  for (const [name, taken] of EARLIER) chosen(tag, name, taken, '')
}
