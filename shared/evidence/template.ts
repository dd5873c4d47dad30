/** A short name that tells one text from another, and not what it is to whoever does not know the salt (FNV-1a). */
export const hashed = (text: string, salt: number): string => {
  let hash = (0x811c9dc5 ^ salt) >>> 0
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193) >>> 0
  return hash.toString(36)
}

/** What is asked for is called by a word, and an API by its version. Numbers and long words are somebody's ids. */
const NAME = /^(?:v\d+|[a-z]{1,20})$/
/** Several words may be a name as well, or the title of somebody's article. */
const WORDS = /^[a-z]{1,20}(?:(?:[-_.][a-z]|[A-Z])[a-z]{1,20}){1,3}$/
/** With so many of them beside each other they are titles. */
const MOST_NAMES = 6
const MOST_PARTS = 8
const MOST_PARENTS = 100

/** Names of several words that were seen below a path, by its hash: as hashes, and no more than it takes. */
export type Siblings = Record<string, readonly string[]>

const isTitle = (siblings: Siblings, parent: string, part: string, salt: number): boolean => {
  const key = hashed(parent, salt)
  const known = siblings[key] ?? []
  const name = hashed(part, salt)
  if (known.length > MOST_NAMES) return true
  if (known.includes(name)) return false
  if (known.length === 0 && Object.keys(siblings).length >= MOST_PARENTS) return true
  siblings[key] = [...known, name]
  return known.length === MOST_NAMES
}

/**
 * What is asked for, whoever's it is: a path with `*` for ids, and without its query. What it learns of names it notes
 * in the siblings.
 */
export const templateOf = (path: string, siblings: Siblings, salt: number): string => {
  const [plain = ''] = path.split(/[?#]/, 1)
  let template = ''
  let count = 0
  for (const part of plain.split('/')) {
    if (part === '') continue
    if (++count > MOST_PARTS) break
    const isName = NAME.test(part) || (WORDS.test(part) && !isTitle(siblings, template, part, salt))
    template += isName ? `/${part}` : '/*'
  }
  return template || '/'
}
