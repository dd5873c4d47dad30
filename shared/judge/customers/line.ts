import { REGION, WORDS } from './vocabulary.ts'

const SENSES = WORDS.split('\n')
/** Words by their letters, then the marks that list, and those that set beside. */
const TERM = new RegExp(
  `(?:${SENSES.map((sense) => `(${sense.slice(1).replace(/~/g, '\\w*').replace(/-/g, ' ?')})`).join('|')})(?:e?s)?(?!\\w)|\\w+|([,/+&])|([;:()[\\]–—|]| - )`,
  'g',
)
const LETTERS = [...SENSES.map(([letter]) => letter), ',', ':']

/** Numbers right after a pod go on with the list of pods. */
const POD = /\b(?:prod|pod|production)s?[ #(/:-]*([1-9]\d?)((?:(?: |and|or|plus|[,&+/()])+[1-9]\d?\b)*)/g

/** What the vendor calls the capability of a letter: the first of its words. */
export const nameOf = (letter: string): string =>
  SENSES.find((sense) => sense[0] === letter)
    ?.slice(1)
    .split('|')[0] ?? ''

/**
 * A sentence as a line of letters, one for each word or phrase that means something, so that rules of reading are
 * short patterns over letters. `7` is the pod that is asked about, `8` another one.
 */
export const lineOf = (text: string, pod: string): string => {
  const named = (number: string): string => (`prod${+number}` === pod ? ' _7 ' : ' _8 ')
  const words = text
    .toLowerCase()
    .replace(/(\w)-(?=\w)/g, '$1 ')
    .replace(
      POD,
      (_, first: string, more: string) => named(first) + (more.match(/\d+/g) ?? []).map(named).join(''),
    )
    .replace(REGION, (region) => named(region === 'us' ? '1' : '2'))
  let line = ''
  for (const [, ...found] of words.matchAll(TERM)) line += LETTERS[found.findIndex(Boolean)] ?? '.'
  return line
}
