/** One thing that was shown, as a line of the table. */
export interface Row {
  readonly what: string
  readonly measured: string
  /** What it should be. */
  readonly target: string
  /** By how much it is missed; null where it is met. */
  readonly missed: string | null
  /** Times and processor time depend on the machine, and fail nothing. */
  readonly gates: boolean
}

const verdictOf = ({ missed, gates }: Row): string =>
  missed === null ? 'ok' : gates ? `FAILED: ${missed}` : `target missed by ${missed}`

/** A row that must hold: what went wrong, or nothing. */
export const mustHold = (what: string, measured: string, target: string, wrong: readonly string[]): Row => ({
  what,
  measured,
  target,
  missed:
    wrong.length === 0
      ? null
      : `${wrong.slice(0, 3).join('; ')}${wrong.length > 3 ? ` and ${wrong.length - 3} more` : ''}`,
  gates: true,
})

/** A row about a number that should not be exceeded, and fails nothing. */
export const shouldBe = (what: string, value: number, most: number, unit: string, more = ''): Row => ({
  what,
  measured: `${value.toFixed(2)}${unit}${more}`,
  target: `at most ${most}${unit}`,
  missed: value <= most ? null : `${(value - most).toFixed(2)}${unit}`,
  gates: false,
})

/** A figure that nothing is held to. */
export const figure = (what: string, measured: string): Row => ({
  what,
  measured,
  target: '',
  missed: null,
  gates: false,
})

export const isFailed = ({ missed, gates }: Row): boolean => gates && missed !== null

/** The rows in words. */
export const linesOf = (title: string, rows: readonly Row[]): string[] => [
  `\n${title}`,
  ...rows.map((row) => {
    const verdict = row.target === '' ? '' : `   ${verdictOf(row)}`
    return `  ${row.what.padEnd(46)} ${row.measured.padEnd(44)} ${row.target.padEnd(24)}${verdict}`.trimEnd()
  }),
]

export const medianOf = (numbers: readonly number[]): number =>
  [...numbers].sort((a, b) => a - b)[numbers.length >> 1] ?? Number.NaN

/** The median, and between what all lay. */
export const spread = (numbers: readonly number[], digits: number): string =>
  `${medianOf(numbers).toFixed(digits)} (${Math.min(...numbers).toFixed(digits)} to ${Math.max(...numbers).toFixed(digits)})`
