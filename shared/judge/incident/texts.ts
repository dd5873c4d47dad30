import type { Vendor } from '../../vendors/vendor.ts'
import type { Lexicon } from '../reading/lexicon.ts'
import { readSentence, type SentenceReading } from '../reading/sentence.ts'
import { sentencesOf, sentencesOfTitle } from '../reading/sentences.ts'

export interface ReadSentence {
  readonly sentence: string
  readonly reading: SentenceReading
}

/** What the sentences of a text say. */
export type TextReader = (text: string, isTitle: boolean) => readonly ReadSentence[]

/** "Search is slow. The same goes for exports." */
const likeBefore = (read: ReadSentence, before: ReadSentence | undefined): ReadSentence => {
  const { isLikeBefore, named } = read.reading
  const finding = before?.reading.findings[0]
  if (!isLikeBefore || finding === undefined) return read
  const findings = named.map((capability) => ({ ...finding, capability, beside: false, ofPart: false }))
  return { ...read, reading: { ...read.reading, findings } }
}

/** "Prod1 has recovered. Chats there are still slow." */
const withPlaces = (sentences: readonly ReadSentence[]): ReadSentence[] => {
  let where: readonly string[] = []
  return sentences.map((read) => {
    const { pods, sparedPods, pointsThere } = read.reading
    const named = [...pods, ...sparedPods]
    if (named.length > 0) where = named
    return pointsThere && named.length === 0 ? { ...read, reading: { ...read.reading, pods: where } } : read
  })
}

/** "In Prod1 texts are not sent. In Prod2 they are late.": the second sentence speaks of what the first one named. */
const withSubjects = (sentences: readonly ReadSentence[]): ReadSentence[] => {
  let last: SentenceReading['findings'] = []
  return sentences.map((one, at) => {
    const read = likeBefore(one, sentences[at - 1])
    const { loose, pods, findings } = read.reading
    if (findings.length > 0) last = findings
    if (loose === null || pods.length === 0 || findings.length > 0 || last.length === 0) return read
    const same = last.map((finding) => ({ ...finding, effect: finding.beside ? null : loose }))
    return { ...read, reading: { ...read.reading, loose: null, findings: same } }
  })
}

/** Answers the same question once. */
const remembering = <Answer>(answer: (text: string, isTitle: boolean) => Answer) => {
  const titles = new Map<string, Answer>()
  const updates = new Map<string, Answer>()
  return (text: string, isTitle: boolean): Answer => {
    const known = isTitle ? titles : updates
    const found = known.get(text) ?? answer(text, isTitle)
    known.set(text, found)
    return found
  }
}

/** The same boilerplate stands in many updates: each text, and each sentence, is read once per document. */
export const textReader = (lexicon: Lexicon, vendor: Vendor): TextReader => {
  const read = remembering((sentence, isTitle) => ({
    sentence,
    reading: readSentence(sentence, isTitle, lexicon, vendor),
  }))
  return remembering((text, isTitle) =>
    withSubjects(
      withPlaces(
        (isTitle ? sentencesOfTitle(text) : sentencesOf(text)).map((sentence) => read(sentence, isTitle)),
      ),
    ),
  )
}
