import { within } from '../../../scripts/stage/until.ts'

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
const kept = <T extends Closable>(name: string, start: () => Promise<T>): Promise<T> => {
  const there = shelf().get(name) as Promise<T> | undefined
  if (there !== undefined) return there
  const begun = start()
  shelf().set(name, begun)
  return begun
}

/** Ends what is kept under a name: whoever comes next starts it anew. */
const discard = async (name: string): Promise<void> => {
  const there = shelf().get(name)
  shelf().delete(name)
  await there?.then((one) => one.close()).catch(() => undefined)
}

/** How long a browser that is there may take to be ready for another test. */
const READY = 20_000

/** Takes what is kept under a name into use; what hangs or fails is discarded, and another one started. */
export const lease = async <T extends Closable, L>(
  name: string,
  start: () => Promise<T>,
  take: (browser: T) => Promise<L>,
): Promise<L> => {
  const isThere = shelf().has(name)
  const leased = kept(name, start).then(take)
  if (!isThere) return leased
  try {
    return await within(leased, `${name}, made ready for another test`, READY)
  } catch {
    await discard(name)
    return take(await kept(name, start))
  }
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
