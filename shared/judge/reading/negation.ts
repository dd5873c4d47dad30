import type { Effect } from '../verdict.ts'
import type { Term } from './lexicon.ts'

/** What a negation says: a symptom, that a thing works, that what follows is left out, or nothing of weight. */
export interface Negated {
  readonly meaning: Effect | 'works' | 'except' | 'neither' | 'few' | 'bare' | 'lossless' | 'still' | null
  /** The last term it used up. */
  readonly end: number
  /** What is denied: not being late says nothing of failing. */
  readonly denied?: Effect | null
  /** The term that names a capability by what is not done. */
  readonly verbal?: number
}

/** Words between "not" and the one that matters. */
const FILLER =
  /^(?:be|been|being|is|are|was|were|to|currently|also|properly|correctly|always|fully|the|a|any|our|other|known|further|do|does|did|will|have|has|had|significant|additional|negatively|directly|of|in|consistently|immediately|even|able|being|get|getting|at|all|successfully|yet|as)$/
/** After "not", these leave the matter open: "not only", "not yet known", "we do not expect". */
const IDLE =
  /^(?:only|one|such|just|the cause|cause|reason|limited|expect\w*|anticipat\w*|know|related|caused|due|clear|sure|aware|need|required|believ\w*|it|this|that|so|enough|sufficient|hold|help|over|done|chang\w*|depend\w*|rely|relies|use|uses|belong|share|necessarily|confirmed|identified|specific|isolated|new|hesitate|share|provide|want|require|until|because|every|everyone)$/
const MODAL = /^(?:cant|couldnt|doesnt|dont|didnt|wont|wouldnt|can|could|do|does|did|will|would)$/
/** Capabilities named by what people do: "not routing" is a symptom, "not chat" is an exception. */
const DOING = /ing(?: |$)|ed(?: |$)|^log |^sign |^route|^attach$|^upload$|^authenticate$/
const THINGS =
  /^(?:message|conversation|data|result|ticket|chat|email|call|event|request|answer|response|reply|record|page)s?$|^replies$/
/** Nobody who can, gets or reaches: nothing is left of it. */
const ABILITY = /^(?:gets?|reach|log|sign|access|use|open|has|have)/
const REACH = 7
/** What a negation does not reach beyond. */
const ENDS: ReadonlySet<Term['role']> = new Set(['mark', 'and', 'but', 'link'] as const)

const isSymptom = (term: Term): boolean => term.role === 'symptom'

/** "Not experiencing any delays": the symptom belongs to the negation. */
const pastSymptom = (terms: readonly Term[], from: number): number => {
  for (let i = from + 1; i <= from + 3; i++) {
    const term = terms[i]
    if (term === undefined || term.role === 'mark' || term.role === 'and') break
    if (isSymptom(term)) return i
  }
  return from
}

const SIGHT = /^(?:see|notice|observ|receiv|get)/
/** That nothing is lost is a comfort, and no word on what works. */
const LOSS = /^(?:lost|lose|losing|missing|missed|dropped|drop|corrupt|swallow)/

const speaksOfTrouble = (terms: readonly Term[], from: number): boolean =>
  terms.slice(from + 1, from + 5).some((term) => isSymptom(term) || term.role === 'affected')

/** The effect of a symptom; null where it is of no particular kind. */
const effectAt = (terms: readonly Term[], at: number): Effect | null => terms[at]?.effect ?? null

/** What is done to messages and the like. */
const HANDLED = /^(?:sent|received|shown|saved|recorded|created|picked|assigned|counted|applied)$/

/** Messages, agents, customers: what is not done to them, or by them, is felt. */
const FELT =
  /^(?:message|conversation|data|result|ticket|request|answer|response|repl(?:y|ie)|record|page|customer|user|agent|client|visitor|people|team|they|it|everyone|item|row|note|content|field|number|session|button|list|change|update)s?$/

const isOfPeople = (terms: readonly Term[], not: number): boolean => {
  for (let i = not - 1; i >= 0; i--) {
    const { role, text } = terms[i] as Term
    if (role === 'us') return false
    if (role === 'capability' || role === 'pod' || FELT.test(text)) return true
  }
  return false
}

const endsHere = (term: Term | undefined): boolean =>
  term === undefined || term.role === 'mark' || term.role === 'and'

