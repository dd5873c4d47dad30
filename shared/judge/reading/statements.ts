import { worse } from '../../model/effects.ts'
import { OTHER_PODS } from '../../model/pod.ts'
import type { Effect } from '../../model/verdict.ts'
import type { Vendor } from '../../vendors/vendor.ts'
import { type Finding, findingOf, settlePart } from './attachmentsPart.ts'
import { type Acquittal, type Clause, has, isBlank, isTrouble } from './clause.ts'

// What the clauses of a sentence say, once they know their predicates.

/** Said to work. It takes away only what it names, in the way it names it. */
export interface Working extends Readonly<Acquittal> {
  readonly capability: string
  /** Words that narrow it: of "inbound calls on mobile", inbound and mobile. */
  readonly qualifiers: readonly string[]
  /** The pods it is said of; none for all. */
  readonly pods: readonly string[]
}

export interface Statements {
  readonly findings: readonly Finding[]
  /** Named without a word of trouble: they count where nothing else does. */
  readonly named: readonly string[]
  readonly working: readonly Working[]
  /** Said to be done with. */
  readonly over: readonly string[]
  readonly pods: readonly string[]
  /** Pods in which something is said to work: they tell where, if nothing else does. */
  readonly contextPods: readonly string[]
  /** Pods said to be left out, or to have recovered. */
  readonly sparedPods: readonly string[]
  /** Pods that we look into: nobody knows yet whether they are affected. */
  readonly doubtedPods: readonly string[]
  /** A symptom of nothing in particular. */
  readonly loose: Effect | null
}

/** What is spoken of: a "but" that follows is about it, in the pods in which it was said to work. */
interface Topic {
  readonly findings: readonly Finding[]
  readonly pods: readonly string[]
}

const NO_TOPIC: Topic = { findings: [], pods: [] }

/** The statements so far. */
interface Collected extends Statements {
  readonly findings: Finding[]
  readonly named: string[]
  working: Working[]
  readonly over: string[]
  readonly pods: string[]
  readonly contextPods: string[]
  readonly sparedPods: string[]
  readonly doubtedPods: string[]
  loose: Effect | null
  topic: Topic
}

interface Sentence {
  readonly clauses: readonly Clause[]
  readonly isTitle: boolean
  readonly vendor: Vendor
}

/** A clause, where it stands, and what it speaks of. */
interface Statement {
  readonly at: number
  readonly clause: Clause
  readonly before: Clause | undefined
  readonly subjects: readonly Finding[]
}

const withEffect = (findings: readonly Finding[], effect: Effect): Finding[] =>
  findings.map((finding) => ({ ...finding, effect: finding.beside ? null : effect }))

/** "Chat works; it only takes a while": what comes after is no word about chat. */
const breaksOff = ({ clause, before }: Statement): boolean =>
  (clause.join === 'apart' || (clause.join === 'list' && !clause.adds && clause.pods.length === 0)) &&
  before?.health === 'works' &&
  !before.excepted

const isOurWork = (clause: Clause): boolean => has(clause, 'us') || has(clause, 'repair')

/** "Prod1 has recovered: everyone there can log in.", "Chat (Prod2) works.", "Prod2 - Channel - Chat: fine." */
const podsOf = ({ clause, at }: Statement, clauses: readonly Clause[]): readonly string[] => {
  if (clause.pods.length > 0) return clause.pods
  const next = clauses[at + 1]
  if (next?.join === 'mark' && next.mentions.length === 0 && next.pods.length > 0) return next.pods
  for (let i = at; i > 0 && clauses[i]?.join === 'mark'; i--) {
    const before = clauses[i - 1] as Clause
    if (before.mentions.length > 0) break
    if (before.pods.length > 0) return before.pods
  }
  return []
}

/** "Prod1 works, but with delays": trouble that follows without a pod of its own is that pod's. */
const isTakenBack = ({ at, clause }: Statement, clauses: readonly Clause[]): boolean =>
  !clause.excepted &&
  clauses.slice(at + 1).some((other) => other.pods.length === 0 && other.health === null && isTrouble(other))

/** "Chat and routing work": of an act and a thing that are named together, the thing is what works. */
const freedBy = ({ mentions }: Clause, subjects: readonly Finding[]): readonly Finding[] => {
  const things = mentions.filter(({ naming }) => naming.kind !== 'act')
  if (things.length === 0) return subjects
  return subjects.filter(({ capability }) => things.some(({ naming }) => naming.capability === capability))
}

const sayWorks = (collected: Collected, statement: Statement, { clauses, isTitle }: Sentence): void => {
  const { clause, subjects } = statement
  const { qualifiers, acquittal } = clause
  const pods = podsOf(statement, clauses)
  for (const { capability } of freedBy(clause, subjects))
    collected.working.push({ capability, qualifiers, pods, ...acquittal })
  if (clause.mentions.length > 0) {
    if (isTitle || has(clause, 'again')) collected.contextPods.push(...clause.pods)
  } else if (qualifiers.length === 0) {
    // "The fix has been deployed to Prod1": what is well is the fix.
    const isOurs = isOurWork(clause) || has(clause, 'machinery')
    const kind = isOurs ? 'contextPods' : isTakenBack(statement, clauses) ? 'pods' : 'sparedPods'
    collected[kind].push(...clause.pods)
  }
  if (subjects.length > 0 && !clause.excepted) collected.topic = { findings: subjects, pods }
}

