/** A few words in quotation marks are the name of something: 'Failed calls' is a tile, "Unavailable" a state. */
const QUOTED = /(?<![a-z0-9])(?:'[^'\n]{2,30}'|"[^"\n]{2,30}"|[“‘][^”’\n]{2,30}[”’])(?![a-z0-9])/gi
/** Signs that stand for a word beside a name: "✅ Chat", "Prod1 ❌". */
const GOOD_SIGN = /[✅✔🟢]/gu
const SIGN = /[✅✔🟢❌✖🔴🟠·]/u
const BAD_SIGN = /[❌✖🔴🟠]/gu
/** The country, told from the pronoun while capitals are still there to tell it by. */
const COUNTRY = /\bU\.?S\.?(?:A\.?)?(?![a-z])/g
/** "we're", "they've": the word before the apostrophe carries the meaning. What ends in "'s" keeps it as a word. */
const SHORT_FORM = /['’](?:re|ve|ll|d|m)$/
const POSSESSIVE = /['’](s)$/
const TOKEN = /\d{1,2}:\d\d|[a-z0-9]+(?:['’.-][a-z0-9]+)*|&+|[,;:()[\]+/–—|"“”?]| -+ /g
/** "Prods 1-4", "prod1–prod4": a hyphen that is read as "to". */
const DASH = /(\d)–(?=\d|p)/gi
const RANGE = /^([a-z]*\d\d?)-([a-z]*\d\d?)$/
const COMPOUND = /[^a-z0-9:]/

/** Words and punctuation of a text, in lower case. */
export const splitWords = (text: string): string[] => text.toLowerCase().match(TOKEN) ?? []

/** The word that a slip of the fingers made of it: two letters the wrong way round, or one too many. */
export const mended = (word: string, isKnown: (word: string) => boolean, least = 6): string => {
  if (word.length < least || isKnown(word)) return word
  for (let i = 1; i < word.length - 1; i++) {
    const turned = word.slice(0, i) + word.charAt(i + 1) + word.charAt(i) + word.slice(i + 2)
    if (isKnown(turned)) return turned
    const once = word.slice(0, i) + word.slice(i + 1)
    if (word.charAt(i) === word.charAt(i + 1) && isKnown(once)) return once
  }
  return word
}

/** Signs may stand before the names, as in a list, or behind them. */
const withSigns = (text: string): string => {
  const isLeading = /(?:^|[:,;/|(–—-])\s*$/.test(text.slice(0, text.search(SIGN)))
  const say = (word: string): string => (isLeading ? `; ${word}: ` : `: ${word}; `)
  return text.replace(GOOD_SIGN, say('operational')).replace(BAD_SIGN, say('affected')).replace(/·/g, ';')
}

/** Words as the phrases have them. Compound spellings are tried whole ("sign-in" as "signin"), then part by part. */
export const wordsOf = (sentence: string, isKnown: (word: string) => boolean): string[] => {
  const words: string[] = []
  const plain = sentence.replace(QUOTED, ' quoted ').replace(/%/g, ' percent')
  const text = SIGN.test(plain) ? withSigns(plain) : plain.replace(DASH, '$1-')
  // Where all is in capitals, "US" may be anybody.
  for (const token of splitWords(/[a-z]/.test(text) ? text.replace(COUNTRY, 'usa') : text)) {
    if (isMark(token)) {
      words.push(token)
      continue
    }
    if (!COMPOUND.test(token)) {
      words.push(mended(token, isKnown))
      continue
    }
    const owner = token.replace(POSSESSIVE, '')
    const whole = owner.trim().replace(SHORT_FORM, '').replace(/['’]/g, '')
    if (!/[a-z0-9][-.]/.test(whole)) words.push(whole)
    else {
      const joined = whole.replace(/[-.]/g, '')
      if (isKnown(joined)) words.push(joined)
      else words.push(...whole.replace(RANGE, '$1-to-$2').split(/[-.]+/))
    }
    if (owner !== token) words.push('s')
  }
  return words
}

/** Words begin with a letter or a digit; everything else that was kept is punctuation. */
export const isMark = (word: string): boolean => !(word >= '0' && word < ':') && !(word >= 'a' && word < '{')

const inflected = (word: string): string[] => {
  const stem = word.replace(/e$/, '')
  const doubled = /[^aeiou][aeiou][bdgklmnprt]$/.test(word) ? word + word.at(-1) : stem
  if (/[^aeiou]y$/.test(word))
    return [word, `${word.slice(0, -1)}ies`, `${word.slice(0, -1)}ied`, `${word}ing`]
  const plural = /(?:ch|sh|x|s|z)$/.test(word) ? `${word}es` : `${word}s`
  return [word, plural, `${stem}ed`, `${stem}ing`, `${doubled}ed`, `${doubled}ing`]
}

export const pluralOf = (word: string): string => `${word}${/(?:ch|sh|x)$/.test(word) ? 'es' : 's'}`

/** A phrase in all forms that its marks stand for: "hold~ up" is held by "holds up" and "holding up" as well. */
export const formsOf = (phrase: string): string[] => {
  if (!phrase.includes('~')) return [phrase]
  const [, before = '', word = '', after = ''] = /^([^~]*?)([a-z]+)~(.*)$/.exec(phrase) ?? []
  return word === '' ? [phrase] : [...new Set(inflected(word))].map((form) => before + form + after)
}
