/** Lists of words by name, each parted by `|`. */
export type Lists = Readonly<Record<string, string>>

/**
 * A row of the grammar. In a pattern `{news}` is any one entry of the list of that name, and `{kind*}` any number of
 * them, each with the space that follows it; all else is an ordinary regular expression.
 */
export interface Row {
  readonly name: string
  readonly pattern: string
  /** A text posted on Monday, May 4, 2026 at 09:00 UTC, and when it promises news: in minutes, as a moment, or never. */
  readonly examples: Examples
}
export type Examples = Readonly<Record<string, number | string | null>>

/** Whether any of some rows fits at a place: most words begin no time, and are passed over at once. */
export const anyOf = (rows: readonly Row[], lists: Lists): ((text: string, at: number) => boolean) => {
  const any = compile(rows.map(({ pattern }) => pattern).join('|'), lists, 'y')
  return (text, at) => {
    any.lastIndex = at
    return any.test(text)
  }
}

export const compile = (pattern: string, lists: Lists, flags: string): RegExp =>
  new RegExp(
    pattern.replace(/\{(\w+)(\*?)\}/g, (_, list: string, many: string) =>
      many === '' ? `(?:${lists[list]})` : `(?:(?:${lists[list]}) )*`,
    ),
    flags,
  )
