import type { Naming } from '../../vendors/vendor.ts'
import { type Clause, has, isBlank, type Mention } from './clause.ts'
import { meet } from './exemptions.ts'
import type { Term } from './lexicon.ts'
import { beside, close, type Reader } from './reader.ts'

// Of several nouns that stand together, only the head is affected.

/** Nouns that may stand inside a compound without being its head. */
const FILLING =
  /^(?:message|conversation|channel|ticket|customer|inbound|outbound|new|push|native|real|time)s?$/
const ABOUT_REACH = 3

const isNear = (terms: readonly Term[], from: number, to: number): boolean =>
  to - from === 1 || (to - from === 2 && FILLING.test(terms[from + 1]?.text ?? ''))

const isChannel = (mention: Mention): boolean => mention.naming.kind === 'channel'

const lastNamed = ({ mentions }: Clause): Mention | undefined =>
  [...mentions].reverse().find(({ naming }) => naming.kind !== 'hint')

/** Whether what is named now only completes what was named before: "surveys for voice". */
const isComplement = ({ at }: Clause, head: Mention, place: number): boolean => {
  // "The API, causing delays in chat": here the preposition belongs to the symptom.
  const ofSymptom = at.symptomNoun > head.at + 1 && at.symptomNoun < at.preposition
  return at.verbal !== place && at.preposition > head.at && at.preposition > at.link && !ofSymptom
}

/** What belongs to a head and is not affected itself. */
const own = (clause: Clause, namings: readonly Naming[]): void => {
  clause.owners.push(...namings)
  clause.trailing = true
}

/** "Email and SMS notifications": what was listed before a compound modifies its head too. */
const dropModifiers = (clause: Clause, before: Clause | undefined, channels: boolean): void => {
  if (clause.join !== 'list' || before === undefined || !isBlank(before) || before.bare) return
  if (before.mentions.some((mention) => isChannel(mention) !== channels)) return
  clause.owners.push(...before.mentions.map(({ naming }) => naming))
  before.mentions = []
}

const replace = (clause: Clause, old: Mention, mention: Mention): void => {
  clause.mentions = [...clause.mentions.filter((other) => other !== old), mention]
}

/** In a compound only the head is affected: "email notifications" are notifications. */
const compound = (clause: Clause, before: Clause | undefined, neighbour: Mention, mention: Mention): void => {
  const { naming } = mention
  const first = neighbour.naming
  if (naming.capability === first.capability) {
    // "File attachments": the surer word counts.
    if (naming.kind !== 'soft') replace(clause, neighbour, mention)
  } else if (naming.kind === 'act' || first.kind === 'act') clause.mentions.push(mention)
  else if (naming.kind === 'channel') {
    if (first.kind === 'channel') {
      // "WhatsApp text messages": one kind of them.
      clause.mentions.push(mention)
      clause.qualifiers.push(naming.capability)
    } else own(clause, [naming])
  } else if (naming.capability !== 'api' && naming.kind !== 'whole') {
    replace(clause, neighbour, mention)
    clause.owners.push(first)
    dropModifiers(clause, before, isChannel(neighbour))
  }
}

/** A new subject with a verb of its own begins a new clause, though no mark says so. */
const beginsAnew = (reader: Reader): boolean => {
  const { clause, at } = reader
  const { symptom, works, preposition } = clause.at
  const last = lastNamed(clause)
  return (
    last !== undefined &&
    Math.max(symptom, works) > last.at &&
    beside(reader, 1).role === 'verb' &&
    preposition < at - 1
  )
}

/** "Notifications about emails": what something is told of. */
const isAbout = ({ clause, at }: Reader): boolean =>
  has(clause, 'about') && at - clause.at.about <= ABOUT_REACH

export const readCapability = (reader: Reader, { text, namings = [] }: Term): void => {
  meet(reader, 'things')
  if (isAbout(reader)) {
    reader.clause.trailing ||= reader.clause.mentions.length > 0
    return
  }
  if (beginsAnew(reader)) close(reader, 'contrast')
  const { clause, at, terms } = reader
  if (namings.some(({ isPart }) => isPart)) clause.qualifiers.push(text)
  const head = lastNamed(clause)
  // What comes after a preposition belongs to its head, unless the head acts upon it.
  if (head !== undefined && head.naming.kind !== 'act' && isComplement(clause, head, at)) {
    own(clause, namings)
    return
  }
  const neighbour = head !== undefined && isNear(terms, head.at, at) ? head : undefined
  for (const naming of namings)
    if (neighbour === undefined) clause.mentions.push({ naming, at })
    else compound(clause, reader.clauses.at(-1), neighbour, { naming, at })
}