/** Trouble that names what it befalls, which trouble before it waited for. */
const sayAffected = (collected: Collected, subjects: readonly Finding[]): void => {
  if (collected.loose !== null) collected.findings.push(...withEffect(subjects, collected.loose))
  collected.loose = null
  collected.findings.push(...subjects)
  collected.topic = { findings: subjects, pods: [] }
}

/** Trouble that names nothing is that of the topic. */
const sayMore = (collected: Collected, clause: Clause, effect: Effect, whole: string): void => {
  const { topic } = collected
  if (topic.findings.length === 0) {
    // "Prod1 is down": all of it.
    if (clause.pods.length > 0 && effect === 'down' && !has(clause, 'preposition'))
      collected.findings.push(findingOf(clause, whole))
    else collected.loose = worse(effect, collected.loose)
    return
  }
  collected.findings.push(...withEffect(topic.findings, effect))
  // "Up in Prod2 and down in Prod1": what was said of the other pod stands.
  if (clause.pods.length > 0 && topic.pods.length > 0) return
  const isTopic = ({ capability }: Working): boolean =>
    topic.findings.some((finding) => finding.capability === capability)
  collected.working = collected.working.filter((one) => !isTopic(one))
  collected.pods.push(...topic.pods)
}

/** Whether a clause that names something says nothing of trouble with it. */
const isAside = (clause: Clause, { clauses, isTitle }: Sentence): boolean => {
  if (isTitle || !isBlank(clause) || clauses.some(({ affected }) => affected)) return false
  // A clause with a verb of its own and no word of trouble says something else.
  return has(clause, 'verb') || clauses.every(isBlank)
}

const sayTrouble = (collected: Collected, statement: Statement, sentence: Sentence): void => {
  const { clause, before, subjects } = statement
  const { health, effect, affected } = clause
  const names = subjects.map(({ capability }) => capability)
  // "We have restarted a server in Prod2" tells where we are at work.
  const isWork = !sentence.isTitle && isBlank(clause) && !affected && isOurWork(clause)
  // "Other pods are being checked" says nothing of them.
  const where = isTrouble(clause) || affected ? clause.pods : clause.pods.filter((pod) => pod !== OTHER_PODS)
  collected[isWork ? 'contextPods' : 'pods'].push(...where)
  // "We are looking into Prod1" leaves open what "we restarted a server in Prod1" does not.
  if (isWork && !has(clause, 'repair')) collected.doubtedPods.push(...where)
  // "In Prod1 email is fine, but chat is not."
  if (where.length === 0 && isTrouble(clause) && before?.health === 'works' && before.mentions.length > 0)
    collected.pods.push(...before.pods)
  if (health === 'over' && clause.qualifiers.length === 0) collected.over.push(...names)
  if (subjects.length === 0) {
    if (effect !== null && health === null) sayMore(collected, clause, effect, sentence.vendor.whole)
  } else if (has(clause, 'repair') && effect === null && !affected) return
  else if (isAside(clause, sentence)) collected.named.push(...names)
  else sayAffected(collected, subjects)
}

/** The platform is affected where that is said of it alone, or where nothing else is named. */
const isWholeAffected = ({ findings, working }: Collected, { clauses, vendor }: Sentence): boolean =>
  (working.length === 0 && findings.every(({ capability }) => capability === vendor.whole)) ||
  clauses.some(
    ({ mentions, effect, borrowed }) =>
      effect !== null &&
      !borrowed &&
      mentions.length > 0 &&
      mentions.every(({ naming }) => naming.kind === 'whole'),
  )

/** What the sentence says: who is affected, how, and who is not. */
export const statementsOf = (sentence: Sentence): Statements => {
  const { clauses, vendor } = sentence
  const collected: Collected = {
    findings: [],
    named: [],
    working: [],
    over: [],
    pods: [],
    contextPods: [],
    sparedPods: [],
    doubtedPods: [],
    loose: null,
    topic: NO_TOPIC,
  }
  const isNamed = (capability: string): boolean =>
    clauses.some(({ mentions }) => mentions.some(({ naming }) => naming.capability === capability))
  for (const [at, clause] of clauses.entries()) {
    const subjects = settlePart(clause, vendor.part, isNamed)
    const statement = { at, clause, before: clauses[at - 1], subjects }
    if (breaksOff(statement)) collected.topic = NO_TOPIC
    if (clause.health === 'works') sayWorks(collected, statement, sentence)
    else sayTrouble(collected, statement, sentence)
  }
  // "All channels except voice" names voice among all, and takes it back.
  const excepted = clauses.filter((clause) => clause.excepted).flatMap(({ mentions }) => mentions)
  const isExcepted = ({ capability }: Finding): boolean =>
    excepted.some(({ naming }) => naming.capability === capability)
  const keepsWhole = isWholeAffected(collected, sentence)
  const { topic: _, findings, ...said } = collected
  return {
    ...said,
    findings: findings.filter(
      (finding) => !isExcepted(finding) && (keepsWhole || finding.capability !== vendor.whole),
    ),
  }
}
