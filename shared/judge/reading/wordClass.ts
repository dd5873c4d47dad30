import { formsOf, pluralOf } from './words.ts'

/** Words that a grammar book would list together, and sentences that are read otherwise without them. */
interface Row {
  readonly name: string
  /** In the form that rules have: parted by `|`, with `~` for other forms. A plural in "s" is found by its singular. */
  readonly phrases: string
  /** A sentence, and what is read in it: see `tell` in the tests of the rules. They stay out of what is built. */
  readonly examples: Readonly<Record<string, string>>
}

export interface WordClass extends Row {
  /** Asked for every word of every text. */
  readonly has: (text: string) => boolean
}

export const wordClass = (row: Row): WordClass => {
  const words = new Set(
    row.phrases.split('|').flatMap((phrase) => formsOf(phrase).flatMap((form) => [form, pluralOf(form)])),
  )
  return { ...row, has: (text) => words.has(text) }
}
