import type { Effect } from '../../model/verdict.ts'
import { type Clause, isBlank, leaveOut, namesNothing, takeBackIn } from './clause.ts'
import { beside, close, type Exemption, type Reader, stop } from './reader.ts'

/** What is left out of health is in trouble, nobody says which. */
const blame = (clause: Clause): void => {
  takeBackIn(clause)
  clause.bare = true
}

/** What is named from here on is exempt; what was named before is not. */
const splitOff = (reader: Reader): void => {
  if (!namesNothing(reader.clause)) close(reader, 'contrast')
}

/** From here to the end of the list, what is named is not affected. */
export const except = (reader: Reader): void => {
  splitOff(reader)
  const list = reader.clauses.at(-1)
  // "Everything works except exports".
  if (list?.health === 'works' && !list.excepted) {
    reader.exemption = null
    blame(reader.clause)
  } else {
    reader.exemption = { kind: 'exception', list, of: null }
    leaveOut(reader.clause)
  }
}

/** "Neither chat nor email is slow": what is said is denied of all that is named. */
export const deny = (reader: Reader): void => {
  const goesOn = !/^(?:and|mark|but)$/.test(beside(reader, -1).role)
  splitOff(reader)
  if (reader.exemption?.kind !== 'denial')
    reader.exemption = { kind: 'denial', from: reader.clauses.length, goesOn }
  leaveOut(reader.clause)
}

/**
 * An exception is of pods or of things, and ends where one of the other kind is named: "every pod other than Prod2 sees
 * errors", "all channels except voice are slow (Prod1)".
 */
export const meet = (reader: Reader, kind: 'pods' | 'things'): void => {
  const { exemption } = reader
  if (exemption?.kind !== 'exception') return
  exemption.of ??= kind
  if (exemption.of !== kind) stop(reader, kind === 'pods' ? 'mark' : 'list')
}

/** The list that waits for its predicate while an exception from it is made. */
const waitingList = (exemption: Exemption | null): Clause | null => {
  const list = exemption?.kind === 'exception' ? exemption.list : undefined
  return list !== undefined && isBlank(list) && !list.bare ? list : null
}

/** "Neither chat nor email works": none of them does. */
const denyHealth = (reader: Reader, from: number, effect: Effect): void => {
  for (const clause of [...reader.clauses.slice(from), reader.clause]) {
    takeBackIn(clause)
    clause.effect = effect
  }
}

/**
 * "Chat works neither in Prod1 nor in Prod2", "nothing works, neither chat nor email": without a word of its own, what is
 * denied is what was said before.
 */
export const settleDenial = (reader: Reader): void => {
  const { exemption, clauses } = reader
  const before = exemption?.kind === 'denial' ? clauses[exemption.from - 1] : undefined
  if (exemption?.kind !== 'denial' || before === undefined) return
  if (before.health === 'works' && !before.excepted && exemption.goesOn) {
    takeBackIn(before)
    before.effect = 'failing'
  }
  if (before.effect !== null) denyHealth(reader, exemption.from, before.effect)
}

/** Whether good news settles what is exempt, and so is not said of the clause it stands in. */
export const takesHealth = (reader: Reader, lack: Effect): boolean => {
  const { exemption, clause, clauses } = reader
  const waiting = waitingList(exemption)
  const before = clauses.at(-1)
  if (exemption?.kind === 'denial') denyHealth(reader, exemption.from, lack)
  else if (waiting !== null) {
    // "All pods except Prod1 have recovered": what ails Prod1 was said before.
    if (clause.mentions.length > 0) blame(clause)
    else takeBackIn(clause)
    waiting.health = 'works'
  } else if (exemption?.kind === 'exception' && exemption.list === undefined && before?.excepted) {
    // "Apart from chat, all channels work".
    blame(before)
    clause.health = 'works'
    clause.excepted = false
  } else return false
  reader.exemption = null
  return true
}

/** Whether a symptom is not said of the clause it stands in: it is denied, or said of the others. */
export const takesTrouble = (reader: Reader, effect: Effect | null): boolean => {
  const { exemption, clause } = reader
  if (exemption?.kind === 'denial') return true
  if (exemption?.kind === 'comfort') return effect !== 'delayed'
  const list = waitingList(exemption)
  // "All channels except voice are slow".
  if (list !== null) {
    list.effect = effect
    list.bare = effect === null
    return true
  }
  if (exemption !== null) {
    reader.exemption = null
    takeBackIn(clause)
  }
  return false
}
