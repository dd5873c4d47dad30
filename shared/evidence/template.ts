/**
 * What is asked for is called by words, and an API by its version; numbers, long words, names of many words and whatever
 * is encoded are somebody's ids.
 */
const NAME = /^(?:v\d+|[a-z]{1,20}(?:[-_.][a-z]{1,20}){0,3})$/i
const MOST_PARTS = 8

/** What is asked for, whoever's it is: a path in small letters with `*` for ids, and without its query. */
export const templateOf = (path: string): string => {
  const [plain = ''] = path.split(/[?#]/, 1)
  const parts = plain.split('/').filter((part) => part !== '')
  return `/${parts
    .slice(0, MOST_PARTS)
    .map((part) => (NAME.test(part) ? part.toLowerCase() : '*'))
    .join('/')}`
}

/** A short name that tells one text from another, and not what it is to whoever does not know the salt (FNV-1a). */
export const hashed = (text: string, salt: number): string => {
  let hash = (0x811c9dc5 ^ salt) >>> 0
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193) >>> 0
  return hash.toString(36)
}
