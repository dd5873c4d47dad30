const THOUSANDS = new Intl.NumberFormat('en-US', { maximumFractionDigits: 0 })

/** A rate, with as many digits as mean something. */
export const rate = (value: number): string =>
  value >= 9.95 ? THOUSANDS.format(value) : value.toFixed(value >= 0.995 ? 1 : 2)

export const whole = (value: number): string => THOUSANDS.format(value)

/** How many times as much. */
export const times = (value: number): string => (value >= 9.95 ? whole(value) : value.toFixed(2))

export const dollars = (value: number): string =>
  value >= 99.5 ? `$${whole(value)}` : `$${value.toFixed(2)}`

/** A table in Markdown; the cells of all but the first `left` columns are figures. */
export const table = (heads: readonly string[], rows: readonly (readonly string[])[], left = 1): string =>
  [heads, heads.map((_, i) => (i < left ? '---' : '---:')), ...rows]
    .map((cells) => `| ${cells.join(' | ')} |`)
    .join('\n')

/** A table with a row for each size. */
export const bySize = <R extends { readonly visitors: number }>(
  results: readonly R[],
  heads: readonly string[],
  cells: (result: R) => readonly string[],
): string =>
  table(
    ['visitors a day', ...heads],
    results.map((result) => [whole(result.visitors), ...cells(result)]),
  )
