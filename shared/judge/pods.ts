import type { Term } from './phrases.ts'
import type { Pod } from './verdict.ts'

/** Stands for every pod there is. */
export const EVERY_POD = 'every'

const isPodNumber = (text: string): boolean => /^[1-9]\d?$/.test(text)

/** `Prod-1`, `PROD 1` or `prod1` as `prod1`; null where it is no well-formed pod name. */
export const podOf = (name: string): Pod | null => {
  const digits = /^\s*prod[\s_-]*([1-9]\d?)\s*$/i.exec(name)?.[1]
  return digits === undefined ? null : `prod${Number(digits)}`
}

/** The pod that a group of components stands for: its name reads like one. */
export const podOfGroup = (name: string): Pod | null => {
  const digits = /\b(?:prod|pod)[\s_-]*([1-9]\d?)\b/i.exec(name)?.[1]
  return digits === undefined ? null : `prod${Number(digits)}`
}

const GLUED = /^(?:prod|production|pod)s?([1-9]\d?)(us|eu)?$/
const POD_WORD = /^(?:prod|production|pod)s?$/
const BETWEEN = /^(?:our|of|the|production|prod|active)$/
const PLACES = /^(?:pod|prod|environment|region|cluster|instance)s?$/
const PLACE_OF_REGION =
  /^(?:pod|prod|environment|region|cluster|instance|customer|client|org|user|tenant|datacenter|production)s?$/
const JOINS = /^(?:and|or|plus|as well as|&+|[,+/()])$/
const UNIT =
  /^(?:minutes?|mins?|hours?|hrs?|days?|weeks?|am|pm|percent|customers?|users?|clients?|agents?|more|other|others|of|updates?)$/
const NUMBER_WORDS: ReadonlyMap<string, string> = new Map([
  ['one', '1'],
  ['two', '2'],
  ['four', '4'],
])

/** Finds the pods a sentence names, in any of the spellings seen: "PROD 1 & 2", "prods 1 + 2", "EU pod", "all pods". */
export const withPods = (terms: readonly Term[]): readonly Term[] => {
  // Most sentences name no pod and are given back as they came.
  let marked: Term[] | null = null
  const text = (i: number): string => terms[i]?.text ?? ''
  const place = (from: number, to: number, pods: readonly string[]): void => {
    marked ??= [...terms]
    for (let i = from; i <= to; i++) marked[i] = { sense: 'word', text: '' }
    marked[from] = { sense: 'pod', text: 'pod', pods }
  }
  const numberAt = (i: number): string | null => {
    const number = NUMBER_WORDS.get(text(i)) ?? text(i)
    return isPodNumber(number) ? number : null
  }
  const nextNumberAt = (i: number): string | null => (UNIT.test(text(i + 1)) ? null : numberAt(i))

  for (let i = 0; i < terms.length; i++) {
    const sense = terms[i]?.sense
    if (sense === 'every') {
      let end = i + 1
      while (end < i + 4 && (BETWEEN.test(text(end)) || terms[end]?.sense === 'every')) end++
      const single = text(i) === 'every' || text(i) === 'each'
      if (PLACES.test(text(end)) && (single || text(end).endsWith('s'))) place(i, end, [EVERY_POD])
      continue
    }
    if (sense === 'region') {
      const pods = [...(terms[i]?.pods ?? [])]
      let end = i
      while (JOINS.test(text(end + 1)) && terms[end + 2]?.sense === 'region') {
        end += 2
        pods.push(...(terms[end]?.pods ?? []))
      }
      const bracketed = /^[([]$/.test(text(i - 1)) && /^[)\]]$/.test(text(end + 1))
      if (bracketed || PLACE_OF_REGION.test(text(end + 1))) place(i, end, pods)
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
    place(i, end, pods)
    i = end
  }
  return marked ?? terms
}
