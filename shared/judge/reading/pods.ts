import { EVERY_POD } from '../pods.ts'
import type { Term } from './lexicon.ts'

const GLUED = /^(?:prod|production|pod)s?([1-9]\d?)(usa|us|eu)?$/
const POD_WORD = /^(?:prod|production|pod)s?$/
const BETWEEN = /^(?:our|of|the|production|prod|active|three|two|regional)$/
const PLACES = /^(?:pod|prod|environment|region|cluster|instance|datacenter)s?$/
/** A region is a pod where it qualifies one of these, or where something is said to be in it. */
const PLACE_OF_REGION =
  /^(?:pod|prod|environment|region|cluster|instance|customer|client|org|organization|organisation|user|tenant|datacenter|production|account|side|teams|agents|visitor|shopper|traffic|based|hosted|stack|business|company|companie|brand|half|contact)(?:e?s)?$/
const PLACE_BEFORE =
  /^(?:in|from|for|of|across|the|our|based in|hosted in|affecting|impacting|and|or|to|throughout|within|hits|hit|only)$/
const JOINS = /^(?:and|or|plus|as well as|&+|[,+/()])$/
const UNIT =
  /^(?:minutes?|mins?|hours?|hrs?|days?|weeks?|am|pm|percent|customers?|users?|clients?|agents?|more|other|others|of|updates?|out)$/
const NUMBER_WORDS: ReadonlyMap<string, string> = new Map([
  ['one', '1'],
  ['two', '2'],
  ['four', '4'],
])

const LINKS = /^(?:the|our|in|on|to|from|of|at|for)$/

/** "Our engineers in Europe", "mobile numbers in India", "teams who sit in the US": no word on where people's pod is. */
const isElsewhere = (terms: readonly Term[], region: number): boolean => {
  let at = region - 1
  while (LINKS.test(terms[at]?.text ?? '')) at--
  const { role = '', text = '' } = terms[at] ?? {}
  return (
    /^(?:us|bearer)$/.test(role) ||
    /^(?:numbers?|phones?|recipients?|countr(?:y|ies)|sits?|colleagues?|destinations?|noon|midnight|time)$/.test(
      text,
    )
  )
}

/** Finds the pods a sentence names, in any of the spellings seen: "PROD 1 & 2", "prods 1 + 2", "EU pod", "in Europe". */
export const withPods = (terms: readonly Term[]): readonly Term[] => {
  // Most sentences name no pod and are given back as they came.
  let marked: Term[] | null = null
  const text = (i: number): string => terms[i]?.text ?? ''
  const place = (from: number, to: number, pods: readonly string[]): void => {
    marked ??= [...terms]
    for (let i = from; i <= to; i++) marked[i] = { role: 'void', text: '' }
    marked[from] = { role: 'pod', text: 'pod', pods }
  }
  const numberAt = (i: number): string | null => {
    const number = NUMBER_WORDS.get(text(i)) ?? text(i)
    return /^[1-9]\d?$/.test(number) ? number : null
  }
  const nextNumberAt = (i: number): string | null => (UNIT.test(text(i + 1)) ? null : numberAt(i))

  for (let i = 0; i < terms.length; i++) {
    const role = terms[i]?.role
    if (role === 'every' && text(i) !== 'both') {
      let end = i + 1
      while (end < i + 4 && (BETWEEN.test(text(end)) || terms[end]?.role === 'every')) end++
      const single = /^(?:every|each|any|entire|whole)$/.test(text(i))
      if (PLACES.test(text(end)) && (single || text(end).endsWith('s'))) {
        place(i, end, [EVERY_POD])
        // "All pods but Prod4".
        if (text(end + 1) === 'but' && marked) (marked as Term[])[end + 1] = { role: 'except', text: 'but' }
      }
      continue
    }
    if (/^(?:globally|worldwide|global)$/.test(text(i))) {
      place(i, i, [EVERY_POD])
      continue
    }
    if (role === 'region') {
      // "Customers outside Europe" are everybody else.
      if (/^outside/.test(text(i - 1))) {
        marked ??= [...terms]
        marked[i] = { role: 'void', text: '' }
        continue
      }
      const pods = [...(terms[i]?.pods ?? [])]
      let end = i
      while (JOINS.test(text(end + 1)) && terms[end + 2]?.role === 'region') {
        end += 2
        pods.push(...(terms[end]?.pods ?? []))
      }
      const after = terms[end + 1]
      // "American phone numbers", "US numbers": where something else comes from.
      const adorns =
        after?.role === 'bearer' ||
        (after?.role === 'word' && /^(?:usa?|eu|uk)$/.test(text(end))) ||
        (after !== undefined && /(?:an|ish|ese|ch)$/.test(text(end)))
      // "Our colleagues in India" only sit there.
      const ours = isElsewhere(terms, i)
      const placed = PLACE_BEFORE.test(text(i - 1)) && !adorns && !ours && text(i) !== 'us'
      if (PLACES.test(text(end + 1))) end++
      const bracketed = /^[([]$/.test(text(i - 1)) && /^[)\]]$/.test(text(end + 1))
      // Set apart by marks: "Europe: recovered", "Sign-in page, EU".
      const alone =
        text(i) !== 'us' &&
        /^(?:|[:,;–—|]| - )$/.test(text(i - 1)) &&
        /^(?:|[:,;–—|]| - )$/.test(text(end + 1))
      if (
        bracketed ||
        alone ||
        PLACE_OF_REGION.test(after?.text ?? '') ||
        (after?.role === 'capability' && text(i) !== 'us') ||
        placed
      )
        place(i, end, pods)
      i = end
      continue
    }
    // Whatever names a pod by number begins like this; most words do not.
    if (text(i)[0] !== 'p') continue
    const glued = GLUED.exec(text(i))?.[1]
    let end = i
    let number = glued ?? null
    if (number === null && POD_WORD.test(text(i))) {
      end++
      while (/^[(#/:]$|^numbers?$| - /.test(text(end)) && end < i + 3) end++
      number = numberAt(end)
    }
    if (number === null) continue
    const pods = [`prod${number}`]
    // "PROD1 and 2": bare numbers go on with the list as long as they are not the start of something else.
    for (let next = end + 1; JOINS.test(text(next)); ) {
      const more = nextNumberAt(next + 1)
      if (more === null) {
        if (!JOINS.test(text(next + 1))) break
        next++
        continue
      }
      pods.push(`prod${more}`)
      end = next + 1
      next = end + 1
    }
    // "Prod4 (India)".
    if (/^[([]$/.test(text(end + 1)) && terms[end + 2]?.role === 'region' && /^[)\]]$/.test(text(end + 3)))
      end += 3
    place(i, end, pods)
    i = end
  }
  return marked ?? terms
}
