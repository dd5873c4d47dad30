import { LANGUAGES } from '../../shared/words/languages.ts'
import { chosen } from '../options.ts'

/** Options that are used before there is anybody to warn: a wrong one was taken as its default. */
const EARLIER: readonly (readonly [name: string, taken: RegExp, instead: string])[] = [
  ['pod', /^(auto|prod[1-9]\d?)$/, 'auto'],
  ['feed', /^https?:\/\/\S+( https?:\/\/\S+)*$/, 'https://status.kustomer.com'],
  ['mode', /^(auto|off|preview:.+|announce:.+)$/, 'auto'],
  ['preview', /^allow$/, ''],
  ['storage', /^(auto|none)$/, 'auto'],
  ['lang', RegExp(`^(auto|iw|${LANGUAGES.map((tag) => tag.slice(0, 2)).join('|')})(-\\w+)*$`, 'i'), 'auto'],
]

export const checkOptions = (tag: HTMLScriptElement): void => {
  for (const [name, taken, instead] of EARLIER) chosen(tag, name, taken, instead)
}
