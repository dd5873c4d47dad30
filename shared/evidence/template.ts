/** A version of an API says what is asked, and no id of anything. */
const VERSION = /^v\d+$/
/** Numbers, encoded texts and addresses are somebody's; names of what is asked have none of them. */
const SOMEBODYS = /[\d%@:=,~]/
/** Long words without a break, and names of many words, are made by machines or people. */
const LONGEST_WORD = 20
const MOST_WORDS = 4
const MOST_PARTS = 8

const isName = (part: string): boolean =>
  VERSION.test(part) ||
  (!SOMEBODYS.test(part) &&
    part.split(/[-_.]/).length <= MOST_WORDS &&
    part.split(/[-_.]/).every((word) => word.length <= LONGEST_WORD))

/** What is asked for, whoever's it is: a path in small letters with `*` for ids, and without its query. */
export const templateOf = (path: string): string => {
  const [plain = ''] = path.split(/[?#]/, 1)
  const parts = plain.split('/').filter((part) => part !== '')
  return `/${parts
    .slice(0, MOST_PARTS)
    .map((part) => (isName(part) ? part.toLowerCase() : '*'))
    .join('/')}`
}

/** A short name that tells one text from another, and not what it is to whoever does not know the salt (FNV-1a). */
export const hashed = (text: string, salt: number): string => {
  let hash = (0x811c9dc5 ^ salt) >>> 0
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193) >>> 0
  return hash.toString(36)
}
