import { flatten, type Tree } from './flatten.ts'
import { limitOf, PLACEHOLDERS } from './limits.ts'

/** A language file's exports, as found: what it holds is what is to be checked. */
export interface Language {
  /** BCP 47, as the file is named. */
  readonly tag: string
  readonly words: unknown
}

/** One fault, with the key that has it. */
export interface Fault {
  readonly key: string
  readonly message: string
}

/** Sooner or later in front of a customer, whoever sends it. */
const READ_BY_CUSTOMERS = ['customer.', 'extension.customerReply.']

const HTML = /<[a-z/!?]|&#?\w+;/i
const BROKEN = /[{}]/
/** Names of pods mean nothing to customers. (The word alone cannot be banned: it is Polish for "under".) */
const POD = /prod[\s-]?\d/i

const placeholdersOf = (text: string): Set<string> =>
  new Set([...text.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name))

/** The form of a plural that a key names, or null where it is no plural. */
const formOf = (key: string, plurals: ReadonlySet<string>): { base: string; form: string } | null => {
  const dot = key.lastIndexOf('.')
  const base = key.slice(0, dot)
  return plurals.has(base) ? { base, form: key.slice(dot + 1) } : null
}

const checkText = (key: string, text: string, english: string, vendors: readonly string[]): string[] => {
  const faults: string[] = []
  if (text.trim() === '') return ['is empty']
  const length = [...text].length
  const longest = limitOf(key)
  if (length > longest) faults.push(`is ${length} characters long, ${longest} are allowed`)
  if (HTML.test(text)) faults.push('holds HTML')
  if (BROKEN.test(text.replace(/\{\w+\}/g, ''))) faults.push('has a brace without its other half')

  const used = placeholdersOf(text)
  const wanted = placeholdersOf(english)
  // "one minute" needs no number; the form for all other numbers does.
  const optional = /\.(zero|one|two)$/.test(key) ? ['count'] : []
  for (const name of used) {
    if (!PLACEHOLDERS.includes(name)) faults.push(`has an unknown placeholder {${name}}`)
    else if (!wanted.has(name)) faults.push(`has {${name}}, which English does not have here`)
  }
  for (const name of wanted)
    if (!used.has(name) && !optional.includes(name)) faults.push(`lacks the placeholder {${name}}`)

  if (READ_BY_CUSTOMERS.some((start) => key.startsWith(start))) {
    const lower = text.toLowerCase()
    for (const vendor of vendors)
      if (lower.includes(vendor.toLowerCase())) faults.push(`names the vendor ${vendor} to customers`)
    if (POD.test(text)) faults.push('names a pod to customers')
  }
  return faults
}

/** The forms that a language has and needs, for every plural. */
const checkForms = (tag: string, found: Tree, plurals: ReadonlySet<string>): Fault[] => {
  const needed: readonly string[] = new Intl.PluralRules(tag).resolvedOptions().pluralCategories
  const missing = [...plurals].flatMap((base) =>
    needed
      .filter((form) => !found.has(`${base}.${form}`))
      .map((form) => ({ key: `${base}.${form}`, message: `is a plural form that ${tag} needs` })),
  )
  const idle = [...found.keys()].flatMap((key) => {
    const plural = formOf(key, plurals)
    return plural === null || needed.includes(plural.form)
      ? []
      : [{ key, message: `is a plural form that ${tag} does not have` }]
  })
  return [...missing, ...idle]
}

/** Everything wrong with a language, measured by English. English itself is measured by the same rules. */
export const checkLanguage = (language: Language, english: unknown, vendors: readonly string[]): Fault[] => {
  const reference = flatten(english)
  const found = flatten(language.words)
  const plurals = new Set(
    [...reference.keys()]
      .filter((key) => key.endsWith('.other'))
      .map((key) => key.slice(0, -'.other'.length)),
  )
  const faults: Fault[] = []
  for (const key of reference.keys())
    if (!found.has(key) && formOf(key, plurals) === null) faults.push({ key, message: 'is missing' })
  for (const [key, text] of found) {
    const plural = formOf(key, plurals)
    const model = reference.get(plural === null ? key : `${plural.base}.other`)
    if (typeof text !== 'string') faults.push({ key, message: 'is no text' })
    else if (typeof model !== 'string') faults.push({ key, message: 'is a key that English does not have' })
    else for (const message of checkText(key, text, model, vendors)) faults.push({ key, message })
  }
  return [...faults, ...checkForms(language.tag, found, plurals)]
}
