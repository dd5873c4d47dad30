import { flatten, type Tree } from './flatten.ts'
import { UNSEEN } from './quote.ts'
import { FOREIGN_MARKS, limitOf, mayBeSame, PLACEHOLDERS, SCRIPTS } from './textLengths.ts'

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

/** Whatever of this a language holds, it holds all of it; with none of it, it speaks to customers alone. */
const READ_BY_AGENTS = ['agent.', 'extension.']

const HTML = /<[a-z/!?]|&#?\w+;/i
const BROKEN = /[{}]/
const STRAIGHT = /['"]/
const LETTER = /\p{L}/u
/** Names of pods mean nothing to customers. (The word alone cannot be banned: it is Polish for "under".) */
const POD = /prod[\s-]?\d/i

const isUnder = (key: string, starts: readonly string[]): boolean =>
  starts.some((start) => key.startsWith(start))

/** "{pod}: {what}" is the same in any language. */
const withoutPlaceholders = (text: string): string => text.replace(/\{\w+\}/g, '')

const placeholdersOf = (text: string): Set<string> =>
  new Set([...text.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name))

/** What only looks like the language it is to be. */
const checkLooks = (tag: string, key: string, text: string, english: string): string[] => {
  const faults: string[] = []
  if (text.replace(UNSEEN, '') !== text) faults.push('holds a character that nobody sees')
  if (STRAIGHT.test(text)) faults.push('has a straight quotation mark or apostrophe')
  const own = withoutPlaceholders(text)
  const base = tag.split('-')[0] ?? tag
  if (FOREIGN_MARKS[base]?.test(own)) faults.push(`has a mark that ${base} writes otherwise`)
  if (base === 'en' || !LETTER.test(own)) return faults
  const isSame = text === english
  if (isSame && !mayBeSame(key)) faults.push('is still in English')
  else if (!isSame && SCRIPTS[base]?.test(own) === false)
    faults.push(`has no letter of the script of ${base}`)
  return faults
}

/** The form of a plural that a key names, or null where it is no plural. */
const formOf = (key: string, plurals: ReadonlySet<string>): { base: string; form: string } | null => {
  const dot = key.lastIndexOf('.')
  const base = key.slice(0, dot)
  return plurals.has(base) ? { base, form: key.slice(dot + 1) } : null
}

const checkText = (key: string, text: string, english: string, vendors: readonly string[]): string[] => {
  const faults: string[] = []
  const length = [...text].length
  const longest = limitOf(key)
  if (length > longest) faults.push(`is ${length} characters long, ${longest} are allowed`)
  if (HTML.test(text)) faults.push('holds HTML')
  if (BROKEN.test(withoutPlaceholders(text))) faults.push('has a brace without its other half')

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

  if (isUnder(key, READ_BY_CUSTOMERS)) {
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
  const found = flatten(language.words)
  const isForAgents = [...found.keys()].some((key) => isUnder(key, READ_BY_AGENTS))
  const reference = new Map(
    [...flatten(english)].filter(([key]) => isForAgents || !isUnder(key, READ_BY_AGENTS)),
  )
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
    else if (text.trim() === '') faults.push({ key, message: 'is empty' })
    else
      for (const message of [
        ...checkText(key, text, model, vendors),
        ...checkLooks(language.tag, key, text, model),
      ])
        faults.push({ key, message })
  }
  return [...faults, ...checkForms(language.tag, found, plurals)]
}
