import { within } from '../../../scripts/stage/until.ts'

// Browsers that a worker keeps from test to test and from file to file: starting one takes longer than most tests.

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

/** Closes a browser. The next test starts another one, unless that has happened already. */
const discard = async (name: string, there: Promise<Closable>): Promise<void> => {
  if (shelf().get(name) === there) shelf().delete(name)
  await there.then((one) => one.close()).catch(() => undefined)
}

/** How long a browser that is there may take to be ready for another test. */
const READY = 20_000

/** Gets a kept browser ready for a test. One that hangs or fails is closed, and a new one started in its place. */
export const lease = async <T extends Closable, L>(
  name: string,
  start: () => Promise<T>,
  take: (browser: T) => Promise<L>,
): Promise<L> => {
  const isThere = shelf().has(name)
  const there = kept(name, start)
  const leased = there.then(take)
  if (!isThere) return leased
  try {
    return await within(leased, `${name}, made ready for another test`, READY)
  } catch {
    await discard(name, there)
    return take(await kept(name, start))
  }
}

/** Makes a browser ready for who comes next; one that cannot be is discarded. */
export const giveBack = async (
  name: string,
  browser: Closable,
  freshen: () => Promise<void>,
): Promise<void> => {
  try {
    await within(freshen(), `${name}, given back by a test`, READY)
  } catch {
    const there = shelf().get(name)
    // A new one may have taken its place by now.
    if (there !== undefined && (await there.catch(() => null)) === browser) await discard(name, there)
    else await browser.close().catch(() => undefined)
  }
}

/** At the end of a worker. */
export const discardAll = async (): Promise<void> => {
  await Promise.all([...shelf()].map(([name, there]) => discard(name, there)))
}