export const afterNot = (terms: readonly Term[], not: number): Negated => {
  if (/^(?:neither|nor)$/.test(terms[not]?.text ?? '')) return { meaning: 'neither', end: not }
  if (terms[not - 1]?.text === 'need') return { meaning: null, end: not }
  if (terms[not + 1]?.role === 'only') return { meaning: null, end: not + 1 }
  if (terms[not + 1]?.role === 'every') return { meaning: 'few', end: not + 1 }
  if (terms[not + 1]?.text === 'at' && terms[not + 2]?.text === 'all' && endsHere(terms[not + 3]))
    return { meaning: 'failing', end: not + 2 }
  let verb = false
  for (let i = not + 1; i <= not + REACH; i++) {
    const term = terms[i]
    if (term === undefined || term.role === 'mark') break
    if (term.role === 'affected') {
      const end = pastSymptom(terms, i)
      // "Not seeing errors" is good news, "not seeing replies" is not.
      if (SIGHT.test(term.text) && end === i && !speaksOfTrouble(terms, i))
        return { meaning: 'failing', end: i }
      return { meaning: 'works', end, denied: effectAt(terms, end) }
    }
    if (term.role === 'capability' || term.role === 'pod') {
      const before = terms[not - 1]
      // "Can't assign", "does not export": after these comes a verb.
      const isVerb = MODAL.test(terms[not]?.text ?? '') || MODAL.test(before?.text ?? '')
      const doing = (isVerb || DOING.test(term.text)) && before?.role !== 'but'
      if (verb && !doing) return { meaning: 'failing', end: i - 1 }
      return doing ? { meaning: 'failing', end: not, verbal: i } : { meaning: 'except', end: not }
    }
    if (term.text === 'have' && terms[i + 1]?.text === 'to') return { meaning: null, end: i }
    const seeming = /^(?:seem|appear)$/.test(term.text)
    if (seeming) verb = true
    if (
      FILLER.test(term.text) ||
      (term.role === 'preposition' && term.text !== 'over') ||
      (seeming && terms[i + 1]?.text === 'to')
    )
      continue
    if (seeming) return { meaning: 'failing', end: i }
    if (LOSS.test(term.text)) return { meaning: null, end: i }
    if (isSymptom(term)) return { meaning: 'works', end: i, denied: effectAt(terms, i) }
    if (term.role === 'works') {
      // Not unaffected is affected, nobody knows how.
      if (/^(?:un|not |spared)/.test(term.text)) return { meaning: 'bare', end: i }
      const yet = /recover|restored|normal|caught/.test(term.text) || terms[i - 1]?.text === 'fully'
      return {
        meaning: yet ? 'still' : /accessible|available|reachable/.test(term.text) ? 'down' : 'failing',
        end: i,
      }
    }
    // "Does not run over it" tells of a way, "does not run" of a fault.
    if (/^(?:run|go|pass)$/.test(term.text) && terms[i + 1]?.role === 'preposition')
      return { meaning: null, end: i }
    if (term.role === 'over' || term.role === 'not-yet' || IDLE.test(term.text))
      return { meaning: null, end: i }
    // "Rate limits have not been changed": what nobody knows is not done to what nobody knows.
    const isFelt = term.role !== 'word' || HANDLED.test(term.text) || isOfPeople(terms, not)
    return { meaning: isFelt ? 'failing' : null, end: i }
  }
  return { meaning: null, end: not }
}

/** "No delays", "no longer available", "no messages are sent", "nobody can log in", "without affecting chat". */
export const afterNo = (terms: readonly Term[], no: number): Negated => {
  const first = terms[no]
  const nobody = first?.role === 'nobody'
  let thing = false
  let able = false
  for (let i = no + 1; i <= no + REACH; i++) {
    const term = terms[i]
    if (term === undefined || ENDS.has(term.role)) break
    // "Chat without attachments is slow": it is left out, and nothing is denied.
    if (first?.text === 'without' && (term.role === 'capability' || term.role === 'verb')) break
    if (LOSS.test(term.text)) return { meaning: 'lossless', end: i }
    if (nobody && /^(?:expect|anticipat|need)/.test(term.text)) return { meaning: null, end: i }
    if (isSymptom(term) || term.role === 'affected') {
      const leavesOut = first?.text === 'without' && term.role === 'affected'
      const end = pastSymptom(terms, i)
      return { meaning: leavesOut ? 'except' : 'works', end, denied: effectAt(terms, end) }
    }
    if (i === no + 1 && term.text === 'longer') {
      const next = terms[i + 1]
      if (next !== undefined && (isSymptom(next) || next.role === 'affected'))
        return { meaning: 'works', end: pastSymptom(terms, i + 1) }
      const gone = next !== undefined && /available|accessible/.test(next.text)
      return { meaning: gone ? 'down' : 'failing', end: i + 1 }
    }
    if (term.role === 'capability' || THINGS.test(term.text)) thing = true
    if (term.role === 'can' || ABILITY.test(term.text)) able = true
    if (term.role === 'over') break
  }
  if (nobody) return { meaning: able ? 'down' : 'failing', end: no }
  return { meaning: thing && first?.text !== 'without' ? 'failing' : null, end: no }
}
