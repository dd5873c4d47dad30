import { BOTH_PODS, EVERY_POD, OTHER_PODS } from '../../model/pod.ts'
import type { Term } from './lexicon.ts'
import { ELSEWHERE, PEOPLE, PLACES, POD_WORDS, REGIONAL, UNITS } from './rules/nouns.ts'
import { BEFORE_PODS, DETERMINERS, EVERYWHERE, UP_TO } from './rules/particles.ts'
import { PLURAL_VERBS } from './rules/verbs.ts'

type Terms = readonly Term[]

/** Pods that are named from some term on. Without pods, what looks like it is none. */
interface Named {
  readonly pods: readonly string[]
  /** The last term of the name. */
  readonly end: number
}

type Reading = (terms: Terms, at: number) => Named | null

const textAt = (terms: Terms, at: number): string => terms[at]?.text ?? ''

const isRole = (terms: Terms, at: number, ...roles: readonly Term['role'][]): boolean =>
  roles.some((role) => terms[at]?.role === role)

/** "And", a comma, an ampersand: what joins the items of a list. */
const isJoint = (terms: Terms, at: number): boolean =>
  isRole(terms, at, 'and') || /^[,+/()&]+$/.test(textAt(terms, at))

/** "Pods", "environments". */
const isPlace = (terms: Terms, at: number): boolean =>
  POD_WORDS.has(textAt(terms, at)) || PLACES.has(textAt(terms, at))

/** The edge of the sentence, or punctuation. */
const isBorder = (terms: Terms, at: number): boolean => !terms[at] || isRole(terms, at, 'mark')

