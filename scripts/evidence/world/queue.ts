/** Something that is due at a time. */
export interface Due {
  at: number
  /** Of what is due at the same time, what was put in first comes first. */
  order: number
}

export interface Queue<D extends Due> {
  put(item: D): void
  /** Takes out what is due first, if it is due before this time. */
  take(before: number): D | null
}

const isBefore = (one: Due, other: Due): boolean =>
  one.at < other.at || (one.at === other.at && one.order < other.order)

/** A binary heap: a few dozen things are due at any time, and millions of them come and go. */
export const createQueue = <D extends Due>(): Queue<D> => {
  const heap: D[] = []
  let order = 0
  return {
    put(item) {
      item.order = order++
      let i = heap.length
      heap.push(item)
      while (i > 0) {
        const above = (i - 1) >> 1
        const parent = heap[above]
        if (parent === undefined || !isBefore(item, parent)) break
        heap[i] = parent
        i = above
      }
      heap[i] = item
    },
    take(before) {
      const first = heap[0]
      if (first === undefined || first.at >= before) return null
      const last = heap.pop()
      if (last === undefined || heap.length === 0) return first
      let i = 0
      for (;;) {
        let below = 2 * i + 1
        let child = heap[below]
        if (child === undefined) break
        const other = heap[below + 1]
        if (other !== undefined && isBefore(other, child)) {
          child = other
          below++
        }
        if (!isBefore(child, last)) break
        heap[i] = child
        i = below
      }
      heap[i] = last
      return first
    },
  }
}
