import { type Clause, isBlank } from './clause.ts'
import { complementOf, headOf, isNear } from './heads.ts'
import type { Term } from './lexicon.ts'
import { afterNo, afterNot, type Negated } from './negation.ts'
import { isComplementOfTrouble, isErrorCode, isPredicate } from './predicates.ts'
import { createReader, type Reader } from './reader.ts'

/** Takes in one term; may say which term was the last it used up. */
type Take = (reader: Reader, at: number, term: Term) => number | undefined

const STOPS = /^[;:]$/
const LISTS = /^(?:[,()[\]+/–—|]|&+| -+ )$/

const joinAt: Take = (reader, _, { text }) => {
  if (STOPS.test(text)) reader.stop(text === ';' ? 'apart' : 'mark')
  else if (/^[)\]]$/.test(text)) reader.stop('mark')
  else if (LISTS.test(text)) reader.close(/^[,/+&]/.test(text) ? 'list' : 'mark')
  return undefined
}

/** "This issue", "the issue": the one already spoken of, unless the words go on to say where it is. */
const isKnown = (reader: Reader, i: number): boolean => {
  if (reader.role(i - 1) === 'back' || reader.role(i - 2) === 'back') return true
  const tied = /^(?:with|in|on|where)$/.test(reader.text(i + 1)) || reader.role(i + 1) === 'affected'
  return reader.text(i - 1) === 'the' && !tied
}

const symptomAt: Take = (reader, i, { effect, predicate }) => {
  if (predicate && !isPredicate(reader, i)) return undefined
  if (effect === undefined) {
    if (!isKnown(reader, i)) reader.symptom(i, null)
  } else if (!/^(?:any|further|additional|future|potential)$/.test(reader.text(i - 1)))
    reader.symptom(i, effect)
  return undefined
}

const negated = (
  reader: Reader,
  { meaning, end, verbal, denied = null }: Negated,
  symptom: number,
): number => {
  if (meaning === 'except') reader.except()
  else if (meaning === 'neither') reader.deny()
  else if (meaning === 'few') reader.clause.few = true
  else if (meaning === 'lossless') reader.comforted = true
  else if (meaning === 'still') reader.clause.affected = true
  else if (meaning === 'works') {
    reader.clause.health = 'works'
    reader.clause.denied = denied
  } else if (meaning === 'bare') reader.symptom(symptom, null)
  else if (meaning !== null) reader.symptom(symptom, meaning)
  if (verbal !== undefined) reader.clause.at.verbal = verbal
  return end
}

const endsClause = (term: Term | undefined): boolean => term === undefined || term.role === 'mark'

/** "Chat works, email does not": the contrary of what was said last. */
const contrary = (reader: Reader, i: number): number => {
  const before = [...reader.clauses].reverse().find((clause) => !isBlank(clause) || clause.affected)
  if (before?.health === 'works') reader.symptom(i, 'failing')
  else if (before !== undefined && (before.effect !== null || before.affected)) reader.clause.health = 'works'
  return i
}

const affectedAt: Take = (reader, i, { text }) => {
  reader.endException()
  reader.exceptsThings ||= reader.excluding
  const { clause } = reader
  if (/^(?:event|incident)s?$/.test(text) && /^(?:the|this|that)$/.test(reader.text(i - 1))) return undefined
  clause.affected = true
  if (clause.mentions.length === 0) clause.affectedLeads = true
  clause.at.link = i
  return undefined
}

/** "Search nodes" are a part of the machinery. */
const machineryAt: Take = (reader, i) => {
  const last = reader.clause.mentions.at(-1)
  reader.machinery = true
  reader.clause.at.machinery = i
  if (last?.at === i - 1) reader.clause.inner = last
  return undefined
}

/** Whether what is named now only completes what was named before: "surveys for voice". */
const isComplement = ({ mentions, at }: Clause, i: number): boolean => {
  const head = mentions.at(-1)
  if (head === undefined || at.verbal === i) return false
  // "The API, causing delays in chat": here the preposition belongs to the symptom.
  const ofSymptom = at.symptomNoun > head.at + 1 && at.symptomNoun < at.preposition
  return at.preposition > head.at && at.preposition > at.link && !ofSymptom
}

const capabilityAt: Take = (reader, i, { namings = [] }) => {
  reader.endException()
  reader.exceptsThings ||= reader.excluding
  const { clause } = reader
  if (namings.some(({ isPart }) => isPart)) clause.qualifiers.push(reader.text(i))
  if (clause.at.about >= 0 && i - clause.at.about <= 3) {
    clause.trailing ||= clause.mentions.length > 0
    return undefined
  }
  const last = [...clause.mentions].reverse().find(({ naming }) => naming.kind !== 'hint')
  // A new subject with a verb of its own begins a new clause, though no mark says so.
  const { symptom, works } = clause.at
  if (
    last !== undefined &&
    Math.max(symptom, works) > last.at &&
    reader.role(i + 1) === 'verb' &&
    clause.at.preposition < i - 1
  ) {
    reader.close('contrast')
    return capabilityAt(reader, i, { role: 'capability', text: reader.text(i), namings })
  }
  if (last !== undefined && isComplement(clause, i)) complementOf(clause, last, namings, i)
  else {
    const near = last !== undefined && isNear(reader.terms, last.at, i)
    headOf(clause, reader.clauses.at(-1), near ? last : undefined, namings, i)
  }
  return undefined
}

/** Remembers where a word of a kind stood last. */
const placed =
  (kind: keyof Clause['at']): Take =>
  (reader, i) => {
    reader.clause.at[kind] = i
    return undefined
  }

