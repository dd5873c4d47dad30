import type { Term } from './phrases.ts'

/** What a negation says: a symptom, that a thing is fine, that what follows is left out, or nothing of weight. */
export interface Negated {
  readonly meaning: 'down' | 'failing' | 'fine' | 'except' | null
  /** The last term it used up. */
  readonly end: number
  /** The term that names a capability by what is not done. */
  readonly doing?: number
}

/** Words between "not" and the one that matters. */
const FILLER =
  /^(?:be|been|being|is|are|was|were|to|currently|also|properly|correctly|always|fully|the|a|any|our|other|known|further|do|does|did|will|have|has|had|significant|additional|negatively|directly|of|in|consistently|immediately|even|able|being|get|getting|at|all|successfully|yet|as)$/
/** After "not", these leave the matter open: "not only", "not yet known", "we do not expect". */
const IDLE =
  /^(?:only|just|limited|expect\w*|anticipat\w*|know|related|caused|due|clear|sure|aware|need|required|believ\w*|it|this|that|so|enough|sufficient|hold|help|over|done|depend\w*|rely|relies|use|uses|belong|share|necessarily|confirmed|identified|specific|isolated|new|hesitate|share|provide|want|require|until|because|every|everyone)$/
/** Capabilities named by what people do: "not routing" is a symptom, "not chat" is an exception. */
const DOING = /ing(?: |$)|ed(?: |$)|^log |^sign |^route|^attach$|^upload$|^authenticate$/
const THINGS =
  /^(?:message|conversation|data|result|ticket|chat|email|call|event|request|answer|response|reply|record|page)s?$|^replies$/
const REACH = 7
/** What a negation does not reach beyond. */
const ENDS: ReadonlySet<string> = new Set(['mark', 'and', 'but', 'cause', 'link'])

const isSymptom = (term: Term): boolean =>
  term.text === 'down' ||
  term.sense === 'down' ||
  term.sense === 'failing' ||
  term.sense === 'delayed' ||
  term.sense === 'bare'

/** "Not experiencing any delays": the symptom belongs to the negation. */
const pastSymptom = (terms: readonly Term[], from: number): number => {
  for (let i = from + 1; i <= from + 3; i++) {
    const term = terms[i]
    if (term === undefined || term.sense === 'mark' || term.sense === 'and') break
    if (isSymptom(term)) return i
  }
  return from
}

export const afterNot = (terms: readonly Term[], not: number): Negated => {
  if (/^(?:neither|nor)$/.test(terms[not]?.text ?? '')) return { meaning: 'except', end: not }
  if (terms[not - 1]?.text === 'need') return { meaning: null, end: not }
  let verb = false
  for (let i = not + 1; i <= not + REACH; i++) {
    const term = terms[i]
    if (term === undefined || term.sense === 'mark') break
    if (term.sense === 'hurt') return { meaning: 'fine', end: pastSymptom(terms, i) }
    if (term.sense === 'capability' || term.sense === 'pod') {
      const doing = DOING.test(term.text) && terms[not - 1]?.sense !== 'but'
      if (verb && !doing) return { meaning: 'failing', end: i - 1 }
      return doing ? { meaning: 'failing', end: not, doing: i } : { meaning: 'except', end: not }
    }
    const seeming = /^(?:seem|appear)$/.test(term.text)
    if (seeming) verb = true
    if (
      FILLER.test(term.text) ||
      (term.sense === 'prep' && term.text !== 'over') ||
      (seeming && terms[i + 1]?.text === 'to')
    )
      continue
    if (seeming) return { meaning: 'failing', end: i }
    if (isSymptom(term)) return { meaning: 'fine', end: i }
    if (term.sense === 'well') {
      const yet = /recovered|restored|normal/.test(term.text)
      return { meaning: yet ? null : /accessible|available/.test(term.text) ? 'down' : 'failing', end: i }
    }
    // "Does not run over it" tells of a way, "does not run" of a fault.
    if (/^(?:run|go|pass)$/.test(term.text) && terms[i + 1]?.sense === 'prep')
      return { meaning: null, end: i }
    if (term.sense === 'over' || term.sense === 'notYet' || IDLE.test(term.text))
      return { meaning: null, end: i }
    return { meaning: 'failing', end: i }
  }
  return { meaning: null, end: not }
}

/** "No delays", "no longer available", "no messages are sent", "nobody can log in", "without affecting chat". */
export const afterNo = (terms: readonly Term[], no: number): Negated => {
  const first = terms[no]
  const nobody = first?.sense === 'none'
  let thing = false
  for (let i = no + 1; i <= no + REACH; i++) {
    const term = terms[i]
    if (term === undefined || ENDS.has(term.sense)) break
    if (isSymptom(term) || term.sense === 'hurt') {
      const leavesOut = first?.text === 'without' && term.sense === 'hurt'
      return { meaning: leavesOut ? 'except' : 'fine', end: pastSymptom(terms, i) }
    }
    if (i === no + 1 && term.text === 'longer') {
      const next = terms[i + 1]
      if (next !== undefined && (isSymptom(next) || next.sense === 'hurt'))
        return { meaning: 'fine', end: pastSymptom(terms, i + 1) }
      const gone = next !== undefined && /available|accessible/.test(next.text)
      return { meaning: gone ? 'down' : 'failing', end: i + 1 }
    }
    if (term.sense === 'capability' || THINGS.test(term.text)) thing = true
    if (term.sense === 'over') break
  }
  if (nobody) return { meaning: 'down', end: no }
  return { meaning: thing && first?.text !== 'without' ? 'failing' : null, end: no }
}
