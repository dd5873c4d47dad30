import type { RequestLine } from '../../../shared/evidence/line.ts'

/** What is used of a browser's events; nothing else of them is read. */
export interface RequestEvent {
  readonly requestId: string
  readonly url: string
  readonly method: string
  readonly type: string
  readonly timeStamp: number
  readonly statusCode?: number
  readonly fromCache?: boolean
  readonly error?: string
}

/** More than that are no requests of one person: what is left of them never ended. */
const MOST = 1000
/** A background that knows of no beginning was born since, and the one before it died of hearing nothing for so long. */
const LONG = 30_000

const bound = (all: Map<string, unknown>): void => {
  for (const id of all.keys()) if (all.size > MOST) all.delete(id)
}

/** Makes lines of a browser's events. What belongs together is told by its id, for as long as this background lives. */
export const createRequestLines = (clock: () => number) => {
  /** When each began, which is null once it was answered: that it broke off later is no second outcome. */
  const begun = new Map<string, number | null>()

  return (state: 'start' | 'end', event: RequestEvent): RequestLine | null => {
    const { requestId, timeStamp, method, type } = event
    const since = begun.get(requestId)
    if (state === 'end' && since === null) return null
    begun.set(requestId, state === 'start' ? timeStamp : null)
    bound(begun)
    const { hostname: host, pathname: path } = new URL(event.url)
    const line = { at: clock(), host, method, path, type, state }
    if (state === 'start') return { ...line, status: 0, error: null, ms: 0 }
    const ms = since === undefined ? LONG : Math.max(0, Math.round(timeStamp - (since ?? timeStamp)))
    // What this computer had already tells nothing of the vendor.
    if (event.fromCache) return { ...line, status: 0, error: 'CACHE', ms }
    return { ...line, status: event.statusCode ?? 0, error: event.error ?? null, ms }
  }
}
