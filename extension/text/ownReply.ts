import type { Judgement } from '../../shared/model/verdict.ts'
import { capital } from '../../shared/text/capital.ts'
import { fill } from '../../shared/text/fill.ts'
import { type Place, placeOf } from '../../shared/text/localeAndTime.ts'
import { memo } from '../../shared/text/memo.ts'
import type { ExtensionWords } from './en.ts'
import type { OwnReplies, Situation } from './ownReplies.ts'
import type { Reply } from './reply.ts'
import { lists, type Noticed, noticedIn, promised, SPOKEN } from './replyFacts.ts'

const sentences = memo((locale) => new Intl.Segmenter(locale, { granularity: 'sentence' }))

type Names = Readonly<Record<string, string | undefined>>

interface Facts {
  readonly situation: Situation
  /** What the situation is about, by names that customers know. */
  readonly what: readonly string[]
  /** What is affected besides, less badly. */
  readonly also: readonly string[]
}

const namesOf = (capabilities: readonly string[], names: Names): readonly string[] => [
  ...new Set(capabilities.flatMap((capability) => names[capability] ?? [])),
]

const factsOf = ({ spoken, isCertain }: Noticed, names: Names): Facts => {
  const named = (impacts: Noticed['spoken']): readonly string[] =>
    namesOf(
      impacts.map(({ capability }) => capability),
      names,
    )
  const all = named(spoken)
  if (all.length === 0) return { situation: 'slow', what: [], also: [] }
  if (!isCertain) return { situation: 'possible', what: all, also: [] }
  for (const effect of SPOKEN) {
    const what = named(spoken.filter((impact) => impact.effect === effect))
    if (what.length > 0) return { situation: effect, what, also: all.filter((name) => !what.includes(name)) }
  }
  return { situation: 'possible', what: all, also: [] }
}

/** Stands for placeholders while a text is cut: it has no small form, so a sentence may begin with it. */
const PLAIN = 'א'

/** The sentences of a text. A brace would count as the end of one, and a small letter as no beginning. */
const sentencesOf = (text: string, locale: string): readonly string[] => {
  const plain = text.replace(/\{\w+\}/g, (name) => PLAIN.repeat(name.length))
  return [...sentences(locale).segment(plain)].map(({ index, segment }) =>
    text.slice(index, index + segment.length),
  )
}

/** A sentence with its placeholders filled in; null where one of them has nothing to say. */
const filled = (sentence: string, values: Readonly<Record<string, string>>): string | null => {
  const named = [...sentence.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name)
  return named.every((name) => (values[name] ?? '') !== '') ? fill(sentence, values) : null
}

/**
 * The same in the company's own words, for which it wrote a text by situation. A sentence whose placeholder has nothing
 * to say is left out. Null where there is nothing to tell customers, or the company has no words for it.
 */
export const ownReply = (
  judgement: Judgement,
  working: readonly string[],
  own: OwnReplies,
  words: ExtensionWords['customerReply'],
  reader: Place,
  contact: string | null,
): Reply | null => {
  const names: Names = { ...words.names, ...own.names }
  const noticed = noticedIn(judgement, names)
  if (noticed === null) return null
  const { situation, what, also } = factsOf(noticed, names)
  const text = own.texts[situation]
  if (text === undefined) return null
  const place = placeOf(reader.now, own.language ?? reader.locale, reader.timeZone)
  const list = (names: readonly string[]): string => lists(place.locale).format(names)
  const values = {
    what: list(what),
    also: list(also),
    works: list(namesOf(working, names)),
    time: promised(judgement, place) ?? '',
    contact: contact ?? '',
  }
  const said = sentencesOf(text, place.locale).flatMap((sentence) => {
    const whole = filled(sentence, values)
    return whole === null ? [] : [{ text: capital(whole, place.locale), isWhat: sentence.includes('{what}') }]
  })
  if (said.length === 0) return null
  const upTo = said.findIndex(({ isWhat }) => isWhat)
  const joined = (part: typeof said): string =>
    part
      .map((one) => one.text)
      .join('')
      .trim()
  return { short: joined(said.slice(0, Math.max(0, upTo) + 1)), full: joined(said) }
}
