import { lengthOf, within } from './intervals.ts'
import type { Interval } from './model.ts'

/** A stretch of the picture, and how much of it nobody watched: 0 is none, 1 is all. */
export interface Shade extends Interval {
  readonly share: number
}

const STEPS = 4

/**
 * Gaps by columns of a picture. Where they are thinner than a column, it is shaded by how much of it they take, so that
 * a year of nights is an even shade and not a row of thin stripes.
 */
export const shadesOf = (gaps: readonly Interval[], range: Interval, columns: number): readonly Shade[] => {
  const width = (range.to - range.from) / columns
  const shades: Shade[] = []
  let next = 0
  for (let column = 0; column < columns; column++) {
    const from = range.from + column * width
    const to = from + width
    while ((gaps[next]?.to ?? Infinity) <= from) next++
    let end = next
    while ((gaps[end]?.from ?? Infinity) < to) end++
    const unwatched = lengthOf(within(gaps.slice(next, end), { from, to })) / width
    const share = Math.ceil(unwatched * STEPS) / STEPS
    const last = shades.at(-1)
    if (share === 0) continue
    if (last?.share === share && last.to >= from - 1) shades[shades.length - 1] = { ...last, to }
    else shades.push({ from, to, share })
  }
  return shades
}
