/** How long anything may take on a busy machine. */
export const PATIENCE = 30_000
const LOOK = 50

const pause = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, LOOK))

/** Waits until something holds. What held instead is told. */
export const until = async <T>(
  see: () => Promise<T>,
  holds: (seen: T) => boolean,
  what: string,
  patience = PATIENCE,
): Promise<T> => {
  const end = Date.now() + patience
  for (;;) {
    const seen = await see()
    if (holds(seen)) return seen
    if (Date.now() > end) throw new Error(`Not seen: ${what}. Seen: ${JSON.stringify(seen)}`)
    await pause()
  }
}

/** A promise that is given up after a while, so that a browser that hangs says where. */
export const within = <T>(promise: Promise<T>, what: string, patience = PATIENCE): Promise<T> =>
  new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error(`No end of: ${what}.`)), patience)
    promise.then(resolve, reject).finally(() => clearTimeout(timer))
  })
