import type { PageEvents, RecordStore, WatchPorts } from './ports.ts'

// The world as it is: a page, a worker, or a program on a server. Nothing here is looked at before somebody watches.

const KEY = 'podlight-watch'

/** Whether this is a page: a worker has no `localStorage` to share, and nobody sees it. */
const isPage = (): boolean => typeof document !== 'undefined' && typeof window !== 'undefined'

const pageStore: RecordStore = {
  read: () => {
    try {
      return localStorage.getItem(KEY)
    } catch {
      // Forbidden.
      return null
    }
  },
  write: (text) => {
    try {
      localStorage.setItem(KEY, text)
      return true
    } catch {
      // Forbidden or full.
      return false
    }
  },
}

/** No lock may be had, as on plain http or where storage is blocked: then the stored row alone decides. */
const alone = async (task: () => Promise<void>): Promise<void> => {
  const { locks } = navigator
  let isBegun = false
  const begin = (): Promise<void> => {
    isBegun = true
    return task()
  }
  try {
    await locks.request('podlight', { ifAvailable: true }, (lock) => lock && begin())
  } catch {
    if (!isBegun) await begin()
  }
}

const listen = ({ leave, enter, online, stored }: PageEvents): (() => void) => {
  const ending = new AbortController()
  const { signal } = ending
  document.addEventListener('visibilitychange', () => (document.hidden ? leave() : enter()), { signal })
  // Out of the back-forward cache, which not every browser calls a change of sight.
  addEventListener('pageshow', ({ persisted }) => persisted && enter(), { signal })
  addEventListener('online', online, { signal })
  addEventListener('storage', ({ key, newValue }) => key === KEY && newValue !== null && stored(newValue), {
    signal,
  })
  return () => ending.abort()
}

/** In pages and workers an error of a listener's is an error of the page's; elsewhere it must not end the program. */
const report = (error: unknown): void => {
  if (typeof reportError === 'function') reportError(error)
  else console.error(error)
}

const isSaving = (): boolean => {
  const { connection } = (globalThis.navigator ?? {}) as { connection?: { saveData?: boolean } }
  return connection?.saveData === true
}

/** The ports of where this runs. */
export const surroundings = (): WatchPorts => ({
  clock: () => Date.now(),
  timer: (wait, run) => {
    const timer = setTimeout(run, wait)
    return () => clearTimeout(timer)
  },
  random: () => Math.random(),
  isSaving,
  fetch: (url, { redirect, signal }, isLone) =>
    fetch(url, {
      redirect,
      signal,
      // Of cookies and caches only browsers know, and some servers' engines refuse to hear of them.
      ...(typeof location === 'undefined'
        ? {}
        : { cache: isLone ? 'default' : 'no-cache', credentials: 'omit' }),
    }),
  alone: isPage() ? alone : (task) => task(),
  report,
  pageStore: isPage() ? pageStore : null,
  isHidden: () => isPage() && document.hidden,
  listen: isPage() ? listen : () => () => undefined,
})

/** What an address may be relative to. */
export const baseAddress = (): string => (isPage() ? document.baseURI : '')
