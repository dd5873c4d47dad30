/** Every leaf of nested words by its path: "customer.scenes.back.headline". */
export type Tree = ReadonlyMap<string, unknown>

export const flatten = (words: unknown, path = ''): Tree => {
  if (typeof words !== 'object' || words === null) return new Map(path === '' ? [] : [[path, words]])
  return new Map(
    Object.entries(words).flatMap(([key, value]) => [
      ...flatten(value, path === '' ? key : `${path}.${key}`),
    ]),
  )
}
