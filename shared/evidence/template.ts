/** A short name that tells one text from another, and not what it is to whoever does not know the salt (FNV-1a). */
export const hashed = (text: string, salt: number): string => {
  let hash = (0x811c9dc5 ^ salt) >>> 0
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193) >>> 0
  return hash.toString(36)
}

/** What is asked for is called by words, and an API by its version. Everything else is somebody's id. */
const NAME = /^[a-z]{1,20}(?:(?:[-_.][a-z]|[A-Z])[a-z]{1,20}){0,3}$/
const VERSION = /^v\d+$/
const MOST_PARTS = 8
const MOST_PARENTS = 100

/** Names that were seen below a path, by its hash: as hashes, and no more than it takes. */
export type Siblings = Record<string, readonly string[]>

/**
 * With more names than that beside each other they are no names of what is asked for, but titles of articles or objects
 * that somebody named. An API has many things, and what can be done with one of them is less.
 */
const mostNames = (parent: string, depth: number): number => {
  if (depth < 2 || VERSION.test(parent.slice(parent.lastIndexOf('/') + 1))) return 60
  return parent.endsWith('*') ? 12 : 6
}

const isTitle = (siblings: Siblings, parent: string, part: string, depth: number, salt: number): boolean => {
  const most = mostNames(parent, depth)
  const key = hashed(parent, salt)
  const known = siblings[key] ?? []
  if (known.length > most) return true
  const name = hashed(part, salt)
  if (known.includes(name)) return false
  if (known.length === 0 && Object.keys(siblings).length >= MOST_PARENTS) return true
  siblings[key] = [...known, name]
  return known.length === most
}

/** A path without what follows it. */
export const plainPath = (path: string): string => path.split(/[?#]/, 1)[0] ?? ''

/**
 * What is asked for, whoever's it is: a path with `*` for ids, and without its query. What it learns of names it notes
 * in the siblings.
 */
export const templateOf = (path: string, siblings: Siblings, salt: number): string => {
  let template = ''
  let depth = 0
  for (const part of plainPath(path).split('/')) {
    if (part === '') continue
    const isName = VERSION.test(part) || (NAME.test(part) && !isTitle(siblings, template, part, depth, salt))
    template += isName ? `/${part}` : '/*'
    if (++depth === MOST_PARTS) break
  }
  return template || '/'
}
