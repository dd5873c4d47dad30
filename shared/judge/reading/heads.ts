import type { Naming } from '../../vendors/vendor.ts'
import type { Clause, Mention } from './clause.ts'
import type { Term } from './lexicon.ts'

/** Nouns that may stand inside a compound without being its head. */
const FILLING =
  /^(?:message|conversation|channel|ticket|customer|inbound|outbound|new|push|native|real|time)s?$/

export const isNear = (terms: readonly Term[], from: number, to: number): boolean =>
  to - from === 1 || (to - from === 2 && FILLING.test(terms[from + 1]?.text ?? ''))

const isChannel = (mention: Mention): boolean => mention.naming.kind === 'channel'

/** What comes after a preposition belongs to its head and is not affected itself, unless the head acts upon it. */
export const complementOf = (clause: Clause, head: Mention, namings: readonly Naming[], at: number): void => {
  if (head.naming.kind === 'act') clause.mentions.push(...namings.map((naming) => ({ naming, at })))
  else {
    clause.owners.push(...namings)
    clause.trailing = true
  }
}

const drop = (clause: Clause, mention: Mention): void => {
  clause.mentions = clause.mentions.filter((other) => other !== mention)
  clause.owners.push(mention.naming)
}

/** "Email and SMS notifications": what was listed before a compound modifies its head too. */
const dropModifiers = (clause: Clause, before: Clause | undefined, channels: boolean): void => {
  if (clause.join !== 'list' || before === undefined) return
  if (
    before.effect !== null ||
    before.bare ||
    before.health !== null ||
    before.mentions.some((mention) => isChannel(mention) !== channels)
  )
    return
  clause.owners.push(...before.mentions.map(({ naming }) => naming))
  before.mentions = []
}

/** Adds a capability to a clause. In a compound only the head is affected: "email notifications" are notifications. */
export const headOf = (
  clause: Clause,
  before: Clause | undefined,
  neighbour: Mention | undefined,
  namings: readonly Naming[],
  at: number,
): void => {
  for (const naming of namings) {
    const mention = { naming, at }
    if (neighbour === undefined) clause.mentions.push(mention)
    else if (naming.capability === neighbour.naming.capability) {
      // "File attachments": the surer word counts.
      if (naming.kind !== 'soft') {
        clause.mentions = clause.mentions.filter((other) => other !== neighbour)
        clause.mentions.push(mention)
      }
    } else if (naming.kind === 'act' || neighbour.naming.kind === 'act') clause.mentions.push(mention)
    else if (naming.kind === 'channel') {
      // "WhatsApp text messages": one kind of them.
      if (isChannel(neighbour)) {
        clause.mentions.push(mention)
        clause.qualifiers.push(naming.capability)
      } else {
        clause.owners.push(naming)
        clause.trailing = true
      }
    } else if (naming.capability === 'api' || naming.kind === 'whole') continue
    else {
      clause.mentions.push(mention)
      drop(clause, neighbour)
      dropModifiers(clause, before, isChannel(neighbour))
    }
  }
}
