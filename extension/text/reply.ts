import type { Impact, Judgement } from '../../shared/model/verdict.ts'
import { joined } from '../../shared/text/agentVoice.ts'
import { capital } from '../../shared/text/capital.ts'
import { fill } from '../../shared/text/fill.ts'
import type { Place } from '../../shared/text/localeAndTime.ts'
import { plural } from '../../shared/text/plural.ts'
import type { ExtensionWords } from './en.ts'
import { isInside, lists, noticedIn, promised, SPOKEN } from './replyFacts.ts'

type ReplyWords = ExtensionWords['customerReply']
type Name = keyof ReplyWords['names']

/** The same where it is not the first thing that is told. What is worst always is. */
const ALSO = {
  down: 'down',
  failing: 'alsoFailing',
  delayed: 'alsoDelayed',
  maintenance: 'alsoMaintenance',
} as const

export interface Reply {
  readonly short: string
  readonly full: string
}

/** Whether customers know it by a name of its own. */
const isNamed = (capability: string, { names }: ReplyWords): capability is Name =>
  Object.hasOwn(names, capability)

/** A sentence about things: how many they are decides its form. */
const about = (
  forms: ReplyWords['works'],
  keys: readonly Name[],
  words: ReplyWords,
  place: Place,
  nameOf = (key: Name): string => words.names[key],
): string => {
  const isSeveral = keys.length > 1 || words.several.some((one) => keys.includes(one as Name))
  const what = lists(place.locale).format(keys.map(nameOf))
  return capital(fill(plural(forms, isSeveral ? 2 : 1, place), { what }), place.locale)
}

const namesOf = (impacts: readonly Impact[], words: ReplyWords): readonly Name[] => [
  ...new Set(impacts.flatMap(({ capability }) => (isNamed(capability, words) ? capability : []))),
]

/** What only agents answer with is told by what it means for customers. */
const slowAnswers = (impacts: readonly Impact[], isAlso: boolean, words: ReplyWords): string => {
  if (!impacts.some(isInside)) return ''
  return isAlso ? words.alsoSlowAnswers : words.slowAnswers
}

/** A sentence for each effect, worst first; what is told as worse is not told again. */
const problems = (impacts: readonly Impact[], words: ReplyWords, place: Place): string[] => {
  const said = new Set<Name>()
  const sentences: string[] = []
  for (const effect of SPOKEN) {
    const all = impacts.filter((impact) => impact.effect === effect)
    const keys = namesOf(all, words).filter((key) => !said.has(key))
    for (const key of keys) said.add(key)
    const isFirst = sentences.length === 0
    if (keys.length > 0) sentences.push(about(words[isFirst ? effect : ALSO[effect]], keys, words, place))
  }
  return [...sentences, slowAnswers(impacts, sentences.length > 0, words)]
}

/** Of a guess it is only said that there may be trouble, whatever it would be. */
const guess = (impacts: readonly Impact[], words: ReplyWords, place: Place): string => {
  const keys = namesOf(impacts, words)
  if (keys.length === 0) return slowAnswers(impacts, false, words)
  return fill(words.possible, { what: lists(place.locale).format(keys.map((key) => words.names[key])) })
}

const works = (capabilities: readonly string[], words: ReplyWords, place: Place): string | null => {
  const keys = capabilities.filter((one) => Object.hasOwn(words.names, one)) as Name[]
  if (keys.length === 0) return null
  const nameOf = (key: Name): string => (key === 'chat' ? words.chatMessages : words.names[key])
  // "Chat messages still work."
  const forms = keys.includes('chat') ? { ...words.works, one: words.works.other } : words.works
  return about(forms, keys, words, place, nameOf)
}

/**
 * A text for an agent to send to a customer: what does not work, what does, and when more is known. It stands on the
 * judgement alone and holds none of the vendor's words. Null where there is no trouble to speak of, or none that
 * customers notice.
 */
export const reply = (
  judgement: Judgement,
  /** What the agent works with and nothing is reported about. */
  working: readonly string[],
  words: ReplyWords,
  place: Place,
  /** Another way for customers to reach the company. */
  contact: string | null = null,
): Reply | null => {
  const noticed = noticedIn(judgement, words.names)
  if (noticed === null) return null
  const { spoken, isCertain } = noticed
  const short = joined(isCertain ? problems(spoken, words, place) : [guess(spoken, words, place)])
  const time = promised(judgement, place)
  const isPlanned = spoken.every(({ effect }) => effect === 'maintenance')
  const isMending = spoken.every(({ phase }) => phase === 'monitoring')
  const outlook = () => {
    if (isMending) return words.recovering
    if (time !== null) return fill(words.more, { time })
    return isPlanned ? null : words.working
  }
  // Last, as an address is no end for a sentence.
  const elsewhere = contact === null ? null : fill(words.contact, { contact })
  return { short, full: joined([short, works(working, words, place), outlook(), elsewhere]) }
}