const isOpening = (terms: Terms, at: number): boolean => /^[([]$/.test(textAt(terms, at))

/** "All pods", "each of our three regions". */
const everyPod: Reading = (terms, at) => {
  let end = at + 1
  while (end < at + 4 && (BEFORE_PODS.has(textAt(terms, end)) || isRole(terms, end, 'every'))) end++
  if (!isPlace(terms, end)) return null
  const pods = [textAt(terms, at) === 'both' ? BOTH_PODS : EVERY_POD]
  return { pods, end: isPlace(terms, end + 1) ? end + 1 : end }
}

const OTHERS = /^(?:others?|remaining|multiple|several|additional|another|more|second|third|further|various)$/

const EVERYWHERE_ELSE = /^(?:every|any)where$/

/** "Other pods", "the remaining two regions", "a second pod", "elsewhere". */
const otherPods: Reading = (terms, at) => {
  if (textAt(terms, at) === 'elsewhere') return { pods: [OTHER_PODS], end: at }
  if (textAt(terms, at + 1) === 'else' && EVERYWHERE_ELSE.test(textAt(terms, at)))
    return { pods: [OTHER_PODS], end: at + 1 }
  if (!OTHERS.test(textAt(terms, at))) return null
  const end = numberAt(terms, at + 1) === null ? at + 1 : at + 2
  return isPlace(terms, end) ? { pods: [OTHER_PODS], end } : null
}

/** "Our engineers in Europe", "mobile numbers in India", "teams who sit in the US": no word on where people's pod is. */
const isElsewhere = (terms: Terms, region: number): boolean => {
  let at = region - 1
  while (isRole(terms, at, 'preposition') || DETERMINERS.has(textAt(terms, at))) at--
  return isRole(terms, at, 'us', 'bearer') || ELSEWHERE.has(textAt(terms, at))
}

/** "American phone numbers", "US numbers", "in French and German": where something else comes from, or a language. */
const isOrigin = (terms: Terms, region: number): boolean =>
  isRole(terms, region + 1, 'bearer') ||
  (isRole(terms, region + 1, 'word') && /^(?:usa?|eu|uk)$/.test(textAt(terms, region))) ||
  /(?:an|ish|ese|ch)$/.test(textAt(terms, region))

/** Whether what stands after a region is on its pod: "EU customers", "India stack". */
const isOfRegion = (terms: Terms, at: number): boolean =>
  [POD_WORDS, PLACES, PEOPLE, REGIONAL].some((words) => words.has(textAt(terms, at)))

/** "In Europe", "affecting India", "hits Germany". */
const isPlaced = (terms: Terms, region: number): boolean =>
  (isRole(terms, region - 1, 'preposition', 'and', 'affected', 'link') ||
    DETERMINERS.has(textAt(terms, region - 1)) ||
    textAt(terms, region - 1) === 'only') &&
  !isElsewhere(terms, region)

/** "Customers outside Europe" are everybody else. */
const isOutside = (terms: Terms, at: number): boolean =>
  textAt(terms, at - 1) === 'outside' && PEOPLE.has(textAt(terms, at - 2))

/** A region stands for its pod where it qualifies something, where something is said to be in it, or where it stands alone. */
const regionalPods: Reading = (terms, at) => {
  let end = at
  while (isJoint(terms, end + 1) && isRole(terms, end + 2, 'region')) end += 2
  const pods = terms.slice(at, end + 1).flatMap((term) => term.pods ?? [])
  if (textAt(terms, at - 1) === 'outside') return { pods: isOutside(terms, at) ? pods : [], end }
  const isOwner = isOfRegion(terms, end + 1)
  const isWhere = isPlaced(terms, at) && !isOrigin(terms, end)
  if (isPlace(terms, end + 1)) end++
  // Set apart by marks: "Europe: recovered", "Sign-in page, EU"; but in "Europe (Prod2)" the number says it.
  const isAlone = isBorder(terms, at - 1) && isBorder(terms, end + 1) && !isOpening(terms, end + 1)
  // "India is fine", "Europe itself works".
  const isSubject =
    isBorder(terms, at - 1) && (textAt(terms, end + 1) === 'itself' || isRole(terms, end + 1, 'verb'))
  // "Us" may be ourselves.
  const isPronoun = textAt(terms, at) === 'us'
  const isNamed = isPronoun
    ? isOwner || (isAlone && isOpening(terms, at - 1))
    : isOwner || isWhere || isAlone || isSubject || isRole(terms, end + 1, 'capability')
  return { pods: isNamed ? pods : [], end }
}

const NUMBER_WORDS: readonly string[] = ['one', 'two', 'three', 'four']

const numberAt = (terms: Terms, at: number): number | null => {
  const text = textAt(terms, at)
  const number = /^[1-9]\d?$/.test(text) ? Number(text) : NUMBER_WORDS.indexOf(text) + 1
  return number > 0 ? number : null
}

interface Numbered {
  readonly number: number
  readonly end: number
}

const GLUED = /^([a-z]+)([1-9]\d?)(?:usa?|eu)?$/

/** "Prod1", "PROD 1", "pod number 1", "prod1us". */
const podNumber = (terms: Terms, at: number): Numbered | null => {
  if (!POD_WORDS.has(textAt(terms, at))) {
    const [, word = '', digits] = GLUED.exec(textAt(terms, at)) ?? []
    return POD_WORDS.has(word) ? { number: Number(digits), end: at } : null
  }
  let end = at + 1
  while (end < at + 3 && /^[(/:]$|^numbers?$| - /.test(textAt(terms, end))) end++
  const number = numberAt(terms, end)
  return number === null ? null : { number, end }
}

/** A bare number goes on with a list of pods, unless it counts something else. */
const nextNumber = (terms: Terms, at: number): Numbered | null => {
  const number = numberAt(terms, at)
  const counted = textAt(terms, at + 1)
  return number === null || UNITS.has(counted) || PEOPLE.has(counted) ? null : { number, end: at }
}

/** "In Prod1 and Prod2" is a list. In "fails in Prod1 and Prod2 is slow" the second begins a clause: its verb is singular. */
const nextPod = (terms: Terms, first: number, at: number): Numbered | null => {
  const pod = /^(?:and|&+)$/.test(textAt(terms, at - 1)) ? podNumber(terms, at) : null
  if (pod === null || !isRole(terms, first - 1, 'preposition')) return pod
  const after = pod.end + 1
  return isRole(terms, after, 'verb') && !PLURAL_VERBS.has(textAt(terms, after)) ? null : pod
}

/** "Through Prod4", "to 4": where a range ends. "Moved from Prod1 to Prod4" is a way, and no range. */
const rangeEnd = (terms: Terms, at: number, isWay: boolean): Numbered | null =>
  !UP_TO.has(textAt(terms, at)) || (isWay && textAt(terms, at) === 'to')
    ? null
    : (nextNumber(terms, at + 1) ?? podNumber(terms, at + 1))

/** "PROD 1 & 2", "prods 1, 2 and 4", "Prod1 through Prod4". */
const numberedPods: Reading = (terms, at) => {
  const first = podNumber(terms, at)
  if (first === null) return null
  const numbers = [first.number]
  let last = first
  for (;;) {
    const upTo = rangeEnd(terms, last.end + 1, textAt(terms, at - 1) === 'from')
    let next = last.end + 1
    while (isJoint(terms, next)) next++
    const more = upTo ?? (next > last.end + 1 ? (nextNumber(terms, next) ?? nextPod(terms, at, next)) : null)
    if (more === null) break
    if (upTo !== null) for (let number = last.number + 1; number < upTo.number; number++) numbers.push(number)
    numbers.push(more.number)
    last = more
  }
  let { end } = last
  // "Prod4 (India)".
  if (isOpening(terms, end + 1) && isRole(terms, end + 2, 'region') && isBorder(terms, end + 3)) end += 3
  return { pods: numbers.map((number) => `prod${number}`), end }
}

const podsAt: Reading = (terms, at) => {
  switch (terms[at]?.role) {
    case 'every':
      return everyPod(terms, at)
    case 'region':
      return regionalPods(terms, at)
    case 'half':
    case 'back':
    case 'some':
    case 'aside':
    case 'plain':
      return otherPods(terms, at)
    case 'word':
      if (EVERYWHERE.has(textAt(terms, at)) && textAt(terms, at + 1) !== 'else')
        return { pods: [EVERY_POD], end: at }
      return otherPods(terms, at) ?? numberedPods(terms, at)
    default:
      return null
  }
}

/** "All pods but Prod4", "all pods but the EU". */
const isException = (terms: Terms, { pods, end }: Named): boolean =>
  pods[0] === EVERY_POD &&
  textAt(terms, end + 1) === 'but' &&
  (podsAt(terms, end + 2) ?? podsAt(terms, end + 3)) !== null

/** "Later than those in Prod1": what trouble is measured by has none. */
const isCompared = (terms: Terms, at: number): boolean => {
  let before = at - 1
  while (isRole(terms, before, 'preposition', 'whom') || DETERMINERS.has(textAt(terms, before))) before--
  return !isRole(terms, before, 'except') && /(?:^| )than$/.test(textAt(terms, before))
}

/** Finds the pods a sentence names, in any of the spellings seen: "PROD 1 & 2", "prods 1 + 2", "EU pod", "in Europe". */
export const withPods = (terms: Terms): Terms => {
  // Most sentences name no pod and are given back as they came.
  let marked: Term[] | null = null
  for (let at = 0; at < terms.length; at++) {
    const named = podsAt(terms, at)
    if (named === null) continue
    const { end } = named
    const pods = isCompared(terms, at) ? [] : named.pods
    if (pods.length > 0) {
      marked ??= [...terms]
      marked.fill({ role: 'void', text: '' }, at, end + 1)
      marked[at] = { role: 'pod', text: 'pod', pods }
      if (isException(terms, named)) marked[end + 1] = { role: 'except', text: 'but' }
      if (isOutside(terms, at)) {
        marked[at - 2] = { role: 'pod', text: 'pod', pods: [EVERY_POD] }
        marked[at - 1] = { role: 'except', text: 'outside' }
      }
    }
    at = end
  }
  return marked ?? terms
}