/** A word that makes the subject narrower, or what comes after it in a complement. */
const qualifierAt: Take = (reader, i, { text }) => {
  const { at, qualifiers } = reader.clause
  const predicate = Math.max(at.works, at.over, at.can, at.doing)
  if (!/^\d/.test(text) && (predicate < 0 || at.preposition > predicate || reader.role(i) !== 'word'))
    qualifiers.push(text)
  return undefined
}

const TAKES: { readonly [role in Term['role']]?: Take } = {
  pod: (reader, _, { pods = [] }) => {
    // "All channels except voice are slow (Prod1)": the exception was one of channels.
    if (reader.excluding && reader.exceptsThings) reader.stop('mark')
    reader.clause.pods.push(...pods)
    reader.empty = false
    return undefined
  },
  mark: joinAt,
  and: (reader, i) => {
    // "Between 9:00 and 10:00" is one stretch of time.
    const { preposition } = reader.clause.at
    if (reader.text(preposition) === 'between' && i - preposition <= 3) return undefined
    reader.close('list')
    return undefined
  },
  but: (reader) => {
    reader.stop('contrast')
    return undefined
  },
  except: (reader) => {
    reader.close('contrast')
    reader.except()
    return undefined
  },
  aside: (reader, i) => {
    // "Works again once the page is reloaded".
    if (/^(?:once|after|before|until|till)$/.test(reader.text(i)) && reader.clause.at.works >= 0)
      reader.clause.at.notYet = i
    reader.close('contrast')
    return undefined
  },
  symptom: symptomAt,
  not: (reader, i) => {
    if (reader.text(i + 1) === ':') {
      // "Who isn't:" heads a list of what is spared.
      reader.clause.health = 'works'
      return i
    }
    if (endsClause(reader.terms[i + 1])) return contrary(reader, i)
    const found = afterNot(reader.terms, i)
    return negated(reader, found, found.end)
  },
  no: (reader, i) => {
    // "Chat without an assistant" speaks of chat.
    if (reader.text(i) === 'without') reader.clause.at.about = i
    const found = afterNo(reader.terms, i)
    // "No messages are getting through": the good word is what does not happen.
    if (found.meaning === 'failing') reader.clause.at.notYet = i
    return negated(reader, found, i)
  },
  few: (reader, i) => {
    reader.some = true
    reader.clause.few = true
    reader.clause.at.notYet = i
    return undefined
  },
  nobody: (reader, i) => negated(reader, afterNo(reader.terms, i), i),
  affected: affectedAt,
  link: placed('link'),
  works: (reader, i, term) => {
    if (reader.denying) {
      reader.denyHealth(/available|accessible|reachable/.test(term.text) ? 'down' : 'failing')
      return undefined
    }
    if (reader.exceptFromHealth()) return undefined
    const { bare, mentions, pods, at } = reader.clause
    if (isComplementOfTrouble(reader, i)) return undefined
    if (at.us >= 0 && mentions.length === 0 && /work|operat/.test(term.text)) return undefined
    if (!bare || mentions.length > 0 || pods.length > 0) at.works = i
    if (/again|recover|restor|back|resum|return/.test(term.text)) reader.clause.again = true
    if (
      /^(?:remain |stay )?(?:available|accessible|reachable|online|up|is up|are up|usable)$/.test(term.text)
    )
      reader.clause.reachable = true
    return undefined
  },
  over: placed('over'),
  can: placed('can'),
  doing: (reader, i) => {
    if (reader.clause.mentions.length > 0) reader.clause.at.doing = i
    return undefined
  },
  'not-yet': (reader, i, term) => {
    // After the good word only a limit takes its force: "works for most", but "works as expected".
    const limits =
      /^(?:most|mostly|partly|partially|somewhat|largely|majority|until|once|if|when|before|briefly|temporarily|expected to|percent)$/.test(
        term.text,
      )
    return reader.clause.at.works >= 0 && !limits ? undefined : placed('notYet')(reader, i, term)
  },
  some: (reader, i, term) => {
    reader.some = true
    return placed('notYet')(reader, i, term)
  },
  preposition: placed('preposition'),
  whom: qualifierAt,
  plain: (reader, i, term) =>
    // "Works again for agents" says nothing of customers.
    /^agents?$/.test(term.text) && reader.text(i - 1) === 'for' ? qualifierAt(reader, i, term) : undefined,
  half: qualifierAt,
  about: placed('about'),
  us: placed('us'),
  machinery: machineryAt,
  repair: (reader) => {
    reader.clause.repair = true
    return undefined
  },
  capability: capabilityAt,
  verb: (reader) => {
    reader.clause.verb = true
    return undefined
  },
  word: (reader, i, term) => {
    const { text } = term
    if (text.length === 3 && isErrorCode(reader, i)) reader.symptom(i, 'failing')
    return qualifierAt(reader, i, term)
  },
}

const JOINING: ReadonlySet<Term['role']> = new Set(['mark', 'and', 'but', 'except', 'aside', 'void'] as const)

/** Cuts a sentence into clauses. What was set aside is not looked at again. */
export const clausesOf = (
  terms: readonly Term[],
): { clauses: Clause[]; some: boolean; machinery: boolean } => {
  const reader = createReader(terms)
  for (let i = 0; i < terms.length; i++) {
    const term = terms[i]
    if (term === undefined) break
    const { clause } = reader
    i = TAKES[term.role]?.(reader, i, term) ?? i
    if (!JOINING.has(term.role)) reader.began(clause, term.role)
  }
  reader.close('list')
  return reader
}
