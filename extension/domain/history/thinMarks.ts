import type { Mark } from './lanes.ts'

const wayOf = ({ effect, certainty }: Mark): string => `${effect} ${certainty}`

const together = (one: Mark, other: Mark): Mark => ({
  ...one,
  to: other.to,
  times: one.times + other.times,
  affected: one.affected + other.affected,
  seen: one.seen + other.seen,
  incidents: [...new Set([...one.incidents, ...other.incidents])],
})

/**
 * Marks of one kind that begin and end within the time that the thinnest bar takes become one that says how often. Drawn
 * over each other, none of them could be pointed at.
 */
export const withThinTogether = (marks: readonly Mark[], thinnest: number): readonly Mark[] => {
  const all: Mark[] = []
  /** The place of the last one of each kind. */
  const last = new Map<string, number>()
  for (const mark of marks) {
    const at = last.get(wayOf(mark))
    const before = at === undefined ? undefined : all[at]
    if (at !== undefined && before !== undefined && mark.to - before.from <= thinnest)
      all[at] = together(before, mark)
    else last.set(wayOf(mark), all.push(mark) - 1)
  }
  return all
}
