/** Listeners by event, as the SDK takes them. One that throws stops no other. */
export const createListeners = () => {
  const all = new Map()
  return {
    add: (event, listener) => {
      if (!all.has(event)) all.set(event, new Set())
      all.get(event).add(listener)
    },
    remove: (event, listener) => void all.get(event)?.delete(listener),
    tell: (event, detail) => {
      for (const listener of all.get(event) ?? [])
        try {
          listener(detail)
        } catch (error) {
          setTimeout(() => {
            throw error
          })
        }
    },
  }
}
