/** Tells in few words what is read in a sentence: the form in which the rules give their examples. */
import { createLexicon } from '../../shared/judge/reading/lexicon.ts'
import { readSentence } from '../../shared/judge/reading/sentence.ts'
import { kustomer } from '../../shared/vendors/kustomer.ts'

const everyRule = createLexicon(kustomer)
const unique = (words: readonly string[]): string => [...new Set(words)].sort().join(', ')

/** "search delayed, prod1; works: voice (outgoing); over: email; spared: prod2", or "nothing". */
export const tell = (sentence: string, lexicon = everyRule): string => {
  const { findings, named, working, over, pods, sparedPods, loose, isReopened } = readSentence(
    sentence,
    false,
    lexicon,
    kustomer,
  )
  const affected = findings
    .filter(({ beside }) => !beside)
    .map(({ capability, effect }) => `${capability.replace('?', '')} ${effect ?? 'named'}`)
  const somewhere = loose === null ? [] : [`something ${loose}`]
  const where = pods.length > 0 ? `, ${unique(pods)}` : ''
  const works = working.map(({ capability, qualifiers }) =>
    qualifiers.length > 0 ? `${capability} (${qualifiers.join(' ')})` : capability,
  )
  const parts = [
    affected.length + named.length + somewhere.length > 0
      ? unique([...affected, ...named.map((name) => `${name} named`), ...somewhere]) + where
      : where.slice(2),
    works.length > 0 ? `works: ${unique(works)}` : '',
    over.length > 0 ? `over: ${unique(over)}` : '',
    sparedPods.length > 0 ? `spared: ${unique(sparedPods)}` : '',
    isReopened ? 'again' : '',
  ]
  return parts.filter((part) => part !== '').join('; ') || 'nothing'
}
