/** Ways to lose one value of a document, at any depth. */
import type { Fields, Json } from './wholeDocument.ts'

export type Path = readonly (string | number)[]
export const REMOVED = Symbol('removed')

export const pathsOf = (value: Json, path: Path = []): Path[] => {
  if (typeof value !== 'object' || value === null) return [path]
  const inner = Array.isArray(value) ? [...value.entries()] : Object.entries(value)
  return [path, ...inner.flatMap(([key, one]) => pathsOf(one, [...path, key]))]
}

export const valueAt = (feed: Json, path: Path): Json =>
  path.reduce<Json>((value, key) => (value as Fields)[key] as Json, feed)

/** A copy with another value at a path; an entry of a list that is removed leaves null, as a torn one would. */
export const changed = (feed: Fields, path: Path, to: Json | typeof REMOVED): Fields => {
  const copy = structuredClone(feed)
  let holder: Json | undefined = copy
  for (const key of path.slice(0, -1)) {
    if (typeof holder !== 'object' || holder === null) return copy
    holder = (holder as Fields)[key]
  }
  const last = path.at(-1)
  if (typeof holder !== 'object' || holder === null || last === undefined) return copy
  if (to !== REMOVED) (holder as Fields)[last] = to
  else if (Array.isArray(holder)) holder[Number(last)] = null
  else delete holder[last]
  return copy
}

/** What no field may be in a right document, whatever stood there: nothing, and values of other kinds. */
export const losses = (value: Json): (Json | typeof REMOVED)[] => [
  REMOVED,
  null,
  7,
  true,
  ...(typeof value === 'string' ? [[], {}] : ['lost', ' ']),
  ...(Array.isArray(value) ? [{}, { 0: null }] : []),
  ...(typeof value === 'object' && !Array.isArray(value) ? [[], {}, [null]] : []),
]
