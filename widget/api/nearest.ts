/** How many letters must be added, left out or exchanged to make one word of another. */
const distance = (one: string, other: string): number => {
  let row = Array.from({ length: other.length + 1 }, (_, at) => at)
  for (const [at, letter] of [...one].entries()) {
    const next = [at + 1]
    for (const [to, counterpart] of [...other].entries())
      next.push(
        Math.min(
          (next[to] ?? 0) + 1,
          (row[to + 1] ?? 0) + 1,
          (row[to] ?? 0) + Number(letter !== counterpart),
        ),
      )
    row = next
  }
  return row.at(-1) ?? 0
}

/** What somebody may have meant to write, if it is plain: one slip in a short word, two in a longer one. */
export const nearest = (name: string, names: readonly string[]): string | undefined => {
  const most = name.length < 5 ? 1 : 2
  return names.find((one) => Math.abs(one.length - name.length) <= most && distance(name, one) <= most)
}
