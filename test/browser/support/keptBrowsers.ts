// Browsers that a worker keeps from test to test and from file to file, since to start one takes longer than most tests.

interface Closable {
  close(): Promise<void>
}

const KEY = Symbol.for('podlight.kept')

const shelf = (): Map<string, Promise<Closable>> => {
  const all = globalThis as { [KEY]?: Map<string, Promise<Closable>> }
  all[KEY] ??= new Map()
  return all[KEY]
}

/** What is kept under a name; started by who comes first. */
export const kept = <T extends Closable>(name: string, start: () => Promise<T>): Promise<T> => {
  const there = shelf().get(name) as Promise<T> | undefined
  if (there !== undefined) return there
  const begun = start()
  shelf().set(name, begun)
  return begun
}

/** Ends what is kept under a name: whoever comes next starts it anew. */
export const discard = async (name: string): Promise<void> => {
  const there = shelf().get(name)
  shelf().delete(name)
  await there?.then((one) => one.close()).catch(() => undefined)
}

/** Makes it ready for who comes next; what cannot be is discarded. */
export const giveBack = async (name: string, freshen: () => Promise<void>): Promise<void> => {
  try {
    await freshen()
  } catch {
    await discard(name)
  }
}

/** At the end of a worker. */
export const discardAll = async (): Promise<void> => {
  await Promise.all([...shelf().keys()].map(discard))
}
