/** More combinations of languages, zones and styles than anybody meets; past it, the shelf is emptied. */
const ROOM = 64

/** A maker that keeps what it made: a formatter of Intl takes a hundred times longer to make than to use. */
export const memo = <Made>(make: (...key: [string, ...string[]]) => Made): typeof make => {
  const shelf = new Map<string, Made>()
  return (...key) => {
    const name = key.join(' ')
    const found = shelf.get(name)
    if (found !== undefined) return found
    if (shelf.size >= ROOM) shelf.clear()
    const made = make(...key)
    shelf.set(name, made)
    return made
  }
}
