import { has, namesNothing } from './clause.ts'
import { takesHealth } from './exemptions.ts'
import type { Term } from './lexicon.ts'
import { isComplementOfTrouble } from './predicates.ts'
import { beside, type Reader } from './reader.ts'
import { RELATIVES } from './rules/particles.ts'

const REACHABLE = /available|accessible|reachable/
const ONLY_REACHABLE = /^(?:remain |stay )?(?:available|accessible|reachable|online|up|is up|are up|usable)$/
const WORK = /work|operat/
const RECOVERY = /again|recover|restor|back|resum|return/
/** Takes the force out of the good word before it. */
const LIMIT =
  /^(?:most|mostly|partly|partially|somewhat|largely|majority|until|once|if|when|before|briefly|temporarily|expected to|percent|this morning|earlier today|yesterday|last night|at first|initially)$/
/** Opens an aside that limits the good word before it. */
const CONDITION = /^(?:once|after|before|until|till)$/

export const readWorks = (reader: Reader, { text }: Term): void => {
  if (takesHealth(reader, REACHABLE.test(text) ? 'down' : 'failing')) return
  const { clause, at } = reader
  if (isComplementOfTrouble(reader)) return
  // "We are working on it."
  if (has(clause, 'us') && clause.mentions.length === 0 && WORK.test(text)) return
  if (!clause.bare || !namesNothing(clause)) clause.at.works = at
  if (RECOVERY.test(text)) clause.at.again = at
  if (ONLY_REACHABLE.test(text)) clause.acquittal.reachable = true
}

/** "Exports that you run", "timeline loading": tells which, and not how they do. */
const isAttribute = (reader: Reader, text: string): boolean =>
  RELATIVES.has(beside(reader, -2).text) || (/ing$/.test(text) && beside(reader, -1).role === 'capability')

export const readDoing = (reader: Reader, { text }: Term): void => {
  const { clause, at } = reader
  if (clause.mentions.length > 0 && !isAttribute(reader, text)) clause.at.doing = at
}

/** "Works for most" is limited, "works as expected" is not. */
export const readNotYet = ({ clause, at }: Reader, { text }: Term): void => {
  if (!has(clause, 'works') || LIMIT.test(text)) clause.at.notYet = at
}

/** "Works again once the page is reloaded." */
export const limitHealth = (reader: Reader): void => {
  const { clause, at } = reader
  if (has(clause, 'works') && CONDITION.test(beside(reader, 0).text)) clause.at.notYet = at
}
