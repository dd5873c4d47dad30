import type { Incident } from '../feed/snapshot.ts'
import { isOver } from './phase.ts'
import { type Clause, read, sentencesOf } from './promise/clauses.ts'
import { zoneOfAll } from './promise/moments.ts'
import { DENIALS, LISTS, PROMISES } from './promise/news.ts'
import { compile, type Row } from './promise/pattern.ts'

const compiled = (rows: readonly Row[]): RegExp[] => rows.map(({ pattern }) => compile(pattern, LISTS, ''))
const promises = compiled(PROMISES)
const denials = compiled(DENIALS)

/** "..., at 15:00 UTC at the latest": a clause that only says when speaks of what stands beside it. */
const ONLY_WHEN =
  /^(?:(?:in any case|either way|at the latest|at latest|at least|latest|hopefully|probably|and|or|sooner|earlier|if not|again|eta|but|regardless|till|:) ?)*[@#]\d(?: (?:at the latest|at latest|latest|or|and|sooner|earlier|if|not|possible|sharp|again))*[.:]?$/
/** Without a subject: what the clause before it says we do goes on. */
const GOES_ON =
  /^(?:then |also )?(?:will|is|shall|'ll|plan|expect|hope|aim|intend|post|write|report|update|check|follow|be|get|let|keep|share|provide|give|send|return)\b/
/** "The next update, or an all-clear, will follow ...": what comes after goes on about it. */
const TITLE = compile('^(?:the |our |an? |your )?{next} {kind*}{news}$', LISTS, '')
/** Says more of something in the clause before it, which goes on after it. */
const ASIDE = /^(?:which|that|who)\b/
const MOST_EARLIER = 5
const OURSELVES = compile('^(?:[a-z]+ ){0,2}{we}\\b', LISTS, '')

/** The sign of the time for which a clause promises news: the first after the words that promise, else the last before. */
const timeOf = (clause: string): number | null => {
  if (!/[@#~]\d/.test(clause) || denials.some((denial) => denial.test(clause))) return null
  for (const promise of promises) {
    const found = promise.exec(clause)
    if (found === null) continue
    const bare = /~(\d)$/.exec(found[0])?.[1]
    const after = /[@#](\d)/.exec(clause.slice(found.index))?.[1]
    const before = /[@#](\d)[^@#]*$/.exec(clause.slice(0, found.index))?.[1]
    const time = bare ?? after ?? before
    if (time !== undefined) return Number(time)
  }
  return null
}

const firstOf = (clauses: readonly Clause[]): number | null => {
  let ours = clauses[0]?.text.startsWith('will ') === true
  let title = ''
  const earlier: string[] = []
  for (const [at, { text, unsure }] of clauses.entries()) {
    if (unsure) continue
    const goesOn = GOES_ON.test(text)
    if (!goesOn && !ASIDE.test(text)) ours = OURSELVES.test(text)
    if (TITLE.test(text)) title = `${text} `
    const whole = goesOn ? `${ours ? 'we ' : title}${text}` : text
    const beside = ONLY_WHEN.test(text)
      ? [
          ...earlier.slice(0, /[a-z]/.test(text) ? MOST_EARLIER : 1).map((one) => `${one} ${text}`),
          `${text} ${clauses[at + 1]?.text ?? ''}`,
        ]
      : []
    for (const one of [...beside, whole]) {
      const time = timeOf(one)
      if (time !== null) return time
    }
    if (!/[@#]\d/.test(text)) earlier.unshift(whole)
  }
  return null
}

/** When a text that was posted at a moment promises the next news. */
export const promisedBy = (text: string, from: number): number | null => {
  const zone = zoneOfAll(text)
  for (const sentence of sentencesOf(text)) {
    const { clauses, dues } = read(sentence, from, zone)
    const time = dues.length === 0 ? null : firstOf(clauses)
    if (time !== null) return dues[time] ?? null
  }
  return null
}

/** The newest promise of an incident stands until it is replaced: fillers promise nothing. */
export const promiseOf = (incident: Incident): number | null => {
  for (const update of incident.updates) {
    if (isOver(update.phase)) return null
    const due = update.at === null ? null : promisedBy(update.text, update.at)
    if (due !== null) return due
  }
  return null
}
