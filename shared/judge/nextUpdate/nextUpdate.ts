import type { Incident } from '../../model/snapshot.ts'
import { isOver } from '../phase.ts'
import { type Clause, clausesOf } from './clauses.ts'
import { namesOf, phrases, search } from './grammar.ts'
import type { Item, Time } from './items.ts'
import { DENIALS, NAMES_OF_DENIALS } from './noNextUpdate.ts'
import { NAMES_OF_NEWS, PROMISES } from './promises.ts'
import { withTimes, zoneOfAll } from './times.ts'
import { NAMES } from './vocabulary.ts'
import { sentencesOf, wordsOf } from './words.ts'

const promises = PROMISES.map((row) => phrases(row.phrases, NAMES_OF_NEWS))
const denials = DENIALS.map((row) => phrases(row.phrases, NAMES_OF_DENIALS))

const isTime = (item: Item | undefined): item is Time => typeof item === 'object'
/** It says when; a bare span says how long. */
const isDue = (item: Item | undefined): item is Time => isTime(item) && item.kind !== 'span'

/** The time for which a clause promises news: the first after the words that promise, else the last before. */
const promisedIn = (clause: readonly Item[]): Time | null => {
  if (!clause.some(isTime) || denials.some((denial) => search(denial, clause) !== null)) return null
  for (const promise of promises) {
    const found = search(promise, clause)
    if (found === null) continue
    const bare = found.said.find(({ kind }) => kind === 'span')
    const time =
      bare ?? clause.slice(found.start).find(isDue) ?? clause.slice(0, found.start).filter(isDue).at(-1)
    if (time !== undefined) return time
  }
  return null
}

const LISTS = namesOf(
  {
    beside:
      'in any case|either way|at the latest|at latest|at least|latest|hopefully|probably|and|or|sooner|earlier|if not|again|eta|but|regardless|till|:',
    after: 'at the latest|either way|at latest|latest|or|and|sooner|earlier|if|not|possible|sharp|again|:',
    the: 'the|our|a|an|your',
  },
  NAMES,
)
/** "..., at 15:00 UTC at the latest": a clause that only says when speaks of what stands beside it. */
const onlyWhen = phrases('^ <beside>* <time> <after>* $', LISTS)
/** Without a subject: what the clause before it says we do goes on. */
const goesOn = phrases(
  '^ <too>? <verb>',
  namesOf({
    too: 'then|also',
    verb: 'will|is|shall|plan|expect|hope|aim|intend|post|write|report|update|check|follow|be|get|let|keep|share|provide|give|send|return',
  }),
)
/** "The next update, or an all-clear, will follow ...": what comes after goes on about it. */
const title = phrases('^ <the>? <next> <kind>* <news> $', LISTS)
/** Says more of something in the clause before it, which goes on after it. */
const aside = phrases('^ which|^ that|^ who')
const ourselves = phrases('^ <we>|^ <word> <we>|^ <word> <word> <we>', NAMES)
const MOST_EARLIER = 5

const firstOf = (clauses: readonly Clause[]): Time | null => {
  let ours = clauses[0]?.items[0] === 'will'
  let news: readonly Item[] = []
  const earlier: (readonly Item[])[] = []
  for (const [at, { items, unsure }] of clauses.entries()) {
    if (unsure) continue
    const continues = goesOn(items, 0) !== null
    if (!continues && aside(items, 0) === null) ours = ourselves(items, 0) !== null
    if (title(items, 0) !== null) news = items
    const whole = continues ? [...(ours ? ['we'] : news), ...items] : items
    const candidates = [whole]
    if (onlyWhen(items, 0) !== null) {
      const near = items.every(isTime) ? 1 : MOST_EARLIER
      candidates.unshift(...earlier.slice(0, near).map((one) => [...one, ...items]), [
        ...items,
        ...(clauses[at + 1]?.items ?? []),
      ])
    }
    for (const one of candidates) {
      const time = promisedIn(one)
      if (time !== null) return time
    }
    if (!items.some(isDue)) earlier.unshift(whole)
  }
  return null
}

/** No update that people write is as long as this; what is beyond it is not read. */
const LONGEST = 20_000

/** When a text that was posted at a moment promises the next news. */
export const promisedBy = (whole: string, from: number): number | null => {
  const text = whole.slice(0, LONGEST)
  const zone = zoneOfAll(text)
  for (const sentence of sentencesOf(text)) {
    const items = withTimes(wordsOf(sentence), from, zone)
    const time = items.some(isTime) ? firstOf(clausesOf(items)) : null
    if (time !== null) return time.due
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
