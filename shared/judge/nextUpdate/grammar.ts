import { formsOf } from '../reading/words.ts'
import type { Item, Time } from './items.ts'

/** Where something that was read ends, and what the names in its phrase said. */
export interface Found<T> {
  readonly end: number
  readonly said: readonly T[]
}
export interface Reader<T> {
  (items: readonly Item[], at: number): Found<T> | null
  /** Kinds of items it can begin with, where they are known: most words begin nothing, and are passed over at once. */
  readonly begins?: ReadonlySet<string> | undefined
}
export type Names<T> = Readonly<Record<string, Reader<T>>>

/** A row of the grammar: phrases that do the same, and texts that prove it. */
export interface Row {
  readonly name: string
  /**
   * Parted by `|`. `<next>` is what the name stands for, `<if zone>` and `<unless zone>` look whether it follows,
   * `<unless after scant>` whether it stands before. `word?` may be missing, `word*` come several times. `update(s)`
   * is one or many, `deploy~` any form. `^` is the start of a clause, and `$` its end.
   */
  readonly phrases: string
  /** A text posted on Monday, May 4, 2026 at 09:00 UTC, and when it promises news: in minutes, as a moment, or never. */
  readonly examples: Examples
}
export type Examples = Readonly<Record<string, number | string | null>>

/** What a reader can begin with: a word, any figure, any time. */
const kindOf = (item: Item | undefined): string =>
  typeof item === 'object' ? '@' : item !== undefined && item >= '0' && item < ':' ? '0' : (item ?? '')

export const reader = <T>(
  begins: ReadonlySet<string> | undefined,
  read: (items: readonly Item[], at: number) => Found<T> | null,
): Reader<T> => Object.assign(read, { begins })

/** A reader that is made when it is first asked: while nothing is promised, no grammar is built. */
const lazily = <T>(make: () => Reader<T>): Reader<T> => {
  let made: Reader<T> | undefined
  const own = (): Reader<T> => (made ??= make())
  const read: Reader<T> = (items, at) => own()(items, at)
  return Object.defineProperty(read, 'begins', { get: () => own().begins })
}

interface Part<T> {
  readonly read: Reader<T>
  readonly least: number
  readonly most: number
  /** It looks, and reads nothing. */
  readonly looks: boolean
}

/** No more of a kind in a row: with no bound, long texts would be slow. */
const SEVERAL = 5
const nothing = <T>(end: number): Found<T> => ({ end, said: [] })

const EDGES: Names<never> = {
  '^': (_, at) => (at === 0 ? nothing(at) : null),
  $: (items, at) => (at === items.length ? nothing(at) : null),
}

const wordReader = <T>(words: readonly string[]): Reader<T> => {
  const known: ReadonlySet<string> = new Set(words)
  return reader(known, (items, at) => (known.has(String(items[at])) ? nothing(at + 1) : null))
}

/** How far back a phrase looks. */
const BACK = 3
const looking = <T>(how: string, read: Reader<T>): Reader<T> => {
  if (how !== 'unless after ')
    return (items, at) => ((read(items, at) !== null) === (how === 'if ') ? nothing(at) : null)
  return (items, at) => {
    for (let start = Math.max(0, at - BACK); start < at; start++)
      if (read(items, start)?.end === at) return null
    return nothing(at)
  }
}

const partOf = <T>(text: string, names: Names<T>): Part<T> => {
  const [, how = '', name = '', word = '', mark = ''] =
    /^(?:<(if |unless after |unless )?([^>]+)>|(.+?))([?*]?)$/.exec(text) ?? []
  const bounds = { least: mark === '' ? 1 : 0, most: mark === '*' ? SEVERAL : 1 }
  const named = name === '' ? EDGES[word] : names[name]
  const looks = how !== '' || word in EDGES
  if (named !== undefined) return { read: how === '' ? named : looking(how, named), looks, ...bounds }
  if (name !== '') throw new Error(`<${name}> stands for nothing`)
  const one = word.replace('(s)', '')
  return { read: wordReader(one === word ? formsOf(word) : [one, `${one}s`]), looks, ...bounds }
}

const beginsOf = <T>(parts: readonly Part<T>[]): ReadonlySet<string> | undefined => {
  const all: string[] = []
  for (const { read, looks, least } of parts) {
    if (looks) continue
    if (read.begins === undefined) return undefined
    all.push(...read.begins)
    if (least > 0) return new Set(all)
  }
  return undefined
}

/** Reads the parts of a phrase one after the other: of what may come several times as many as leave room for the rest. */
const follow = <T>(
  parts: readonly Part<T>[],
  index: number,
  items: readonly Item[],
  found: Found<T>,
): Found<T> | null => {
  const part = parts[index]
  if (part === undefined) return found
  const steps = [found]
  while (steps.length <= part.most) {
    const last = steps.at(-1) as Found<T>
    const next = part.read(items, last.end)
    if (next === null) break
    steps.push({ end: next.end, said: next.said.length === 0 ? last.said : [...last.said, ...next.said] })
  }
  while (steps.length > part.least) {
    const whole = follow(parts, index + 1, items, steps.pop() as Found<T>)
    if (whole !== null) return whole
  }
  return null
}

