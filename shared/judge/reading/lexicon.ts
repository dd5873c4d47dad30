import type { Effect } from '../../model/verdict.ts'
import type { Naming, Vendor } from '../../vendors/vendor.ts'
import type { Role, Rule } from './rule.ts'
import { RULES } from './rules/index.ts'
import { INABILITY } from './rules/verbs.ts'
import { formsOf, isMark, pluralOf, splitWords, wordsOf } from './words.ts'

/** A word or phrase of a sentence and what it does there. */
export interface Term {
  readonly role: Role | 'capability' | 'region' | 'pod' | 'product' | 'mark' | 'word' | 'void'
  readonly text: string
  readonly effect?: Effect | undefined
  readonly sense?: Rule['sense'] | undefined
  readonly until?: Rule['until'] | undefined
  readonly predicate?: true | undefined
  readonly back?: true | undefined
  readonly namings?: readonly Naming[]
  readonly pods?: readonly string[]
}

interface Entry {
  readonly rest: readonly string[]
  readonly term: Term
}

/** Phrases by their first word, longest first. */
export type Lexicon = ReadonlyMap<string, readonly Entry[]>

const isSame = (words: readonly string[], others: readonly string[]): boolean =>
  words.length === others.length && words.every((word, i) => word === others[i])

/** All phrases that are known: the vendor's words for its own things first, then English. */
export const createLexicon = (vendor: Vendor, rules: readonly Rule[] = RULES): Lexicon => {
  const lexicon = new Map<string, Entry[]>()
  const add = (phrases: string, term: Omit<Term, 'text'>): void => {
    for (const phrase of phrases.split('|'))
      for (const text of formsOf(phrase)) {
        const [first = '', ...rest] = splitWords(text)
        const entry = { rest, term: { ...term, text } }
        // Plurals have a key of their own, so that each word of a text costs one look-up.
        for (const key of [first, pluralOf(first)]) {
          const entries = lexicon.get(key)
          if (!entries) lexicon.set(key, [entry])
          else if (!entries.some((other) => isSame(other.rest, rest))) entries.push(entry)
        }
      }
  }
  for (const naming of vendor.namings) add(naming.phrases, { role: 'capability', namings: [naming] })
  const channels = vendor.everyChannel.capabilities.map(
    (capability): Naming => ({ capability, kind: 'channel', phrases: '' }),
  )
  add(vendor.everyChannel.phrases, { role: 'capability', namings: channels })
  add(vendor.name.toLowerCase(), { role: 'product' })
  for (const [pod, { regions }] of vendor.pods) add(regions, { role: 'region', pods: [pod] })
  add(vendor.support, { role: 'end' })
  add(vendor.parties, { role: 'company' })
  for (const { phrases, role, effect, sense, until, predicate, back } of rules)
    add(phrases, { role, effect, sense, until, predicate, back })
  for (const entries of lexicon.values()) entries.sort((a, b) => b.rest.length - a.rest.length)
  return lexicon
}

/** The same word, or its plural. This is asked for every word of every text, so it makes no new strings. */
const isWord = (found: string | undefined, wanted: string): boolean =>
  found === wanted ||
  (found !== undefined &&
    found.length === wanted.length + 1 &&
    found.endsWith('s') &&
    found.startsWith(wanted))

const matchAt = (words: readonly string[], at: number, entries: readonly Entry[]): Entry | undefined => {
  next: for (const entry of entries) {
    const { rest } = entry
    for (let i = 0; i < rest.length; i++) if (!isWord(words[at + i], rest[i] ?? '')) continue next
    return entry
  }
  return undefined
}

/** "Customers cannot contact you", "those who reach out get no answer": no word on how to reach us. */
const isDenial = ({ role, text }: Term): boolean => /^(?:not|no|nobody)$/.test(role) || INABILITY.has(text)

/** The known phrases of a sentence, in their order, and the words between them. */
export const termsOf = (sentence: string, lexicon: Lexicon): Term[] => {
  const words = wordsOf(sentence, (word) => lexicon.has(word))
  const terms: Term[] = []
  for (let i = 0; i < words.length; ) {
    const word = words[i] ?? ''
    const entries = lexicon.get(word)
    const entry = entries && matchAt(words, i + 1, entries)
    // Nothing after it is read, so nothing after it is looked up.
    if (entry?.term.role === 'end' && !terms.some(isDenial)) break
    terms.push(
      entry?.term.role === 'end'
        ? { role: 'word', text: word }
        : (entry?.term ?? { role: isMark(word) ? 'mark' : 'word', text: word }),
    )
    i += 1 + (entry?.rest.length ?? 0)
  }
  return terms
}
