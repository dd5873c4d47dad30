import type { Naming, Vendor } from '../vendors/vendor.ts'
import { ENGLISH, type Sense } from './english.ts'

/** A word or phrase of a sentence and what it does there. */
export interface Term {
  readonly sense: Sense | 'capability' | 'region' | 'pod' | 'mark' | 'word'
  readonly text: string
  readonly namings?: readonly Naming[]
  readonly pods?: readonly string[]
}

interface Entry {
  readonly rest: readonly string[]
  readonly term: Term
}

/** Phrases by their first word, longest first. */
export type Phrasebook = ReadonlyMap<string, readonly Entry[]>

const TOKEN = /[a-z0-9]+(?:['’.-][a-z0-9]+)*|&+|[,;:()[\]+/–—|"“”]| -+ /g

const splitWords = (text: string): string[] => text.toLowerCase().match(TOKEN) ?? []

export const phrasebook = (vendor: Vendor): Phrasebook => {
  const book = new Map<string, Entry[]>()
  const add = (phrases: string, term: Omit<Term, 'text'>): void => {
    for (const text of phrases.split('|')) {
      const [first = '', ...rest] = splitWords(text)
      // Plurals have a key of their own, so that each word of a text costs one look-up.
      for (const key of [first, `${first}${/(?:ch|sh|x)$/.test(first) ? 'es' : 's'}`]) {
        const entries = book.get(key) ?? []
        if (entries.some((entry) => entry.rest.join(' ') === rest.join(' '))) continue
        entries.push({ rest, term: { ...term, text } })
        entries.sort((a, b) => b.rest.length - a.rest.length)
        book.set(key, entries)
      }
    }
  }
  // The vendor's words come first: where both know a phrase, its own meaning holds.
  for (const naming of vendor.namings) add(naming.phrases, { sense: 'capability', namings: [naming] })
  add(vendor.everyChannel.phrases, {
    sense: 'capability',
    namings: vendor.everyChannel.capabilities.map((capability) => ({
      capability,
      kind: 'channel',
      phrases: '',
    })),
  })
  for (const [pod, { regions }] of vendor.pods) add(regions.join('|'), { sense: 'region', pods: [pod] })
  add(vendor.support, { sense: 'contact' })
  add(vendor.parties, { sense: 'party' })
  for (const sense of Object.keys(ENGLISH) as Sense[]) add(ENGLISH[sense], { sense })
  return book
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

const COMPOUND = /[^a-z0-9]/

/** Compound spellings are tried whole ("sign-in" as "signin"), then part by part. */
const wordsOf = (sentence: string, book: Phrasebook): string[] => {
  const words: string[] = []
  for (const token of splitWords(sentence)) {
    if (!COMPOUND.test(token)) {
      words.push(token)
      continue
    }
    const whole = token.replace(/['’]/g, '').trim()
    if (!/[a-z0-9][-.]/.test(whole)) words.push(whole)
    else {
      const joined = whole.replace(/[-.]/g, '')
      if (book.has(joined)) words.push(joined)
      else for (const part of whole.split(/[-.]+/)) words.push(part)
    }
  }
  return words
}

/** Words begin with a letter or a digit; everything else that was kept is punctuation. */
const isMark = (word: string): boolean => !(word >= '0' && word < ':') && !(word >= 'a' && word < '{')

export const termsOf = (sentence: string, book: Phrasebook): Term[] => {
  const words = wordsOf(sentence, book)
  const terms: Term[] = []
  for (let i = 0; i < words.length; ) {
    const word = words[i] ?? ''
    const entries = book.get(word)
    const entry = entries && matchAt(words, i + 1, entries)
    // Nothing after it is read, so nothing after it is looked up.
    if (entry?.term.sense === 'contact') break
    terms.push(entry?.term ?? { sense: isMark(word) ? 'mark' : 'word', text: word })
    i += 1 + (entry?.rest.length ?? 0)
  }
  return terms
}