export interface Read<T> {
  readonly read: Reader<T>
}
interface RowsByKind<R> {
  readonly byKind: ReadonlyMap<string, readonly R[]>
  readonly anywhere: readonly R[]
}

/** Rows by what they can begin with. */
const byKindOf = <T, R extends Read<T>>(rows: readonly R[]): RowsByKind<R> => {
  const kinds = new Set(rows.flatMap(({ read }) => [...(read.begins ?? [])]))
  return {
    byKind: new Map(
      [...kinds].map((kind) => [kind, rows.filter(({ read }) => read.begins?.has(kind) ?? true)]),
    ),
    anywhere: rows.filter(({ read }) => read.begins === undefined),
  }
}

/** Of the rows that fit at a place, the longest is taken, and of those the first. */
export const longestOf = <T, R extends Read<T>>(
  rows: readonly R[],
): ((items: readonly Item[], at: number) => (Found<T> & { readonly row: R }) | null) => {
  let known: RowsByKind<R> | undefined
  return (items, at) => {
    known ??= byKindOf<T, R>(rows)
    let longest: (Found<T> & { readonly row: R }) | null = null
    for (const row of known.byKind.get(kindOf(items[at])) ?? known.anywhere) {
      const found = row.read(items, at)
      if (found !== null && found.end > (longest?.end ?? -1)) longest = { ...found, row }
    }
    return longest
  }
}
const beginsOfRows = <T>(rows: readonly Read<T>[]): ReadonlySet<string> | undefined => {
  const all: string[] = []
  for (const { read } of rows) {
    if (read.begins === undefined) return undefined
    all.push(...read.begins)
  }
  return new Set(all)
}

const phraseOf = <T>(text: string, names: Names<T>): Read<T> => {
  const parts = text.split(/ (?![^<]*>)/).map((part) => partOf(part, names))
  return { read: reader(beginsOf(parts), (items, at) => follow(parts, 0, items, nothing<T>(at))) }
}

/** A reader of phrases, of which the longest that fits is taken. */
export const phrases = <T>(text: string, names: Names<T> = {}): Reader<T> =>
  lazily(() => {
    const rows = text.split('|').map((phrase) => phraseOf(phrase, names))
    return reader(beginsOfRows(rows), longestOf<T, Read<T>>(rows))
  })

/** A reader of rows, which says what is made of what the longest says. */
export const rowsReader = <T, R extends Read<T>, V>(
  rows: readonly R[],
  value: (row: R, said: readonly T[]) => V,
): Reader<V> =>
  lazily(() => {
    const longest = longestOf<T, R>(rows)
    return reader(beginsOfRows(rows), (items, at) => {
      const found = longest(items, at)
      return found && { end: found.end, said: [value(found.row, found.said)] }
    })
  })

/** A reader that reads each place of a sentence once, however many phrases ask for it. */
export const remembered = <T>(read: Reader<T>): Reader<T> => {
  let sentence: readonly Item[] | undefined
  let known: (Found<T> | null)[] = []
  return lazily(() =>
    reader(read.begins, (items, at) => {
      if (read.begins?.has(kindOf(items[at])) === false) return null
      if (items !== sentence) known = []
      sentence = items
      const before = known[at]
      if (before !== undefined) return before
      const found = read(items, at)
      known[at] = found
      return found
    }),
  )
}

/** Names for lists of phrases, each of which may hold the names before it. */
export const namesOf = <T>(lists: Readonly<Record<string, string>>, names: Names<T> = {}): Names<T> => {
  const all: Record<string, Reader<T>> = { ...names }
  for (const [name, list] of Object.entries(lists)) all[name] = remembered(phrases(list, all))
  return all
}

/** A reader of phrases that each say a value. */
export const values = <T>(pairs: Iterable<readonly [phrases: string, value: T]>): Reader<T> =>
  rowsReader(
    [...pairs].map(([text, value]) => ({ read: phrases<T>(text), value })),
    ({ value }) => value,
  )

/** A reader of figures of a shape, which says what they say. */
export const figures = <T>(shape: RegExp, value: (parts: readonly string[]) => T): Reader<T> =>
  reader(new Set('0'), (items, at) => {
    const parts = shape.exec(String(items[at] ?? ''))
    return parts && { end: at + 1, said: [value(parts.slice(1))] }
  })

/** A reader of times. */
export const times = (wanted: (time: Time) => boolean): Reader<Time> =>
  reader(new Set('@'), (items, at) => {
    const item = items[at]
    return typeof item === 'object' && wanted(item) ? { end: at + 1, said: [item] } : null
  })

/** Where a reader first finds something. */
export const search = <T>(
  read: Reader<T>,
  items: readonly Item[],
): (Found<T> & { readonly start: number }) | null => {
  for (let start = 0; start <= items.length; start++) {
    const found = read(items, start)
    if (found !== null) return { ...found, start }
  }
  return null
}
