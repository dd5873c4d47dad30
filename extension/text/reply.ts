import type { Impact, Judgement } from '../../shared/model/verdict.ts'
import { joined } from '../../shared/text/agentVoice.ts'
import { fill } from '../../shared/text/fill.ts'
import type { Place } from '../../shared/text/localeAndTime.ts'
import { memo } from '../../shared/text/memo.ts'
import { epochOf, namedMoment } from '../../shared/text/time.ts'
import type { ExtensionWords } from './en.ts'

type ReplyWords = ExtensionWords['customerReply']
type Name = keyof ReplyWords['names']

/** What is worth telling a customer, worst first. */
const SPOKEN = ['down', 'failing', 'delayed', 'maintenance'] as const

export interface Reply {
  readonly short: string
  readonly full: string
}

const lists = memo((locale) => new Intl.ListFormat(locale, { type: 'conjunction' }))

/** What customers know a capability as. What only agents see is all one to them. */
const nameOf = (capability: string, { names }: ReplyWords): string =>
  capability !== 'inside' && Object.hasOwn(names, capability) ? names[capability as Name] : names.inside

const listed = (names: readonly string[], { locale }: Place): string =>
  lists(locale).format([...new Set(names)])

const earliest = (impacts: readonly Impact[]): number | null =>
  impacts.reduce<number | null>((first, { since }) => {
    const at = epochOf(since)
    return at !== null && (first === null || at < first) ? at : first
  }, null)

/** Trouble by effect, worst first. Of a guess it is only said that there may be trouble, whatever it would be. */
const groupsOf = (impacts: readonly Impact[], isCertain: boolean): readonly (readonly Impact[])[] =>
  isCertain ? SPOKEN.map((effect) => impacts.filter((impact) => impact.effect === effect)) : [impacts]

/** A sentence for each group; what is told as worse is not told again. */
const problems = (
  groups: readonly (readonly Impact[])[],
  isCertain: boolean,
  words: ReplyWords,
  place: Place,
): string[] => {
  const said = new Set<string>()
  return groups.flatMap((group) => {
    const names = group.map(({ capability }) => nameOf(capability, words)).filter((name) => !said.has(name))
    for (const name of names) said.add(name)
    const effect = SPOKEN.find((one) => one === group[0]?.effect)
    if (names.length === 0 || effect === undefined) return []
    return [fill(isCertain ? words[effect] : words.possible, { what: listed(names, place) })]
  })
}

/**
 * A text for an agent to send to a customer: what does not work, since when, what does, and when more is known. It
 * stands on the judgement alone and holds none of the vendor's words. Null where there is no trouble to speak of.
 */
export const reply = (
  { level, impacts, nextUpdate }: Judgement,
  /** What the agent works with and nothing is reported about. */
  working: readonly string[],
  words: ReplyWords,
  place: Place,
): Reply | null => {
  if (level === 'unknown' || level === 'ok' || level === 'notice') return null
  const told = impacts.filter(({ effect }) => effect !== 'notice')
  const certain = told.filter(({ certainty }) => certainty === 'confirmed')
  const isCertain = certain.length > 0
  const spoken = isCertain ? certain : told
  const groups = groupsOf(spoken, isCertain).filter(({ length }) => length > 0)
  const [worst] = groups
  if (worst === undefined) return null
  const [first = '', ...others] = problems(groups, isCertain, words, place)
  // Stands behind the worst, and is of that alone: a lesser trouble may be days old.
  const start = isCertain ? earliest(worst) : null
  const due = epochOf(nextUpdate?.due ?? null)
  const fine = working.filter((capability) => Object.hasOwn(words.names, capability))
  const isPlanned = spoken.every(({ effect }) => effect === 'maintenance')
  const isMending = spoken.every(({ phase }) => phase === 'monitoring')
  return {
    short: joined([first, ...others, words.sorry]),
    full: joined([
      first,
      // A start in the future is a slip of somebody's clock.
      start === null || start > place.now ? null : fill(words.since, { time: namedMoment(start, place) }),
      ...others,
      fine.length === 0
        ? null
        : fill(words.works, {
            what: listed(
              fine.map((capability) => nameOf(capability, words)),
              place,
            ),
          }),
      isMending ? words.recovering : isPlanned ? null : words.working,
      due === null || due <= place.now ? null : fill(words.more, { time: namedMoment(due, place) }),
      words.sorry,
    ]),
  }
}
